package dev.amends.simulation;

import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;

import dev.amends.caller.CallId;
import dev.amends.care.RecordingId;
import dev.amends.dialing.Claimed;
import dev.amends.dialing.Hint;
import dev.amends.dialing.Witness;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.reception.Question;
import dev.amends.reception.Turn;
import dev.amends.rehearsal.Person.PickUp;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The call to a promised person, as the dialplan leads it: dialled once claimed, asked for a key,
 * brought to his rep. It marks how far it has come, and tells nothing that it does not know.
 */
final class PromisedCall {

    private static final int LOOKS_FOR_REP = 20;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration CONNECTING_YOU = Duration.ofSeconds(2);

    private final Centre centre;
    private final AttemptId attempt;
    private final Kind kind;
    private final CallId called;
    private boolean alive = true;
    private boolean off;
    private boolean toldToWait;
    private Optional<Hall.Desk> rep = Optional.empty();
    private Optional<Carrier.Invite> leg = Optional.empty();
    private Optional<Caller> person = Optional.empty();
    private Optional<Instant> answeredAt = Optional.empty();
    private Optional<Instant> bridged = Optional.empty();
    private Instant bridgedAt = Instant.MIN;
    private Duration lasts = Duration.ZERO;
    private boolean wantsToSpeak;
    private Optional<Tape> tape = Optional.empty();
    private AttemptOutcome why = AttemptOutcome.GAVE_UP_HOLDING;

    PromisedCall(Centre centre, AttemptId attempt, Kind kind, CallId called) {
        this.centre = centre;
        this.attempt = attempt;
        this.kind = kind;
        this.called = called;
    }

    /** Who comes first. */
    enum Kind {
        REP_FIRST,
        CALLER_FIRST,
        /** No rep at all: he is only told something. */
        TELLING
    }

    /** Before a rep is there, or without one: claims, and dials. */
    void begins() {
        centre.pbx().begins(channel(), this::isCancelled);
        if (kind == Kind.CALLER_FIRST) {
            centre.rings(attempt, this);
        }
        Judge.Moment asked = centre.moment();
        centre.turns()
                .<Claimed>ask(
                        desk -> desk.claims.claim(attempt),
                        claimed -> {
                            if (alive) {
                                claimed.ifPresentOrElse(it -> dials(it, asked), this::hasNoClaim);
                            }
                        });
    }

    /** It may be another half of the same attempt that won: the placeholder waits on. */
    private void hasNoClaim() {
        alive = false;
        centre.pbx().ends(channel());
        centre.ringsNoMore(attempt, this);
    }

    private String channel() {
        return kind == Kind.CALLER_FIRST ? Pbx.RING + attempt.value() : attempt.value();
    }

    boolean answered() {
        return answeredAt.isPresent();
    }

    void dials(Claimed claimed, Judge.Moment asked) {
        centre.pbx().marks(attempt, new Witness.Dialing());
        Caller who = centre.whoHas(claimed.number());
        person = Optional.of(who);
        centre.note("dials " + who);
        centre.judge()
                .dials(
                        who,
                        asked,
                        kind != Kind.REP_FIRST
                                || placeholder().filter(Placeholder::hasRep).isPresent(),
                        kind == Kind.TELLING);
        centre.judge().shows(who, claimed.callerId());
        leg =
                Optional.of(
                        centre.carrier()
                                .invite(
                                        claimed.number(),
                                        now(),
                                        centre.clock(),
                                        kind == Kind.TELLING));
        lasts = claimed.lasts();
        if (centre.place().weather.strikes(Fault.TRUNK_FULL)) {
            in(Duration.ofSeconds(1), () -> failed(AttemptOutcome.CONGESTION));
        } else if (centre.place().weather.strikes(Fault.TRUNK_SILENT)) {
            in(claimed.ring(), () -> failed(AttemptOutcome.NO_ANSWER));
        } else if (centre.isOnTheLine(who)) {
            in(Duration.ofSeconds(1), () -> failed(AttemptOutcome.BUSY));
        } else {
            rings(who, who.person.rung(claimed.ring()));
        }
        if (centre.place().weather.strikes(Fault.REP_LEAVES)) {
            in(Duration.ofSeconds(3), this::repHangsUp);
        }
    }

    private void rings(Caller who, PickUp pickUp) {
        in(
                pickUp.after(),
                () ->
                        pickUp.failed()
                                .filter(how -> how != AttemptOutcome.NO_KEY)
                                .ifPresentOrElse(
                                        this::failedToReachHim,
                                        () -> answers(who, pickUp.failed().isPresent())));
    }

