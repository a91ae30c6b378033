package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * A promised call, from the key to the conversation, judged by the carrier's list of INVITEs and by
 * what is heard.
 */
@Tag("live")
class CallbackLiveTest {

    private static final String NUMBER = "+12025550143";

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", 1)
                .number("callbacks.ring_seconds", 5);
    }

    @Test
    void a_caller_who_asked_for_it_is_called_once_and_speaks_with_the_rep_who_was_waiting() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, pressing("1"));
        stage.amends(CallbackLiveTest::choiceForEveryone);

        stage.promised(NUMBER);

        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(20));
        IncomingCall rep = centre.reps().incomingCalls().getFirst();
        called.awaitTone(CallCentre.voice(rep.invite().calledUser()), Duration.ofSeconds(10));
        rep.awaitTone(CallCentre.CALLED_TONE, Duration.ofSeconds(5));
        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(20));
        assertThat(called.ear().promptNames())
                .containsExactly("company", "you-asked-us-to-call", "speak-later-never");
        assertThat(centre.carrier().inviteLog().all()).hasSize(1);
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }

    @Test
    void somebody_who_is_busy_is_called_again_after_the_gap_and_then_reached() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, Behaviour.reject(486), pressing("1"));
        stage.amends(CallbackLiveTest::choiceForEveryone);

        stage.promised(NUMBER);

        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(45));
        List<Invite> calls = centre.carrier().inviteLog().to(NUMBER);
        assertThat(calls).hasSize(2);
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
                .isGreaterThan(Duration.ofSeconds(1));
        assertThat(stage.outcomes()).containsExactly(AttemptOutcome.BUSY, AttemptOutcome.KEPT);
    }

    @Test
    void who_sends_us_elsewhere_is_not_followed_though_the_trunk_could_dial_it() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, Behaviour.redirect("sip:+19005550199@127.0.0.1"), pressing("3"));
        stage.pbx()
                .cli(
                        "dialplan add extension _+X.,1,Dial,PJSIP/${EXTEN}@carrier into"
                                + " from-callers replace");
        stage.amends(CallbackLiveTest::choiceForEveryone);

        stage.promised(NUMBER);

        stage.awaitPromise(Callback.Withdrawn.class::isInstance, Duration.ofSeconds(45));
        stage.pbx().cli("dialplan remove extension _+X.@from-callers");
        assertThat(centre.carrier().inviteLog().all().stream().map(Invite::calledUser))
                .containsExactly(NUMBER, NUMBER);
        assertThat(stage.outcomes())
                .containsExactly(AttemptOutcome.BUSY, AttemptOutcome.NO_LONGER_NEEDED);
    }

    @Test
    void somebody_who_never_answers_is_called_four_times_and_then_handed_to_a_person() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, Behaviour.ringForever());
        stage.amends(CallbackLiveTest::choiceForEveryone);

        stage.promised(NUMBER);

        stage.awaitPromise(Callback.Broken.class::isInstance, Duration.ofSeconds(90));
        assertThat(centre.carrier().inviteLog().to(NUMBER)).hasSize(4);
        assertThat(stage.outcomes())
                .containsExactlyElementsOf(Collections.nCopies(4, AttemptOutcome.NO_ANSWER));
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }

    @Test
    void a_voice_box_that_presses_nothing_is_not_counted_as_reached() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, CallCentre.answering(Script.listen()));
        stage.amends(settings -> choiceForEveryone(settings).number("callbacks.retries", 0));

        stage.promised(NUMBER);

        stage.awaitPromise(Callback.Broken.class::isInstance, Duration.ofSeconds(60));
        assertThat(stage.outcomes()).containsExactly(AttemptOutcome.NO_KEY);
        IncomingCall rep = centre.reps().incomingCalls().getFirst();
        rep.awaitPrompt("nobody-there", Duration.ofSeconds(5));
        rep.awaitEnded(Duration.ofSeconds(5));
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }

    @Test
    void who_no_longer_needs_the_call_says_so_by_a_key_and_is_left_alone() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, pressing("3"));
        stage.amends(CallbackLiveTest::choiceForEveryone);

        stage.promised(NUMBER);

        stage.awaitPromise(Callback.Withdrawn.class::isInstance, Duration.ofSeconds(45));
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(5));
        called.awaitPrompt("cancelled-goodbye", Duration.ofSeconds(5));
        IncomingCall rep = centre.reps().incomingCalls().getFirst();
        rep.awaitPrompt("no-longer-needed", Duration.ofSeconds(5));
        rep.awaitEnded(Duration.ofSeconds(5));
        assertThat(centre.carrier().inviteLog().all()).hasSize(1);
    }

    @Test
    void who_asks_for_a_later_call_is_called_again_after_the_gap() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, pressing("2"), pressing("1"));
        stage.amends(CallbackLiveTest::choiceForEveryone);

        stage.promised(NUMBER);

        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(60));
        assertThat(stage.outcomes()).containsExactly(AttemptOutcome.NOT_NOW, AttemptOutcome.KEPT);
    }

    @Test
    void
            who_wants_it_later_chooses_when_hears_it_and_is_called_then_while_the_rep_is_free_at_once() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(
                NUMBER,
                CallCentre.answering(
                        Script.pressAt("speak-later-never", Duration.ofSeconds(10), "2")
                                .then(Script.pressAt("later-when", Duration.ofSeconds(10), "1"))
                                .then(Script.hangUpAfter(Duration.ofSeconds(20)))),
                pressing("1"));
        stage.amends(settings ->
                choiceForEveryone(settings)
                        .number("callbacks.gap_seconds", 600)
                        .text("lines.support.not_now_choices", "8s 1h"));

        stage.promised(NUMBER);

        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(20));
        called.awaitPrompt("later-when", Duration.ofSeconds(20));
        IncomingCall rep = centre.reps().incomingCalls().getFirst();
        rep.awaitPrompt("wants-it-later", Duration.ofSeconds(5));
        rep.awaitEnded(Duration.ofSeconds(5));
        called.awaitPrompt("call-again-at", Duration.ofSeconds(20));
        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(60));
        assertThat(stage.outcomes()).containsExactly(AttemptOutcome.NOT_NOW, AttemptOutcome.KEPT);
        assertThat(centre.carrier().inviteLog().to(NUMBER)).hasSize(2);
    }

    @Test
    void whose_machine_was_told_that_his_place_is_kept_rings_us_and_goes_straight_through() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, CallCentre.answering(Script.listen()));
        stage.amends(settings ->
                choiceForEveryone(settings)
                        .number("callbacks.gap_seconds", 600)
                        .yes("lines.support.machine_message"));

        stage.promised(NUMBER);

        IncomingCall machine = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(20));
        machine.awaitPrompt("place-kept-ring-us", Duration.ofSeconds(60));
        machine.awaitEnded(Duration.ofSeconds(10));
        stage.awaitPromise(
                promise -> promise instanceof Callback.Promised && promise.tries().made() == 1,
                Duration.ofSeconds(10));
        assertThat(stage.outcomes()).containsExactly(AttemptOutcome.MESSAGE_LEFT);
        stage.awaitNoChannels(Duration.ofSeconds(15));

        int before = centre.reps().incomingCalls().size();
        Call himself = centre.call(NUMBER);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> centre.reps().incomingCalls().size() > before);
        IncomingCall rep = centre.reps().incomingCalls().getLast();
        himself.awaitTone(CallCentre.voice(rep.invite().calledUser()), Duration.ofSeconds(15));
        assertThat(himself.ear().promptNames()).isEmpty();
    }

    @Test
    void a_promised_caller_is_served_between_two_live_ones_and_nobody_later_passes() {
        CallCentre centre = stage.centre();
        stage.onDuty("rep1");
        centre.rep("rep1", CallCentre.listening("rep1"));
        centre.called(NUMBER, pressing("1"));
        // The rep hangs up soon, so a try comes to nothing: the next is not to come in between.
        stage.amends(text -> choiceForEveryone(text).number("callbacks.gap_seconds", 600));
        Call first = stage.waiting("+12025550101");
        IncomingCall busy = centre.reps().awaitIncoming("rep1", 1, Duration.ofSeconds(10));
        Call before = stage.waiting("+12025550102");
        stage.promised(NUMBER);
        stage.awaitInQueue("support", 2, Duration.ofSeconds(10));
        Call after = stage.waiting("+12025550103");
        stage.awaitInQueue("support", 3, Duration.ofSeconds(10));

        centre.rep("rep1", CallCentre.talking("rep1", Duration.ofSeconds(3)));
        busy.hangUp();

        first.awaitEnded(Duration.ofSeconds(5));
        Instant servedBefore =
                before.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(20)).from();
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(20));
        Instant servedCalled =
                called.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(20)).from();
        Instant servedAfter =
                after.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(30)).from();
        assertThat(List.of(servedBefore, servedCalled, servedAfter)).isSorted();
    }

    @Test
    void nobody_is_called_while_no_rep_is_there_for_him() {
        CallCentre centre = stage.centre();
        stage.onDuty();
        centre.called(NUMBER, pressing("1"));
        stage.amends(CallbackLiveTest::choiceForEveryone);
        stage.promised(NUMBER);
        stage.awaitInQueue("support", 1, Duration.ofSeconds(10));

        assertThat(centre.carrier().inviteLog().all()).isEmpty();
        centre.rep("rep2", CallCentre.listening("rep2"));
        stage.onDuty("rep2");

        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(20));
        called.awaitTone(CallCentre.voice("rep2"), Duration.ofSeconds(15));
    }

    private static Behaviour pressing(String key) {
        return CallCentre.answering(
                Script.pressAt("speak-later-never", Duration.ofSeconds(10), key)
                        .then(Script.hangUpAfter(Duration.ofSeconds(20))));
    }
}
