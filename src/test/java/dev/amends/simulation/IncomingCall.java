package dev.amends.simulation;

import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_OR_ANOTHER;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_PRESS_1;
import static dev.amends.speech.CataloguePrompt.KEEP_OR_CANCEL;
import static dev.amends.speech.CataloguePrompt.KEEP_WAIT_OR_CANCEL;

import dev.amends.caller.CallId;
import dev.amends.care.RecordingId;
import dev.amends.dialing.Hint;
import dev.amends.dialing.ServedCall;
import dev.amends.promise.PromiseId;
import dev.amends.reception.Question;
import dev.amends.reception.Turn;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that comes in, as the dialplan leads it: a question, a verb, and so on; without an answer
 * into the ordinary queue. In its end it leaves a mark, a hint and a post.
 */
final class IncomingCall {

    private static final Duration SPEAKS_BEFORE_FIRST_WORD_IS_HEARD = Duration.ofMillis(300);
    private static final int HANGS_UP_WHILE_ASKED_ONE_IN = 40;

    /**
     * The key by which he would tell what happened while he waits; on most lines it means nothing.
     */
    private static final String TELLS = "5";

    private static final int WANTS_TO_TELL_ONE_IN = 10;

    private final Centre centre;
    private final Caller caller;
    private final CallId call;
    private boolean alive = true;
    private boolean off;
    private int waits;
    private Optional<PromiseId> keeps = Optional.empty();
    private Optional<PromiseId> speaks = Optional.empty();
    private Optional<Instant> talksSince = Optional.empty();
    private int laterTimes;
    private final Tape tape;
    private Optional<RecordingId> tells = Optional.empty();
    private Instant tellsSince = Instant.MIN;

    IncomingCall(Centre centre, Caller caller, CallId call) {
        this.centre = centre;
        this.caller = caller;
        this.call = call;
        this.tape = new Tape(centre, caller, call);
    }

    void begins() {
        centre.note(caller + " calls, " + call.value());
        caller.memory.time = Optional.empty();
        centre.pbx().begins(call.value(), () -> {});
        ask("arrival", "", "");
    }

    private void ask(String dialogue, String state, String heard) {
        if (off) {
            joinsOrdinary();
            return;
        }
        Instant asked = now().minus(centre.pbx().life().stoodStill());
        centre.turns()
                .<Turn>ask(
                        desk -> desk.dialogues.answer(question(dialogue, state, heard)),
                        answer -> {
                            Instant heardOf = now().minus(centre.pbx().life().stoodStill());
                            centre.judge().asked(caller, Duration.between(asked, heardOf));
                            if (alive) {
                                answered(dialogue, answer);
                            }
                        });
    }

    private Question question(String dialogue, String state, String heard) {
        return new Question(dialogue, Daemon.SUPPORT, state, heard, call, caller.callerId(), "en");
    }

    private void answered(String dialogue, Optional<Turn> answer) {
        if (answer.isPresent()) {
            performs(answer.get());
        } else if (dialogue.equals("later")) {
            off = true;
            holds(new Turn.Next("later", ""), Duration.ofMinutes(5));
        } else {
            off = true;
            joinsOrdinary();
        }
    }

    private void performs(Turn turn) {
        switch (turn) {
            case Turn.Ask ask -> listens(ask);
            case Turn.Say say -> in(2, 4, () -> ask(say.next(), ""));
            case Turn.Join join -> joins(join);
            case Turn.Goodbye goodbye -> goodbye(goodbye.say(), goodbye.speaks());
            case Turn.Record record -> tells(record);
            case Turn.Recorded(RecordingId recording, Turn then) -> {
                tape.runs(recording);
                performs(then);
            }
            case Turn.WithStories(var _, Turn then) -> performs(then);
            case Turn.Hold hold -> holds(hold.next(), hold.limit());
            case Turn.Farewell farewell -> {
                talksSince = Optional.empty();
                goodbye(farewell.say(), Optional.of(farewell.speaks()));
            }
            case Turn.Reach _, Turn.MeetRep _, Turn.Nothing _ ->
                    throw new IllegalStateException("no verb for a caller: " + turn);
        }
    }