    private Optional<Placeholder> placeholder() {
        return centre.placeholder(attempt);
    }

    private void repHangsUp() {
        if (bridged.isPresent()) {
            rep.ifPresent(centre.pbx().hall()::hangsUp);
        } else {
            placeholder().ifPresent(Placeholder::repHangsUp);
        }
    }

    private void failedToReachHim(AttemptOutcome outcome) {
        leg.ifPresent(it -> it.inVain = true);
        failed(outcome);
    }

    private void failed(AttemptOutcome outcome) {
        marks(new Witness.Ended(outcome));
        over();
    }

    /** The half that dials is hung up: by the rep, or by order. What is answered goes on. */
    void isCancelled() {
        if (alive && !answered()) {
            if (leg.isPresent()) {
                marks(new Witness.Ended(AttemptOutcome.REP_LEFT));
            }
            over();
        }
    }

    private void answers(Caller who, boolean machine) {
        centre.pbx().begins(called.value(), this::hangsUp);
        marks(new Witness.Answered(called.value()));
        answeredAt = Optional.of(now());
        who.memory.time = Optional.empty();
        in(lasts, this::isCutOff);
        centre.answered(who);
        ask(who, machine, new Turn.Next("answered", attempt.value()), "");
    }

    private void ask(Caller who, boolean machine, Turn.Next next, String heard) {
        if (off) {
            alone(who, heard);
            return;
        }
        Question question =
                new Question(
                        next.dialogue(),
                        Daemon.SUPPORT,
                        next.state(),
                        heard,
                        called,
                        who.callerId(),
                        "en");
        centre.turns()
                .<Turn>ask(
                        desk -> desk.dialogues.answer(question),
                        answer -> {
                            if (!alive) {
                                return;
                            }
                            if (answer.isPresent()) {
                                performs(who, machine, answer.get());
                            } else {
                                off = true;
                                alone(who, heard);
                            }
                        });
    }

    private void performs(Caller who, boolean machine, Turn turn) {
        switch (turn) {
            case Turn.Ask ask -> {
                String key = machine ? "" : who.keysWhenCalled(ask.say());
                means(who, key);
                tape(who).pressed(ask.say(), key);
                in(centre.fate().seconds(2, 6), () -> ask(who, machine, ask.next(), key));
            }
            case Turn.Say say -> in(Duration.ofSeconds(2), () -> ask(who, machine, say.next(), ""));
            case Turn.MeetRep meet -> meets(who, machine, meet.next(), 0);
            case Turn.Join join -> joins(join);
            case Turn.Goodbye goodbye -> {
                hears(who, goodbye.say());
                in(Duration.ofSeconds(2), this::hangsUp);
            }
            case Turn.Recorded(RecordingId recording, Turn then) -> {
                tape(who).runs(recording);
                performs(who, machine, then);
            }
            case Turn.WithStories(var _, Turn then) -> performs(who, machine, then);
            case Turn.Record _ ->
                    throw new IllegalStateException("tells nothing when called: " + turn);
            case Turn.Reach _, Turn.Hold _, Turn.Farewell _, Turn.Nothing _ ->
                    throw new IllegalStateException("no verb for a called person: " + turn);
        }
    }

    private static void hears(Caller who, List<Prompt> say) {
        // Only what Amends itself said: it had committed that.
        if (Caller.hears(say, CANCELLED_GOODBYE)) {
            who.memory.cancelled = who.memory.wantsNoMore;
        }
    }

    /** What a key means for the mark, should Amends not be there to hear it. */
    private void means(Caller who, String key) {
        if (why == AttemptOutcome.NOT_NOW || wantsToSpeak) {
            return; // the only question left is when, or whether he may be recorded
        }
        wantsToSpeak = key.equals("1");
        why =
                switch (key) {
                    case "1" -> AttemptOutcome.GAVE_UP_HOLDING;
                    case "2" -> AttemptOutcome.NOT_NOW;
                    case "3" -> AttemptOutcome.NO_LONGER_NEEDED;
                    default -> AttemptOutcome.NO_KEY;
                };
        if (key.equals("3")) {
            who.memory.wantsNoMore = Optional.of(now());
        }
    }

    /** Amends is gone in the middle. */
    private void alone(Caller who, String heard) {
        String key = why == AttemptOutcome.NOT_NOW ? "" : heard;
        switch (key) {
            case "1" -> meets(who, false, new Turn.Next("answered", ""), 0);
            case "NOREP", "NOTYET" -> joins("support");
            default -> {
                if (wantsToSpeak) {
                    meets(who, false, new Turn.Next("answered", ""), 0);
                } else {
                    in(Duration.ofSeconds(2), this::hangsUp);
                }
            }
        }
    }

