package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.ActionPromise;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** What a rep and his caller say of a call that is over, by keys. */
@Tag("live")
class ClosingLiveTest extends HandOverScene {

    private static final String NUMBER = "+12025550179";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static SettingsText asks(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99)
                .number("lines.support.seniors_only_seconds", 2)
                .yes("lines.support.closing")
                .yes("lines.support.survey")
                .number("actions.reminder_minutes", 600)
                .number("callbacks.rep_ring_seconds", 8);
    }

    @Test
    void after_the_caller_has_hung_up_the_rep_says_by_keys_what_came_of_it() {
        AmendsProcess amends = stage.amends(ClosingLiveTest::asks);
        stage.awaitHeartbeat();
        Call caller = story.served();
        IncomingCall rep = story.rep();

        caller.hangUp();
        rep.awaitPrompt("closing-came", HandOver.SOON);
        rep.press("1");
        rep.awaitPrompt("closing-mistake", HandOver.SOON);
        rep.press("1");
        rep.awaitPrompt("closing-remedy", HandOver.SOON);
        rep.press("2");
        rep.awaitPrompt("noted", HandOver.SOON);
        rep.awaitEnded(HandOver.SOON);

        awaitLog(amends, "is closed by PJSIP/rep1: solved");
        story.nothingIsLeft();
    }

    @Test
    void
            by_code_in_the_call_a_refund_is_promised_the_caller_is_asked_how_it_was_and_the_rep_whether_it_is_done() {
        AmendsProcess amends = stage.amends(ClosingLiveTest::asks);
        stage.awaitHeartbeat();
        Call caller = story.served();
        IncomingCall rep = story.rep();

        rep.press("*82");
        rep.awaitPrompt("closing-came", HandOver.SOON);
        rep.press("3");
        rep.awaitPrompt("action-refund", HandOver.SOON);
        rep.press("1");
        rep.awaitPrompt("closing-when", HandOver.SOON);
        rep.press("1");
        rep.awaitPrompt("closing-mistake", HandOver.SOON);
        rep.press("#");
        rep.awaitPrompt("noted", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);
        assertThat(caller.ear().promptNames()).isEmpty();
        rep.hangUp();

        caller.awaitPrompt("survey-mark", HandOver.SOON);
        caller.press("2");
        caller.awaitPrompt("survey-solved", HandOver.SOON);
        caller.press("2");
        caller.awaitPrompt("thank-you-goodbye", HandOver.SOON);
        caller.awaitEnded(HandOver.SOON);
        awaitLog(amends, "is closed by PJSIP/rep1: promised");
        awaitLog(amends, "its caller gives it 2 of 5");
        awaitLog(amends, "its caller says that it is not solved");
        IncomingCall asked = story.asked("rep1", 2);
        asked.awaitPrompt("action-refund", HandOver.SOON);
        asked.awaitPrompt("done-not-or-later", HandOver.SOON);
        asked.press("1");
        asked.awaitPrompt("noted", HandOver.SOON);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> action() instanceof ActionPromise.Done);
        story.nothingIsLeft();
    }

    @Test
    void a_rep_who_hangs_up_first_is_rung_and_asked_then() {
        AmendsProcess amends =
                stage.amends(settings -> asks(settings).yes("lines.support.closing_ring"));
        stage.awaitHeartbeat();
        Call caller = story.served();

        story.rep().hangUp();
        caller.awaitPrompt("survey-mark", HandOver.SOON);
        caller.hangUp();
        IncomingCall again = story.asked("rep1", 2);
        again.awaitPrompt("closing-came", HandOver.SOON);
        again.press("2");
        again.awaitPrompt("closing-mistake", HandOver.SOON);
        again.hangUp();

        awaitLog(amends, "is closed by PJSIP/rep1: not-solved");
        story.nothingIsLeft();
    }

    @Test
    void
            frozen_when_the_caller_is_to_be_asked_it_costs_him_seconds_and_is_still_noted_for_the_rep() {
        AmendsProcess amends = stage.amends(ClosingLiveTest::asks);
        stage.awaitHeartbeat();
        Call caller = story.served();
        IncomingCall rep = story.rep();

        amends.freeze();
        rep.press("*82");
        rep.awaitPrompt("closing-came", HandOver.SOON);
        rep.press("1");
        rep.awaitPrompt("closing-mistake", HandOver.SOON);
        rep.hangUp();
        Instant alone = Instant.now();
        caller.awaitEnded(HandOver.SOON);
        assertThat(stage.took(alone, Instant.now())).isLessThan(Duration.ofMillis(4500));
        assertThat(caller.ear().promptNames()).isEmpty();
        amends.thaw();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> amends.said().contains("is closed by PJSIP/rep1: solved"));
        story.nothingIsLeft();
    }

    @Test
    void while_amends_is_away_nobody_is_asked_and_the_call_ends_as_ever() {
        AmendsProcess amends = stage.amends(ClosingLiveTest::asks);
        stage.awaitHeartbeat();
        Call caller = story.served();
        IncomingCall rep = story.rep();
        amends.close();

        caller.hangUp();
        rep.awaitEnded(HandOver.SOON);
        Call again = stage.centre().call("+12025550178");
        IncomingCall next = story.asked("rep1", 2);
        next.awaitTone(CALLER, HandOver.SOON);
        next.press("*82");
        assertThat(next.stay(Duration.ofSeconds(3))).isTrue();
        next.hangUp();
        again.awaitEnded(HandOver.SOON);

        assertThat(rep.ear().promptNames()).isEmpty();
        assertThat(next.ear().promptNames()).isEmpty();
        assertThat(again.ear().promptNames()).isEmpty();
        story.nothingIsLeft();
    }

    @Test
    void whoever_was_called_back_is_called_once_more_without_a_rep_and_asked_how_it_was() {
        CallCentre centre = stage.centre();
        stage.onDuty();
        centre.rep("rep1", CallCentre.listening("rep1"));
        centre.called(
                NUMBER,
                CallCentre.answering(
                        Script.pressAt("speak-later-never", SOON, "1")
                                .then(Script.hangUpAfter(Duration.ofSeconds(13)))),
                CallCentre.answering(
                        Script.pressAt("how-was-our-call", SOON, "1")
                                .then(Script.pressAt("survey-mark", SOON, "2"))
                                .then(Script.pressAt("survey-solved", SOON, "1"))));
        AmendsProcess amends =
                stage.amends(settings ->
                        settings.number("lines.support.offer_when_waiting", 0)
                                .text("lines.support.survey_call_after", "2s"));
        Call caller = centre.call(NUMBER);
        caller.awaitPrompt("choice", SOON);
        stage.promises(caller);
        stage.onDuty("rep1");

        IncomingCall asked = centre.carrier().awaitIncoming(NUMBER, 2, Duration.ofSeconds(60));
        asked.awaitPrompt("thank-you-goodbye", SOON);
        asked.awaitEnded(SOON);

        assertThat(asked.ear().promptNames())
                .containsExactly(
                        "company",
                        "how-was-our-call",
                        "survey-mark",
                        "survey-solved",
                        "thank-you-goodbye");
        assertThat(centre.reps().incomingCalls()).hasSize(1);
        awaitLog(amends, "its caller gives it 2 of 5");
        awaitLog(amends, "its caller says that it is solved");
        assertThat(amends.cli("promises", "explain", stage.promises().getFirst().id().value()))
                .contains("only to ask how it was: agreed to be asked");
        stage.awaitNoChannels(SOON);
    }

    private ActionPromise action() {
        return stage.onRecord(store -> store.actions().list(true, 1).getFirst());
    }

    private static void awaitLog(AmendsProcess amends, String words) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> amends.said().contains(words));
    }
}
