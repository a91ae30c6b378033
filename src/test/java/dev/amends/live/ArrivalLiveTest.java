package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.bench.Leg;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who reaches whom, judged by which phone rings and by what both sides hear. Seniors are members of
 * both queues, so what the rep hears first tells which way the caller came.
 */
@Tag("live")
class ArrivalLiveTest {

    private static final String CALLER = "+12025550111";
    private static final String OTHER = "+12025550112";
    private static final int OTHER_TONE = 550;
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension final Stage stage = new Stage();

    @BeforeEach
    void everyRepTalksUntilTheCallerHangsUp() {
        stage.centre().repsListen();
    }

    @Test
    void an_ordinary_caller_and_a_rep_hear_each_other() {
        stage.amends(UnaryOperator.identity());

        Call call = stage.centre().call(CALLER);

        IncomingCall rep = inConversation(call, CallCentre.CALLER_TONE, 1);
        assertThat(call.ear().promptNames()).isEmpty();
        assertThat(rep.ear().promptNames()).isEmpty();
        call.hangUp();
        stage.awaitNoChannels(SOON);
    }

    @Test
    void whoever_calls_for_the_third_time_in_a_week_reaches_a_senior_who_hears_it() {
        stage.centre().pauseIn("support", List.of("senior1"));
        AmendsProcess amends = stage.amends(UnaryOperator.identity());
        servedCall(1);
        servedCall(2);
        stage.awaitHistory(CALLER, history -> history.earlierCalls() == 2);

        Call call = stage.centre().call(CALLER);

        IncomingCall rep = inConversation(call, CallCentre.CALLER_TONE, 3);
        assertThat(rep.invite().calledUser()).isEqualTo("senior1");
        assertThat(rep.ear().promptNames()).containsExactly("repeat-caller");
        assertThat(amends.said()).contains("senior (2 earlier calls in 7 days");
    }

    @Test
    void a_flagged_caller_reaches_a_senior_who_hears_it() {
        AmendsProcess amends = stage.amends(UnaryOperator.identity());
        amends.cli("flag", CALLER, "--reason", "third call about the same bill");

        Call call = stage.centre().call(CALLER);

        IncomingCall rep = inConversation(call, CallCentre.CALLER_TONE, 1);
        assertThat(rep.invite().calledUser()).isEqualTo("senior1");
        assertThat(rep.ear().promptNames()).containsExactly("flagged-caller");
        assertThat(amends.said()).contains("senior (flagged: third call about the same bill");
    }

    @Test
    void whoever_was_promised_what_was_not_done_and_hammered_keys_reaches_a_senior_who_hears_it() {
        AmendsProcess amends = stage.amends(UnaryOperator.identity());
        PhoneNumber number = new PhoneNumber(CALLER);
        stage.onRecord(store -> {
            for (SignalKind kind : List.of(SignalKind.PROMISE_BROKEN, SignalKind.HAMMERED_KEYS)) {
                store.signals().record(Signal.of(number, kind, "support", Instant.now(), "told"));
            }
            return store;
        });

        Call call = stage.centre().call(CALLER);

        IncomingCall rep = inConversation(call, CallCentre.CALLER_TONE, 1);
        assertThat(rep.invite().calledUser()).isEqualTo("senior1");
        assertThat(rep.ear().promptNames()).containsExactly("caller-is-upset");
        assertThat(amends.said()).contains("senior (a promise was not kept");
        assertThat(amends.cli("caller", "show", CALLER)).contains("hammered keys");
    }

    @Test
    void whoever_hangs_up_in_the_queue_and_calls_again_reaches_a_senior_who_hears_it() {
        stage.centre().pauseIn("support", CallCentre.REPS);
        stage.amends(UnaryOperator.identity());
        Call first = stage.centre().call(CALLER);
        stage.awaitInQueue("support", 1, SOON);
        first.hangUp();
        stage.awaitHistory(CALLER, history -> history.hungUpWaitingAt().isPresent());

        Call call = stage.centre().call(CALLER);

        IncomingCall rep = inConversation(call, CallCentre.CALLER_TONE, 1);
        assertThat(rep.invite().calledUser()).isEqualTo("senior1");
        assertThat(rep.ear().promptNames()).containsExactly("redialled");
    }