    /** The rep at the placeholder, or one who is on his way there; else the next one. */
    private void meets(Caller who, boolean machine, Turn.Next next, int looks) {
        Optional<Placeholder> there = placeholder();
        if (there.filter(Placeholder::stands).isPresent()) {
            rep = Optional.of(there.get().handsOver());
            rep.get().onHangUp(this::repLeaves);
            bridges();
        } else if (there.filter(Placeholder::hasRep).isPresent() && looks < LOOKS_FOR_REP) {
            in(LOOK, () -> meets(who, machine, next, looks + 1));
        } else if (kind == Kind.REP_FIRST) {
            ask(who, machine, next, "NOREP");
        } else if (!toldToWait) {
            toldToWait = true;
            in(CONNECTING_YOU, () -> meets(who, machine, next, 0));
        } else {
            there.ifPresent(Placeholder::letsGo);
            ask(who, machine, next, "NOTYET");
        }
    }

    private void repLeaves() {
        rep = Optional.empty();
        if (alive && bridged.isPresent()) {
            talked();
        }
    }

    private void bridges() {
        bridged = Optional.of(now());
        bridgedAt = centre.clock();
        marks(new Witness.Bridged(bridgedAt, called.value()));
        Caller who = person.orElseThrow();
        Duration talk =
                centre.fate().oneIn(8)
                        ? Duration.ofSeconds(centre.fate().below(10))
                        : who.person.handling().plusSeconds(3);
        centre.onceTalked(() -> {
            if (alive) {
                who.memory.served = Optional.of(now());
            }
        });
        in(talk, this::talked);
    }

    private void joins(Turn.Join join) {
        centre.pbx()
                .hall()
                .joins(join.queue(), called.value(), join.position(), this::meetsAnother);
        in(person.orElseThrow().person.holds(), this::holdsNoLonger);
    }

    private void joins(String queue) {
        centre.pbx().hall().joins(queue, called.value(), OptionalInt.of(1), this::meetsAnother);
        in(person.orElseThrow().person.holds(), this::holdsNoLonger);
    }

    private void holdsNoLonger() {
        if (bridged.isEmpty()) {
            centre.pbx().hall().leaves(called.value(), true);
            hangsUp();
        }
    }

    private void meetsAnother(Hall.Desk desk) {
        if (!alive) {
            centre.pbx().hall().released(desk);
            return;
        }
        rep = Optional.of(desk);
        desk.onHangUp(this::repLeaves);
        bridges();
    }

    private Tape tape(Caller who) {
        Tape his = tape.orElseGet(() -> new Tape(centre, who, called));
        tape = Optional.of(his);
        return his;
    }

    private void talked() {
        Duration talked = Duration.between(bridgedAt, centre.clock());
        if (centre.place().clock.jumped().isAfter(bridged.orElseThrow())) {
            person.orElseThrow().memory.served = Optional.of(now()); // nobody can tell for how long
        }
        tape(person.orElseThrow()).spoke(talked);
        marks(new Witness.Spoke(talked, open()));
        over();
    }

    /** He hangs up without having met a rep. */
    private void hangsUp() {
        if (!alive) {
            return;
        }
        marks(new Witness.Ended(why, open()));
        over();
    }

    /** However long they would like to talk: a call has a longest time. */
    private void isCutOff() {
        if (bridged.isPresent()) {
            talked();
        } else {
            hangsUp();
        }
    }

    /** How long the line was open, as the carrier counts it. */
    private Duration open() {
        return answeredAt.map(since -> Duration.between(since, now())).orElse(Duration.ZERO);
    }

    private void marks(Witness witness) {
        centre.pbx().marks(attempt, witness);
        centre.pbx().hint(new Hint.AboutAttempt(attempt));
    }

    private void over() {
        alive = false;
        placeholder().ifPresent(Placeholder::letsGo);
        centre.pbx().ends(channel());
        centre.pbx().ends(called.value());
        centre.ringsNoMore(attempt, this);
        leg.ifPresent(it -> it.live = false);
        if (answered()) {
            person.ifPresent(centre::ended);
        }
        rep.ifPresent(centre.pbx().hall()::released);
        rep = Optional.empty();
        centre.pbx().hint(new Hint.AboutAttempt(attempt));
    }

    private void in(Duration time, Runnable then) {
        centre.pbx().life().in(time, () -> alive, then);
    }

    private Instant now() {
        return centre.place().now();
    }
}
