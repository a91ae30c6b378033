package dev.amends.simulation;

import dev.amends.caller.CallId;
import dev.amends.dialing.Hint;
import dev.amends.dialing.RepComes;
import dev.amends.dialing.Seat;
import dev.amends.promise.AttemptId;

import java.time.Duration;
import java.util.Optional;

/**
 * The placeholder of an attempt, as the dialplan leads it: it takes its seat; once a rep is there
 * the caller is dialled for him, or he waits for the phone that rings already.
 */
final class Placeholder {

    private static final Duration BRIEF = Duration.ofSeconds(2);
    private static final Duration LONGER_ONCE_ANSWERED = Duration.ofSeconds(15);

    private final Centre centre;
    private final AttemptId attempt;
    private final CallId called;
    private boolean alive = true;
    private boolean stands;
    private Optional<Hall.Desk> rep = Optional.empty();
    private Optional<PromisedCall> call = Optional.empty();

    /**
     * @param called the call of the person who is dialled, should this have him dialled
     */
    Placeholder(Centre centre, AttemptId attempt, CallId called) {
        this.centre = centre;
        this.attempt = attempt;
        this.called = called;
    }

    void begins() {
        centre.pbx().begins(attempt.value(), this::isHungUp);
        centre.stands(attempt, this);
        centre.turns().<Seat>ask(desk -> desk.claims.seat(attempt), this::takesSeat);
    }

    private void takesSeat(Optional<Seat> seat) {
        if (!alive) {
            return;
        }
        centre.note("seat of " + attempt + ": " + seat.map(Seat::toString).orElse("none"));
        seat.ifPresentOrElse(this::takes, this::letsGo);
    }

    private void takes(Seat seat) {
        Hall hall = centre.pbx().hall();
        switch (seat) {
            case Seat.InQueue in ->
                    hall.joins(in.queue(), attempt.value(), in.position(), this::meets);
            case Seat.AtRep at ->
                    hall.rings(
                            at.rep().value(),
                            desk -> desk.ifPresentOrElse(this::meets, this::letsGo));
        }
    }

    /** A rep hears what it is; then he is asked for, at the last moment. */
    private void meets(Hall.Desk desk) {
        if (!alive) {
            centre.pbx().hall().released(desk);
            return;
        }
        rep = Optional.of(desk);
        desk.onHangUp(this::repLeaves);
        in(BRIEF, this::claims);
    }

    private void claims() {
        Judge.Moment asked = centre.moment();
        centre.turns()
                .<RepComes>ask(
                        desk -> desk.claims.rep(attempt),
                        comes -> {
                            if (alive) {
                                comes.ifPresentOrElse(it -> serves(it, asked), this::letsGo);
                            }
                        });
    }

    private void serves(RepComes comes, Judge.Moment asked) {
        stands = true;
        switch (comes) {
            case RepComes.Dials dials -> {
                PromisedCall first =
                        new PromisedCall(centre, attempt, PromisedCall.Kind.REP_FIRST, called);
                call = Optional.of(first);
                first.dials(dials.claimed(), asked);
            }
            case RepComes.Waits waits -> in(waits.atMost(), this::hasWaited);
        }
    }

    private void hasWaited() {
        if (centre.ringing(attempt).filter(PromisedCall::answered).isPresent()) {
            in(LONGER_ONCE_ANSWERED, this::letsGo);
        } else {
            letsGo();
        }
    }

    /** Whether a rep is here for him now. */
    boolean stands() {
        return stands;
    }

    /** Whether a rep is on his way to it, or there. */
    boolean hasRep() {
        return rep.isPresent();
    }

    /** The rep who stands here goes to his caller. */
    Hall.Desk handsOver() {
        Hall.Desk desk = rep.orElseThrow();
        rep = Optional.empty();
        letsGo();
        return desk;
    }

    /** The rep hangs up on it. */
    void repHangsUp() {
        rep.ifPresent(centre.pbx().hall()::hangsUp);
    }

    private void repLeaves() {
        rep = Optional.empty();
        call.ifPresent(PromisedCall::isCancelled);
        letsGo();
    }

    /** By order, or because it stands in the way: not once the call that it began is answered. */
    private void isHungUp() {
        if (call.filter(PromisedCall::answered).isEmpty()) {
            call.ifPresent(PromisedCall::isCancelled);
            letsGo();
        }
    }

    /** It is gone, and its rep is free. */
    void letsGo() {
        if (!alive) {
            return;
        }
        alive = false;
        centre.pbx().hall().leaves(attempt.value(), false);
        centre.pbx().ends(attempt.value());
        centre.standsNoMore(attempt);
        rep.ifPresent(centre.pbx().hall()::released);
        rep = Optional.empty();
        centre.pbx().hint(new Hint.AboutAttempt(attempt));
    }

    private void in(Duration time, Runnable then) {
        centre.pbx().life().in(time, () -> alive, then);
    }
}