    @Test
    void
            with_no_senior_on_duty_a_flagged_caller_is_served_before_whoever_waited_less_than_a_minute() {
        Call ordinary = ordinaryThenFlagged(60);

        IncomingCall rep = oneRepComesBack();

        rep.awaitTone(CallCentre.CALLER_TONE, SOON);
        assertThat(rep.ear().promptNames()).containsExactly("flagged-caller");
        assertThat(ordinary.ear().timeline())
                .noneMatch(heard -> heard.has(CallCentre.voice("rep1")));
    }

    @Test
    void with_no_senior_on_duty_a_flagged_caller_does_not_pass_whoever_waited_longer() {
        ordinaryThenFlagged(1);

        IncomingCall rep = oneRepComesBack();

        rep.awaitTone(OTHER_TONE, SOON);
        assertThat(rep.ear().promptNames()).isEmpty();
    }

    @Test
    void while_the_senior_talks_a_flagged_caller_waits_for_him_only_so_long() {
        AmendsProcess amends = stage.amends(s -> s.number("lines.support.seniors_only_seconds", 2));
        amends.cli("flag", CALLER, "--reason", "upset");
        amends.cli("flag", OTHER, "--reason", "upset");
        Call with = stage.centre().call(OTHER, Leg.tone(OTHER_TONE));
        assertThat(inConversation(with, OTHER_TONE, 1).invite().calledUser()).isEqualTo("senior1");

        Call call = stage.centre().call(CALLER);

        Instant came = call.awaitAnswered(SOON);
        IncomingCall rep = inConversation(call, CallCentre.CALLER_TONE, 2);
        assertThat(rep.invite().calledUser()).startsWith("rep");
        assertThat(Duration.between(came, rep.invite().at()))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(9));
        assertThat(rep.ear().promptNames()).containsExactly("flagged-caller");
    }

    @Test
    void whoever_withholds_his_number_has_the_choice_like_anybody_and_reaches_a_rep() {
        stage.amends(s -> s.number("lines.support.offer_when_waiting", 0));

        Call call = stage.centre().call("anonymous");
        call.awaitPrompt("choice", SOON);
        call.press("1");

        inConversation(call, CallCentre.CALLER_TONE, 1);
    }

    @Test
    void a_line_that_the_settings_do_not_have_is_served_as_if_there_were_no_amends() {
        AmendsProcess amends =
                stage.amends(s ->
                        s.without("lines.support")
                                .text("lines.sales.queue", "support")
                                .text("lines.sales.senior_queue", "support-senior"));

        Call call = stage.centre().call(CALLER);

        inConversation(call, CallCentre.CALLER_TONE, 1);
        amends.awaitSaid("the line 'support', which the settings do not have", SOON);
    }

    /** An ordinary caller waits for two seconds, then a flagged one comes; all reps are away. */
    private Call ordinaryThenFlagged(int headStartSeconds) {
        stage.onDuty();
        AmendsProcess amends =
                stage.amends(s -> s.number("lines.support.head_start_seconds", headStartSeconds));
        amends.cli("flag", CALLER, "--reason", "upset");
        Call ordinary = stage.centre().call(OTHER, Leg.tone(OTHER_TONE));
        ordinary.awaitAnswered(SOON);
        assertThat(ordinary.stay(Duration.ofSeconds(2))).isTrue();
        stage.centre().call(CALLER);
        stage.awaitInQueue("support", 2, SOON);
        return ordinary;
    }

    private IncomingCall oneRepComesBack() {
        stage.onDuty("rep1");
        return stage.centre().reps().awaitIncoming("rep1", 1, SOON);
    }

    private void servedCall(int nth) {
        Call call = stage.centre().call(CALLER);
        inConversation(call, CallCentre.CALLER_TONE, nth);
        call.hangUp();
        stage.awaitNoChannels(SOON);
    }

    /** The rep of the nth ringing in this story, once he and the caller have heard each other. */
    private IncomingCall inConversation(Call caller, int callerTone, int nth) {
        Invite invite = stage.centre().reps().awaitInvites(nth, SOON).get(nth - 1);
        IncomingCall rep =
                stage.centre().reps().awaitIncoming(invite.calledUser(), invite.nth(), SOON);
        caller.awaitTone(CallCentre.voice(invite.calledUser()), SOON);
        rep.awaitTone(callerTone, SOON);
        return rep;
    }
}