    private void listens(Turn.Ask ask) {
        if (centre.fate().oneIn(HANGS_UP_WHILE_ASKED_ONE_IN)) {
            in(0, 3, this::hangsUp);
            return;
        }
        String keys = caller.keys(ask.say());
        if (Caller.hears(ask.say(), IF_RIGHT_PRESS_1, IF_RIGHT_OR_ANOTHER) && keys.equals("1")) {
            caller.memory.asks(now(), centre.clock());
        }
        if (Caller.hears(ask.say(), KEEP_OR_CANCEL, KEEP_WAIT_OR_CANCEL) && keys.equals("3")) {
            caller.memory.wantsNoMore = Optional.of(now());
        }
        tape.pressed(ask.say(), keys);
        in(1, 6, () -> ask(ask.next(), keys));
    }

    /** He tells what happened, until he presses pound or hangs up. */
    private void tells(Turn.Record record) {
        tape.story(record.story());
        tells = Optional.of(record.story());
        tellsSince = now();
        Duration time = centre.fate().seconds(0, 60);
        boolean hangsUp = centre.fate().oneIn(6);
        centre.pbx()
                .life()
                .in(
                        time,
                        () -> alive,
                        () -> {
                            if (hangsUp) {
                                hangsUp();
                            } else {
                                tells = Optional.empty();
                                ask(record.next(), "DTMF." + time.toSeconds());
                            }
                        });
    }

    private void ask(Turn.Next next, String heard) {
        ask(next.dialogue(), next.state(), heard);
    }

    private void joins(Turn.Join join) {
        keeps = join.endsWhenServed();
        if (keeps.isPresent()) {
            caller.memory.waitsHimself = Optional.of(now());
        }
        waits(join.queue(), join.position());
        int mine = waits;
        join.patience()
                .ifPresent(limit ->
                        centre.pbx()
                                .life()
                                .in(
                                        limit,
                                        () -> {
                                            if (mine == waits && leavesQueue()) {
                                                ask(join.next(), "TIMEOUT");
                                            }
                                        }));
        if (centre.fate().oneIn(WANTS_TO_TELL_ONE_IN)) {
            in(
                    5,
                    60,
                    () -> {
                        if (mine == waits && leavesQueue()) {
                            waits++;
                            ask(join.next(), TELLS);
                        }
                    });
        }
    }

    private void joinsOrdinary() {
        waits("support", OptionalInt.empty());
    }

    private void waits(String queue, OptionalInt position) {
        int mine = ++waits;
        centre.pbx().hall().joins(queue, call.value(), position, this::talks);
        centre.pbx()
                .life()
                .in(
                        caller.person.patience().plusSeconds(20),
                        () -> {
                            if (mine == waits && leavesQueueHangingUp()) {
                                hangsUp();
                            }
                        });
    }

    private boolean leavesQueue() {
        return alive && centre.pbx().hall().leaves(call.value(), false);
    }

    private boolean leavesQueueHangingUp() {
        boolean left = alive && centre.pbx().hall().leaves(call.value(), true);
        if (left) {
            posts("left", "");
        }
        return left;
    }

    /** A rep is there. */
    private void talks(Hall.Desk desk) {
        if (!alive) {
            centre.pbx().hall().released(desk);
            return;
        }
        waits++;
        talksSince = Optional.of(talksSince.orElse(now()));
        centre.note(caller + " speaks with " + desk.device);
        boolean later = caller.wish == Caller.Wish.CALL_BY_HIS_REP && !off && laterTimes == 0;
        Duration talk = later ? Duration.ofSeconds(15) : caller.person.handling().plusSeconds(3);
        desk.onHangUp(this::hangsUp);
        centre.onceTalked(() -> {
            if (alive && talksSince.isPresent()) {
                served();
            }
        });
        centre.pbx()
                .life()
                .in(
                        talk,
                        () -> {
                            if (!alive) {
                                return;
                            }
                            centre.pbx().hall().released(desk);
                            if (later) {
                                laterTimes++;
                                ask("later", "new:" + laterTimes + "::" + desk.device, "");
                            } else {
                                hangsUp();
                            }
                        });
    }

