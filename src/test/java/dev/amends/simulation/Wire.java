package dev.amends.simulation;

import dev.amends.dialing.LiveCalls;
import dev.amends.dialing.OutboundLine;
import dev.amends.dialing.OwnerLine;
import dev.amends.dialing.ServedCall;
import dev.amends.dialing.TelephoneDown;
import dev.amends.dialing.Witness;
import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The link from Amends to Asterisk: orders get lost, come late or twice, answers get lost or are
 * stale, and a cut is noticed late.
 */
final class Wire implements OutboundLine, OwnerLine {

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(13);
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Place place;
    private final Pbx pbx;
    private boolean connected;
    private boolean cut;
    private int links;
    private Instant lostAt = Instant.MIN;
    private Runnable onLost = () -> {};
    private Runnable onConnected = () -> {};

    Wire(Place place, Pbx pbx) {
        this.place = place;
        this.pbx = pbx;
    }

    /** What Amends does when it is cut off, and when it is linked again. */
    void tells(Runnable lost, Runnable linked) {
        onLost = lost;
        onConnected = linked;
    }

    boolean cut() {
        return cut;
    }

    /** How long the link has been down. */
    Duration downFor() {
        return connected ? Duration.ZERO : Duration.between(lostAt, place.now());
    }

    /** No packet gets through for so long. */
    void cuts(Duration time) {
        cut = true;
        place.agenda.in(
                place.fate().upTo(NOTICED_WITHIN),
                () -> {
                    if (cut) {
                        drops();
                    }
                });
        place.agenda.in(time, this::heals);
    }

    void heals() {
        cut = false;
        if (!connected) {
            dials();
        }
    }

    /** The connection is gone: one side has ended, or has found the other silent. */
    void drops() {
        links++;
        if (connected) {
            connected = false;
            lostAt = place.now();
            place.trace.note("the link is down");
            onLost.run();
        }
        dials();
    }

    /** Tries to connect until it works. */
    void dials() {
        int mine = ++links;
        place.agenda.in(
                place.fate().between(Duration.ofMillis(50), ANSWER_PATIENCE),
                () -> {
                    if (mine == links && !connected) {
                        connectsOrTriesAgain();
                    }
                });
    }

    private void connectsOrTriesAgain() {
        if (pbx.life().alive() && !pbx.life().frozen() && !cut) {
            connected = true;
            place.trace.note("the link is up");
            onConnected.run();
        } else {
            dials();
        }
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public void place(List<AttemptId> attempts) {
        attempts.forEach(attempt -> order("place " + attempt, () -> pbx.places(attempt)));
    }

    @Override
    public void ring(AttemptId attempt) {
        order("ring " + attempt, () -> pbx.rings(attempt));
    }

    @Override
    public void unseat(AttemptId attempt) {
        order("unseat " + attempt, () -> pbx.unseats(attempt));
    }

    @Override
    public void tell(AttemptId attempt) {
        order("tell " + attempt, () -> pbx.tells(attempt));
    }

    @Override
    public void survey(AttemptId attempt) {
        tell(attempt);
    }

    @Override
    public void ask(AttemptId attempt) {
        order("ask " + attempt, () -> pbx.asks(attempt));
    }

    @Override
    public void withdraw(AttemptId attempt) {
        order("withdraw " + attempt, () -> pbx.hangsUp(attempt));
    }

    @Override
    public void forget(AttemptId attempt) {
        order("forget " + attempt, () -> pbx.forgets(attempt));
    }

    @Override
    public void forget(PromiseId promise) {
        order("forget " + promise, () -> pbx.forgets(promise));
    }

    @Override
    public Witness witness(AttemptId attempt) {
        return ask(() -> pbx.db().get(attempt, Witness.class)).orElseGet(Witness.Nothing::new);
    }

    @Override
    public boolean said(PromiseId promise) {
        return ask(() -> pbx.db().get(promise, String.class)).isPresent();
    }

    @Override
    public Optional<ServedCall> served(PromiseId promise) {
        return ask(() -> pbx.db().get(promise, ServedCall.class));
    }

    @Override
    public LiveCalls calls() {
        return ask(() -> pbx.calls());
    }

    private void order(String what, Runnable carriedOut) {
        ask(() -> {
            place.trace.note("order: " + what);
            if (place.weather.strikes(Fault.ORDER_LOST)) {
                throw new TelephoneDown("lost");
            }
            if (place.weather.strikes(Fault.ORDER_LATE)) {
                pbx.life().in(place.fate().upTo(LATE), carriedOut);
            } else {
                carriedOut.run();
            }
            if (place.weather.strikes(Fault.ORDER_DOUBLED)) {
                pbx.life().in(place.fate().upTo(LATE), carriedOut);
            }
            return true;
        });
    }

    private <T> T ask(Supplier<T> question) {
        reachable();
        T answer = question.get();
        if (place.weather.strikes(Fault.ANSWER_STALE)) {
            place.goesOn(place.fate().upTo(ANSWER_PATIENCE));
        }
        if (cut || place.weather.strikes(Fault.ANSWER_LOST)) {
            throw new TelephoneDown("no answer");
        }
        return answer;
    }

    /** Waits for a telephone system that stands still, as long as it is worth it. */
    private void reachable() {
        if (connected && (cut || pbx.life().frozen())) {
            place.goesOn(ANSWER_PATIENCE);
        }
        if (!connected || cut || pbx.life().frozen() || !pbx.life().alive()) {
            throw new TelephoneDown("not there");
        }
    }
}
