package dev.amends.simulation;

import dev.amends.caller.CallId;
import dev.amends.dialing.Seat;
import dev.amends.promise.AttemptId;
import dev.amends.reception.Question;
import dev.amends.reception.Turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The call that asks a rep whether he has done what he promised, as the dialplan leads it: his
 * phone rings once that was claimed; then he is asked, and says something or hangs up.
 */
final class OwnerCall {

    private static final String ASKED = "asked";
    private static final String DONE = "1";
    private static final int HANGS_UP_ONE_IN = 8;

    private final Centre centre;
    private final AttemptId attempt;
    private final CallId call;
    private boolean alive = true;
    private Optional<Hall.Desk> rep = Optional.empty();

    OwnerCall(Centre centre, AttemptId attempt, CallId call) {
        this.centre = centre;
        this.attempt = attempt;
        this.call = call;
    }

    void begins() {
        centre.pbx().begins(attempt.value(), this::over);
        centre.turns()
                .<Seat>ask(
                        desk -> desk.claims.seat(attempt).or(() -> desk.phones.seat(attempt)),
                        this::rings);
    }

    private void rings(Optional<Seat> seat) {
        if (alive && seat.isPresent() && seat.get() instanceof Seat.AtRep at) {
            centre.note("rings " + at.rep().value() + ", who promised something");
            centre.pbx().hall().rings(at.rep().value(), this::answered);
        } else {
            over();
        }
    }

    private void answered(Optional<Hall.Desk> desk) {
        if (desk.isEmpty()) {
            ask(new Turn.Next(ASKED, attempt.value()), "NOANSWER");
            return;
        }
        rep = desk;
        desk.get().onHangUp(this::hangsUp);
        ask(new Turn.Next(ASKED, attempt.value()), "");
    }

    private void ask(Turn.Next next, String heard) {
        Question question =
                new Question(next.dialogue(), Daemon.SUPPORT, next.state(), heard, call, "", "en");
        centre.turns().<Turn>ask(desk -> desk.dialogues.answer(question), turn -> hears(turn));
    }

    private void hears(Optional<Turn> turn) {
        if (!alive) {
            return;
        }
        if (rep.isEmpty()) {
            over();
        } else if (turn.isPresent() && turn.get() instanceof Turn.Ask ask) {
            presses(ask.next());
        } else {
            in(Duration.ofSeconds(2), this::hangsUp);
        }
    }

    private void presses(Turn.Next next) {
        if (centre.fate().oneIn(HANGS_UP_ONE_IN)) {
            in(Duration.ofSeconds(1), this::hangsUp);
            return;
        }
        String key = centre.fate().of(List.of(DONE, DONE, "2", "3", "", "9"));
        if (key.equals(DONE)) {
            centre.judge().saysDone(attempt);
        }
        in(centre.fate().seconds(2, 8), () -> ask(next, key));
    }

    /** That he has hung up is told of every such call, whatever he said before. */
    private void hangsUp() {
        if (alive) {
            over();
            centre.posts(new Centre.Post(ASKED, attempt.value(), "HUNGUP"), call, "", _ -> {});
        }
    }

    private void over() {
        if (alive) {
            alive = false;
            centre.pbx().ends(attempt.value());
            rep.ifPresent(centre.pbx().hall()::released);
            rep = Optional.empty();
        }
    }

    private void in(Duration time, Runnable then) {
        centre.pbx().life().in(time, () -> alive, then);
    }
}