    private void served() {
        talksSince
                .filter(since -> longEnough(since))
                .ifPresent(_ -> caller.memory.served = Optional.of(now()));
    }

    private boolean longEnough(Instant since) {
        return Duration.between(since, now()).toSeconds() >= 10;
    }

    /** Holds for his rep, who comes back or not. */
    private void holds(Turn.Next next, Duration limit) {
        Duration away = centre.fate().seconds(20, 400);
        if (away.compareTo(limit) < 0) {
            centre.pbx().life().in(away.plusSeconds(30), this::hangsUpServed);
        } else if (off) {
            centre.pbx().life().in(limit, this::joinsOrdinary);
        } else {
            centre.pbx().life().in(limit, () -> ask(next, "TIMEOUT"));
        }
    }

    private void hangsUpServed() {
        served();
        hangsUp();
    }

    private void goodbye(List<Prompt> say, Optional<PromiseId> promise) {
        speaks = promise;
        promise.ifPresent(id -> centre.pbx().marks(id, "said"));
        boolean hearsIt = !centre.fate().oneIn(6);
        if (hearsIt) {
            centre.pbx().life().in(SPEAKS_BEFORE_FIRST_WORD_IS_HEARD, () -> hears(say));
        }
        centre.pbx()
                .life()
                .in(
                        hearsIt ? Duration.ofSeconds(4) : Duration.ofMillis(100),
                        () -> {
                            centre.judge().saidGoodbye(caller, say);
                            hangsUp();
                        });
    }

    private void hears(List<Prompt> say) {
        if (!alive) {
            return;
        }
        if (Caller.promised(say)) {
            caller.memory.promised = Optional.of(now());
            centre.note(caller + " hears that he will be called");
            centre.judge().heard(caller);
        }
        if (Caller.hears(say, CANCELLED_GOODBYE)) {
            caller.memory.cancelled = Optional.of(now());
        }
    }

    /** Whoever hangs up: the dialplan's last words. */
    private void hangsUp() {
        if (!alive) {
            return;
        }
        alive = false;
        waits++;
        caller.memory.waitsHimself = Optional.empty();
        centre.note(caller + " hangs up, " + call.value());
        centre.pbx().ends(call.value());
        speaks.ifPresent(id -> centre.pbx().hint(new Hint.AboutPromise(id)));
        tells.ifPresent(this::tellsThatHeHasTold);
        talksSince.ifPresent(this::tellsThatHeWasServed);
        centre.ended(caller);
    }

    private void tellsThatHeWasServed(Instant since) {
        Duration talked = Duration.between(since, now());
        served();
        tape.spoke(talked);
        keeps.ifPresent(id -> {
            centre.pbx().marks(id, new ServedCall(call, talked));
            centre.pbx().hint(new Hint.AboutPromise(id));
        });
        Instant ended = centre.clock().truncatedTo(ChronoUnit.SECONDS);
        if (talked.toSeconds() >= 10 || keeps.isPresent()) {
            centre.posts(
                    new Centre.Post(
                            "served",
                            call.value(),
                            talked.toSeconds() + "." + ended.getEpochSecond()),
                    call,
                    caller.callerId(),
                    answer -> {
                        if (answer.isPresent() && talked.toSeconds() >= 10) {
                            caller.memory.servedOnRecord(now(), ended, centre.clock());
                        }
                    });
        }
    }

    private void tellsThatHeHasTold(RecordingId story) {
        long seconds = Duration.between(tellsSince, now()).toSeconds();
        centre.posts(
                new Centre.Post("story", story.value(), "HANGUP." + seconds),
                call,
                caller.callerId(),
                _ -> {});
    }

    private void posts(String dialogue, String heard) {
        centre.posts(
                new Centre.Post(dialogue, call.value(), heard), call, caller.callerId(), _ -> {});
    }

    private void in(int least, int most, Runnable then) {
        centre.pbx().life().in(centre.fate().seconds(least, most), () -> alive, then);
    }

    private Instant now() {
        return centre.place().now();
    }
}
