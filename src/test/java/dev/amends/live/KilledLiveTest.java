package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.DialplanLog;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/**
 * Amends is killed at every point of a caller's and of a promise's way: no caller is lost, every
 * spoken promise is called in the end, and the carrier never sees two calls within the gap.
 */
@Tag("live")
class KilledLiveTest {

    private static final String NUMBER = "+12025550143";
    private static final Duration GAP = Duration.ofSeconds(8);
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final int KILLED = 137;

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", Math.toIntExact(GAP.toSeconds()))
                .number("callbacks.ring_seconds", 20);
    }

    private static SettingsText noChoice(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99);
    }

    private Judge judge() {
        return new Judge(stage.centre().carrier());
    }

    private AmendsProcess startAgain() {
        return stage.amends(KilledLiveTest::choiceForEveryone);
    }

    private static Behaviour pressing(String key) {
        return CallCentre.answering(
                Script.pressAt("speak-later-never", Duration.ofSeconds(15), key));
    }

    @Test
    void killed_at_the_choice_the_caller_who_presses_a_key_reaches_a_rep() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(4));
        stage.onDuty("rep1");
        AmendsProcess amends = stage.amends(KilledLiveTest::choiceForEveryone);
        Call call = centre.call(NUMBER);
        call.awaitPrompt("choice", Duration.ofSeconds(10));

        amends.kill();
        call.press("2");

        call.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(15));
        call.awaitEnded(Duration.ofSeconds(10));
        startAgain();
        assertThat(stage.promises()).isEmpty();
        judge().wants(NUMBER, 0, GAP);
    }

    @Test
    void killed_while_callers_wait_they_stay_in_their_places_even_when_one_presses_a_key() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(3));
        stage.onDuty();
        AmendsProcess amends = stage.amends(KilledLiveTest::noChoice);
        Call first = centre.call(NUMBER);
        stage.awaitInQueue("support", 1, Duration.ofSeconds(15));
        Call second = centre.call("+12025550144");
        stage.awaitInQueue("support", 2, Duration.ofSeconds(15));

        amends.kill();
        DialplanLog log = stage.pbx().dialplanLog();
        first.press("2");
        log.await(step -> step.is("amends-ordinary", "Queue"), Duration.ofSeconds(10));
        stage.awaitInQueue("support", 2, Duration.ofSeconds(15));
        stage.onDuty("rep1");

        first.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(20));
        assertThat(second.isUp()).isTrue();
        assertThat(second.ear().timeline()).noneMatch(heard -> heard.has(CallCentre.voice("rep1")));
        second.awaitTone(CallCentre.voice("rep1"), LONG);
    }

    @Test
    void killed_after_the_promise_was_committed_but_not_spoken_the_caller_is_served_not_called() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(6));
        stage.onDuty("rep1");
        AmendsProcess amends =
                stage.amendsDying(KilledLiveTest::choiceForEveryone, "after Ledger.promise");
        Call call = centre.call(NUMBER);
        call.awaitPrompt("choice", Duration.ofSeconds(10));
        call.press("2");
        call.awaitPrompt("if-right-press-1", Duration.ofSeconds(15));
        call.press("1");

        assertThat(amends.awaitEnd(Duration.ofSeconds(10))).isEqualTo(KILLED);
        call.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(10));
        call.awaitEnded(Duration.ofSeconds(15));
        startAgain();

        stage.awaitPromise(Callback.Withdrawn.class::isInstance, LONG);
        assertThat(call.ear().promptNames()).doesNotContain("we-will-call-you");
        judge().wants(NUMBER, 0, GAP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before Ledger.intend",
                "before OutboundLine.place",
                "after OutboundLine.place",
                "before Ledger.claim",
                "after Ledger.claim",
                "before Ledger.settle",
                "after Ledger.settle"
            })
    void killed_anywhere_between_promise_and_outcome_he_is_called_exactly_once(String point) {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(20));
        stage.onDuty("rep1");
        centre.called(NUMBER, pressing("3"));
        AmendsProcess amends = stage.amendsDying(KilledLiveTest::choiceForEveryone, point);

        stage.promised(NUMBER);
        assertThat(amends.awaitEnd(LONG)).isEqualTo(KILLED);
        startAgain();

        stage.awaitPromise(Callback.Withdrawn.class::isInstance, LONG);
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(1));
        called.awaitEnded(Duration.ofSeconds(10));
        assertThat(called.ear().promptNames())
                .containsExactly(
                        "company",
                        "you-asked-us-to-call",
                        "speak-later-never",
                        "cancelled-goodbye");
        stage.awaitNoChannels(LONG);
        judge().wants(NUMBER, 1, GAP);
    }

    @Test
    void killed_while_the_phone_rings_the_call_goes_on_and_its_outcome_is_known_afterwards() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(20));
        stage.onDuty("rep1");
        centre.called(NUMBER, Behaviour.rejectAfter(Duration.ofSeconds(4), 486), pressing("3"));
        AmendsProcess amends = stage.amends(KilledLiveTest::choiceForEveryone);
        stage.promised(NUMBER);
        IncomingCall busy = centre.carrier().awaitIncoming(NUMBER, 1, LONG);

        amends.kill();
        busy.awaitEnded(Duration.ofSeconds(10));
        startAgain();

        stage.awaitPromise(callback -> callback.tries().made() == 1, LONG);
        assertThat(amends.cli("promises", "explain", stage.onlyPromise()))
                .contains("was busy; try 1 of 4");
        stage.awaitPromise(Callback.Withdrawn.class::isInstance, LONG);
        judge().wants(NUMBER, 2, GAP);
    }

    @Test
    void killed_while_the_phone_rings_he_who_answers_then_still_speaks_with_the_rep() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(25));
        stage.onDuty("rep1");
        centre.called(
                NUMBER,
                Behaviour.answerAfter(Duration.ofSeconds(3))
                        .as(Leg.tone(CallCentre.CALLED_TONE))
                        .then(Script.pressAt("speak-later-never", Duration.ofSeconds(15), "1")));
        AmendsProcess amends = stage.amends(KilledLiveTest::choiceForEveryone);
        stage.promised(NUMBER);
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, LONG);

        amends.kill();
        speaksWithTheRepAndThePromiseIsKept(called);
    }

    @Test
    void killed_at_the_key_question_he_who_presses_1_still_speaks_with_the_rep() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(25));
        stage.onDuty("rep1");
        centre.called(NUMBER, CallCentre.answering(Script.listen()));
        AmendsProcess amends = stage.amends(KilledLiveTest::choiceForEveryone);
        stage.promised(NUMBER);
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, LONG);
        called.awaitPrompt("speak-later-never", Duration.ofSeconds(15));

        amends.kill();
        called.press("1");
        speaksWithTheRepAndThePromiseIsKept(called);
        assertThat(called.ear().promptNames())
                .containsExactly("company", "you-asked-us-to-call", "speak-later-never");
    }

    private void speaksWithTheRepAndThePromiseIsKept(IncomingCall called) {
        called.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(20));
        stage.centre()
                .reps()
                .incomingCalls()
                .getFirst()
                .awaitTone(CallCentre.CALLED_TONE, Duration.ofSeconds(5));
        called.stay(Duration.ofSeconds(11));
        called.hangUp();
        startAgain();
        stage.awaitPromise(Callback.Kept.class::isInstance, LONG);
        stage.awaitNoChannels(LONG);
        judge().wants(called.invite().calledUser(), 1, GAP);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> stage.pbx().cli("database show amends").contains("0 results found"));
    }
}
