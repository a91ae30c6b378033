package dev.amends.simulation;

import dev.amends.dialing.Hint;
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

    private static final Duration LATE = Duration.ofSeconds(30);

    private final Place place;
    private final Life life;
    private final AstDb db = new AstDb();
    private final Hall hall;
    private final Map<String, Runnable> channels = new HashMap<>();
    private Instant runsSince;
    private Consumer<Hint> hints = _ -> {};
    private Consumer<Consumer<Floor>> watcher = _ -> {};
    private Consumer<AttemptId> places = _ -> {};
    private Consumer<AttemptId> tells = _ -> {};
    private Runnable onCrash = () -> {};

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

    /** What begins when a placeholder is to be placed, and a call that only tells something. */
    void onOrder(Consumer<AttemptId> placed, Consumer<AttemptId> told) {
        places = placed;
        tells = told;
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

    Instant runsSince() {
        return runsSince;
    }

    /** The ids of all channels. */
    Set<String> channels() {
        return new HashSet<>(channels.keySet());
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
        begins(attempt, places);
    }

    /** A call is to be placed that tells something, without a rep. */
    void tells(AttemptId attempt) {
        begins(attempt, tells);
    }

    /** One whose channel is there already is not begun twice. */
    private void begins(AttemptId attempt, Consumer<AttemptId> begin) {
        if (!channels.containsKey(attempt.value())) {
            begin.accept(attempt);
        }
    }

    void hangsUp(AttemptId attempt) {
        Runnable hungUp = channels.get(attempt.value());
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
