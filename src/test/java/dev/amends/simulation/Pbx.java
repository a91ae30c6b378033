package dev.amends.simulation;

import dev.amends.dialing.Hint;
import dev.amends.dialing.LiveCalls;
import dev.amends.line.Floor;
import dev.amends.promise.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A telephone system on a bad day: its channels, its database, its queues. What it is told comes by
 * the {@link Wire}; what happens on it is told by events that may get lost.
 */
final class Pbx {

    /** How the channel's name begins that rings before a rep is there. */
    static final String RING = "ring-";

    private static final Duration LATE = Duration.ofSeconds(30);

    private final Place place;
    private final Life life;
    private final AstDb db = new AstDb();
    private final Hall hall;
    private final Map<String, Runnable> channels = new HashMap<>();
    private Instant runsSince;
    private Consumer<Hint> hints = _ -> {};
    private Consumer<Consumer<Floor>> watcher = _ -> {};
    private Orders orders = new Orders(_ -> {}, _ -> {}, _ -> {}, _ -> {});
    private Runnable onCrash = () -> {};

    /** What begins when a call of each kind is to be placed. */
    record Orders(
            Consumer<AttemptId> place,
            Consumer<AttemptId> ring,
            Consumer<AttemptId> tell,
            Consumer<AttemptId> ask) {}

    Pbx(Place place) {
        this.place = place;
        this.life = new Life(place.agenda);
        this.hall = new Hall(place, life, this::changed);
        this.runsSince = place.clock.instant().minus(Duration.ofDays(1));
        life.begins();
    }

    /** Who is told what happens here. */
    void tells(Consumer<Hint> hear, Consumer<Consumer<Floor>> watch) {
        hints = hear;
        watcher = watch;
    }

    /** Who places calls. */
    void onOrder(Orders orders) {
        this.orders = orders;
    }

    void onCrash(Runnable then) {
        onCrash = then;
    }

    Life life() {
        return life;
    }

    AstDb db() {
        return db;
    }

    Hall hall() {
        return hall;
    }

    /** All calls, as Asterisk lists them. */
    LiveCalls calls() {
        Set<String> ids = new HashSet<>();
        Set<String> ringing = new HashSet<>();
        for (String channel : channels.keySet()) {
            if (channel.startsWith(RING)) {
                ringing.add(channel.substring(RING.length()));
            }
            ids.add(channel.startsWith(RING) ? channel.substring(RING.length()) : channel);
        }
        return new LiveCalls(ids, ringing, runsSince);
    }

    /** Since when it runs, by the clock that was on the wall then. */
    Instant runsSince() {
        return runsSince;
    }

    /** Whether there is no call at all. */
    boolean idle() {
        return channels.isEmpty();
    }

    boolean has(String channel) {
        return channels.containsKey(channel);
    }

    /**
     * A channel is there from now on.
     *
     * @param hungUp what happens when it is hung up by order
     */
    void begins(String channel, Runnable hungUp) {
        channels.put(channel, hungUp);
    }

    void ends(String channel) {
        channels.remove(channel);
    }

    /** Writes a mark. */
    void marks(Object key, Object value) {
        place.trace.note("mark " + key + " = " + value);
        db.put(key, value, place.now());
    }

    void forgets(Object key) {
        db.remove(key, place.now());
    }

    /** A placeholder is to be placed. */
    void places(AttemptId attempt) {
        unlessThere(attempt.value(), () -> orders.place().accept(attempt));
    }

    /** A phone is to ring before a rep is there. */
    void rings(AttemptId attempt) {
        unlessThere(RING + attempt.value(), () -> orders.ring().accept(attempt));
    }

    /** A call is to be placed that tells something, without a rep. */
    void tells(AttemptId attempt) {
        unlessThere(attempt.value(), () -> orders.tell().accept(attempt));
    }

    /** The owner of a promised action is to be asked whether it is done. */
    void asks(AttemptId attempt) {
        unlessThere(attempt.value(), () -> orders.ask().accept(attempt));
    }

    /** One whose channel is there already is not begun twice. */
    private void unlessThere(String channel, Runnable begin) {
        if (!channels.containsKey(channel)) {
            begin.run();
        }
    }

    /** Its placeholder leaves the queue; a phone that rings rings on. */
    void unseats(AttemptId attempt) {
        hangsUp(attempt.value());
    }

    /** All of it is hung up that is not answered. */
    void hangsUp(AttemptId attempt) {
        hangsUp(RING + attempt.value());
        hangsUp(attempt.value());
    }

    private void hangsUp(String channel) {
        Runnable hungUp = channels.get(channel);
        if (hungUp != null) {
            hungUp.run();
        }
    }

    /** An event that says that something may have happened. */
    void hint(Hint hint) {
        if (place.weather.strikes(Fault.HINT_LOST)) {
            return;
        }
        boolean late = place.weather.strikes(Fault.HINT_LATE);
        Duration way = late ? place.fate().upTo(LATE) : Duration.ofMillis(3);
        place.agenda.in(way, () -> hints.accept(hint));
        if (place.weather.strikes(Fault.HINT_DOUBLED)) {
            place.agenda.in(way.plus(place.fate().upTo(LATE)), () -> hints.accept(hint));
        }
    }

    private void changed(Consumer<Floor> change) {
        watcher.accept(change);
    }

    /** Killed: every call is gone, and the last second of its database. */
    void crashes(Duration comesBackAfter) {
        life.ends();
        channels.clear();
        hall.crashes();
        db.crash(place.now());
        onCrash.run();
        place.agenda.in(comesBackAfter, this::starts);
    }

    void starts() {
        if (!life.alive()) {
            life.begins();
            runsSince = place.clock.instant().truncatedTo(ChronoUnit.SECONDS);
            place.trace.note("Asterisk is up");
        }
    }
}
