package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Ended;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Somebody hangs up, in every state that a dialogue has. Afterwards no channel is up, whoever heard
 * a promise is called and nobody else, nobody is called twice within the gap, and the reps are free
 * again.
 */
@Tag("live")
class HangUpLiveTest {

    private static final String NUMBER = "+12025550160";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofSeconds(60);

    @RegisterExtension final Stage stage = new Stage();

    @BeforeEach
    void noRepTakesCallsYet() {
        stage.onDuty();
        stage.centre().repsListen();
    }

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("callbacks.ring_seconds", 8);
    }

    /** When a caller hangs up. */
    private enum Caller {
        DURING_THE_CHOICE(call -> call.awaitPrompt("choice", SOON)),
        DURING_THE_READ_BACK(call -> {
            pressAt("choice", "2", call);
            call.awaitPrompt("we-will-call-you-on", SOON);
        }),
        RIGHT_AFTER_SAYING_YES(call -> {
            pressAt("choice", "2", call);
            pressAt("if-right-press-1", "1", call);
        }),
        WHILE_THE_PROMISE_IS_SPOKEN(call -> {
            pressAt("choice", "2", call);
            pressAt("if-right-press-1", "1", call);
            call.awaitPrompt("we-will-call-you", SOON);
        }),
        WHILE_HE_IS_NOT_UNDERSTOOD(call -> {
            pressAt("choice", "7", call);
            call.awaitPrompt("not-understood", SOON);
        }),
        WHILE_HE_IS_TOLD_TO_WAIT(call -> {
            pressAt("choice", "1", call);
            call.awaitPrompt("keep-waiting", SOON);
        }),
        IN_THE_QUEUE(call -> {
            pressAt("choice", "1", call);
            call.awaitTone(CallCentre.MUSIC_TONE, SOON);
        });

        private final Consumer<Call> until;

        Caller(Consumer<Call> until) {
            this.until = until;
        }

        String number() {
            return "+1202555017" + ordinal();
        }

        private static void pressAt(String prompt, String key, Call call) {
            call.awaitPrompt(prompt, SOON);
            call.press(key);
        }
    }

    @Test
    void a_caller_hangs_up_before_amends_has_said_what_to_do_with_him() {
        AmendsProcess amends = stage.amends(HangUpLiveTest::choiceForEveryone);
        amends.freeze();
        Call call = stage.centre().call(NUMBER);
        Awaitility.await().atMost(SOON).until(() -> stage.pbx().channels() == 1);

        call.hangUp();

        stage.awaitNoChannels(Duration.ofSeconds(5));
        amends.thaw();
        Call next = stage.centre().call(NUMBER);
        next.awaitPrompt("choice", SOON);
        assertThat(stage.promises()).isEmpty();
    }

    @Test
    void callers_hang_up_anywhere_and_only_those_who_heard_a_promise_are_called() throws Exception {
        stage.amends(HangUpLiveTest::choiceForEveryone);
        List<Runnable> callers = new ArrayList<>();
        List<String> heardPromise = Collections.synchronizedList(new ArrayList<>());
        for (Caller caller : Caller.values()) {
            stage.centre().called(caller.number(), keying("3"));
            callers.add(() -> {
                Call call = stage.centre().call(caller.number());
                caller.until.accept(call);
                call.hangUp();
                call.awaitEnded(SOON);
                if (call.ear().promptNames().contains("we-will-call-you")) {
                    heardPromise.add(caller.number());
                }
            });
        }
        Stage.atOnce(callers);

        stage.everybodyOnDuty();

        assertThat(heardPromise).contains(Caller.WHILE_THE_PROMISE_IS_SPOKEN.number());
        Awaitility.await()
                .atMost(LATER)
                .until(() -> stage.promises().stream().noneMatch(Callback::open));
        stage.awaitNoChannels(SOON);
        List<String> called =
                stage.centre().carrier().inviteLog().all().stream()
                        .map(invite -> invite.calledUser())
                        .toList();
        assertThat(called).doesNotHaveDuplicates().containsAll(heardPromise);
        assertThat(called)
                .isSubsetOf(
                        Caller.WHILE_THE_PROMISE_IS_SPOKEN.number(),
                        Caller.RIGHT_AFTER_SAYING_YES.number());
    }

    @Test
    void a_caller_hangs_up_while_he_talks_and_the_rep_is_free_for_the_next() {
        AmendsProcess amends = stage.amends(s -> s);
        stage.onDuty("rep1");
        Call call = stage.centre().call(NUMBER);
        call.awaitTone(CallCentre.voice("rep1"), SOON);

        call.hangUp();

        repHasBeenHungUp("rep1", 1);
        stage.awaitNoChannels(SOON);
        Call again = stage.centre().call(NUMBER);
        again.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(amends.said()).doesNotContain("hung up waiting");
    }

    /** When a called person hangs up. */
    private enum Called {
        WHILE_IT_RINGS(Behaviour.rejectAfter(Duration.ofMillis(800), 486)),
        DURING_THE_GREETING(answering(call -> call.awaitPrompt("company", SOON))),
        AT_THE_QUESTION(answering(call -> call.awaitPrompt("speak-later-never", SOON))),
        AT_THE_REMINDER(answering(call -> call.ear().awaitPrompt("speak-later-never", 2, SOON))),
        RIGHT_AFTER_SAYING_YES(
                answering(call -> {
                    call.awaitPrompt("speak-later-never", SOON);
                    call.press("1");
                }));

        private final Behaviour behaviour;

        Called(Behaviour behaviour) {
            this.behaviour = behaviour;
        }

        String number() {
            return "+1202555018" + ordinal();
        }

        private static Behaviour answering(Script until) {
            return CallCentre.answering(until.then(Call::hangUp));
        }
    }

    @Test
    void called_people_hang_up_anywhere_and_are_not_called_again_within_the_gap() throws Exception {
        stage.amends(HangUpLiveTest::choiceForEveryone);
        List<Runnable> callers = new ArrayList<>();
        for (Called person : Called.values()) {
            stage.centre().called(person.number(), person.behaviour);
            callers.add(() -> stage.promised(person.number()));
        }
        Stage.atOnce(callers);

        stage.everybodyOnDuty();

        stage.centre().carrier().awaitInvites(Called.values().length, LATER);
        Awaitility.await()
                .atMost(LATER)
                .until(() ->
                        stage.promises().stream()
                                .allMatch(p ->
                                        p instanceof Callback.Promised && p.tries().made() == 1));
        stage.awaitNoChannels(SOON);
        assertThat(stage.centre().carrier().inviteLog().all())
                .extracting(invite -> invite.calledUser())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Called.values()).map(Called::number).toList());
        assertThat(stage.centre().reps().incomingCalls())
                .allMatch(rep -> rep.awaitEnded(SOON).by() == Ended.By.THEM)
                .filteredOn(rep -> rep.ear().promptNames().contains("nobody-there"))
                .hasSizeGreaterThanOrEqualTo(Called.values().length - 1);
    }

    @Test
    void a_rep_declines_the_ringing_and_is_offered_the_call_again() {
        promisedTo(CallCentre.answering(Script.listen()));
        stage.centre().rep("rep1", Behaviour.rejectAfter(Duration.ofMillis(500), 486));
        stage.onDuty("rep1");
        stage.centre().reps().awaitIncoming("rep1", 1, SOON).awaitEnded(SOON);
        assertThat(invites()).isZero();

        stage.centre().rep("rep1", CallCentre.listening("rep1"));

        stage.centre().carrier().awaitIncoming(NUMBER, 1, LATER);
        assertThat(invites()).isOne();
    }

    @Test
    void a_rep_hangs_up_while_he_is_told_what_it_is_and_nobody_is_called_until_one_is_there() {
        stage.drawOut("callback-for-you");
        promisedTo(CallCentre.answering(Script.listen()));
        repDoes(call -> call.awaitPrompt("callback-for-you", SOON));
        stage.onDuty("rep1");
        stage.centre().reps().awaitIncoming("rep1", 1, SOON).awaitEnded(SOON);

        stage.onDuty();
        stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        assertThat(invites()).isZero();
        stage.centre().rep("rep1", CallCentre.listening("rep1"));
        stage.onDuty("rep1");

        stage.centre().carrier().awaitIncoming(NUMBER, 1, LATER);
        assertThat(invites()).isOne();
    }

    @Test
    void a_rep_hangs_up_while_the_telephone_rings_and_the_ringing_stops() {
        promisedTo(Behaviour.ringForever());
        repDoes(call -> stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON));

        stage.onDuty("rep1");

        IncomingCall person = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        assertThat(person.awaitEnded(Duration.ofSeconds(4)).by()).isEqualTo(Ended.By.THEM);
        awaitLaterAgain(0);
    }

    @Test
    void a_rep_hangs_up_before_the_answered_person_has_keyed_and_the_next_rep_takes_the_call() {
        promisedTo(CallCentre.answering(Script.listen()));
        repDoes(call ->
                stage.centre()
                        .carrier()
                        .awaitIncoming(NUMBER, 1, SOON)
                        .awaitPrompt("company", SOON));
        stage.onDuty("rep1");
        IncomingCall person = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        stage.centre().reps().awaitIncoming("rep1", 1, SOON).awaitEnded(SOON);
        person.awaitPrompt("speak-later-never", SOON);
        person.press("1");
        person.awaitPrompt("lost-the-rep", SOON);

        stage.onDuty("rep2");

        person.awaitTone(CallCentre.voice("rep2"), SOON);
        IncomingCall rep = stage.centre().reps().awaitIncoming("rep2", 1, SOON);
        rep.awaitTone(CallCentre.CALLED_TONE, SOON);
        person.hangUp();
        repHasBeenHungUp("rep2", 1);
        stage.awaitNoChannels(SOON);
        assertThat(invites()).isOne();
    }

    @Test
    void a_rep_hangs_up_as_soon_as_they_can_talk_and_the_person_is_not_called_again_at_once() {
        promisedTo(keying("1"));
        repDoes(call -> call.awaitTone(CallCentre.CALLED_TONE, SOON));

        stage.onDuty("rep1");

        IncomingCall person = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        assertThat(person.awaitEnded(SOON).by()).isEqualTo(Ended.By.THEM);
        awaitLaterAgain(1);
    }

    /** One promise is made; when its number is called, this happens. */
    private void promisedTo(Behaviour person) {
        stage.amends(HangUpLiveTest::choiceForEveryone);
        stage.centre().called(NUMBER, person);
        stage.promised(NUMBER);
    }

    /** The first rep answers, and hangs up once this is over. */
    private void repDoes(Script until) {
        stage.centre()
                .rep(
                        "rep1",
                        Behaviour.answerAfter(Duration.ofMillis(300))
                                .as(Leg.tone(CallCentre.voice("rep1")))
                                .then(until.then(Call::hangUp)));
    }

    private static Behaviour keying(String key) {
        return CallCentre.answering(Script.pressAt("speak-later-never", SOON, key));
    }

    private void repHasBeenHungUp(String rep, int nth) {
        IncomingCall call = stage.centre().reps().awaitIncoming(rep, nth, SOON);
        assertThat(call.awaitEnded(SOON).by()).isEqualTo(Ended.By.THEM);
    }

    private int invites() {
        return stage.centre().carrier().inviteLog().all().size();
    }

    /** The call is over everywhere; the promise stands, for later. */
    private void awaitLaterAgain(int tries) {
        stage.awaitNoChannels(SOON);
        stage.awaitPromise(
                p -> p instanceof Callback.Promised && p.tries().made() == tries && invites() == 1,
                SOON);
        assertThat(invites()).isOne();
    }
}
