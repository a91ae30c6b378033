package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.DialplanLog;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/**
 * "This will take a while": the rep's code, the caller's choice, holding and being fetched by the
 * rep's other code, and the call at a time by the same rep, with real SIP calls.
 */
@Tag("live")
class LaterLiveTest extends LaterScene {

    @Test
    void the_caller_holds_and_his_rep_fetches_him_by_code() {
        Talk talk = talk();
        talk.repSays("*75");
        talk.caller().awaitPrompt("later-choice", SOON);
        talk.rep().awaitPrompt("later-he-chooses", SOON);
        talk.caller().press("1");
        talk.caller().awaitPrompt("later-please-hold", SOON);
        talk.rep().awaitPrompt("later-he-holds", SOON);
        talk.rep().awaitEnded(SOON);
        talk.caller().awaitTone(CallCentre.MUSIC_TONE, SOON);

        Call back = comesBack("rep1");
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        back.awaitTone(CallCentre.CALLER_TONE, SOON);
        back.hangUp();
        talk.caller().awaitEnded(SOON);
        nothingIsLeft();
    }

    @Test
    void the_caller_is_called_at_the_time_he_chose_by_the_same_rep() {
        CallCentre centre = stage.centre();
        centre.called(NUMBER, pressing("1"));
        Talk talk = talk();
        stage.everybodyOnDuty();
        promised(talk);
        talk.rep().awaitPrompt("later-you-call-him-at", SOON);
        talk.rep().awaitEnded(SOON);

        IncomingCall again = centre.reps().awaitIncoming("rep1", 2, Duration.ofSeconds(20));
        again.awaitPrompt("callback-you-promised", SOON);
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, SOON);
        called.awaitTone(CallCentre.voice("rep1"), SOON);
        again.awaitTone(CallCentre.CALLED_TONE, SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(30));
        assertThat(centre.reps().inviteLog().all()).hasSize(2);
        called.hangUp();
        new Judge(centre.carrier()).wants(NUMBER, 1, Duration.ofSeconds(1));
        nothingIsLeft();
    }

    @Test
    void a_rep_who_is_paused_at_the_time_is_not_rung_and_later_any_rep_takes_the_call() {
        CallCentre centre = stage.centre();
        centre.called(NUMBER, pressing("1"));
        Talk talk = talk(settings -> shortTimes(settings).number("callbacks.rep_wait_seconds", 6));
        promised(talk);
        talk.rep().awaitEnded(SOON);
        stage.onDuty("rep2");

        IncomingCall other = centre.reps().awaitIncoming("rep2", 1, Duration.ofSeconds(25));
        Instant due = agreed().from();
        assertThat(other.invite().at()).isAfter(due.plusSeconds(6));
        other.awaitPrompt("callback-of-a-colleague", SOON);
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, SOON);
        called.awaitTone(CallCentre.voice("rep2"), SOON);
        assertThat(centre.reps().inviteLog().to("rep1")).hasSize(1);
        called.hangUp();
        nothingIsLeft();
    }

    @Test
    void a_rep_who_does_not_answer_is_not_the_only_one_and_nobody_is_called_without_a_rep() {
        CallCentre centre = stage.centre();
        centre.called(NUMBER, pressing("1"));
        Talk talk = talk(settings -> shortTimes(settings).number("callbacks.rep_wait_seconds", 8));
        promised(talk);
        talk.rep().awaitEnded(SOON);
        centre.rep("rep1", Behaviour.ringForever());

        centre.reps().awaitIncoming("rep1", 2, Duration.ofSeconds(20)).awaitEnded(SOON);
        assertThat(centre.carrier().inviteLog().all()).isEmpty();
        stage.onDuty("rep2");
        IncomingCall other = centre.reps().awaitIncoming("rep2", 1, Duration.ofSeconds(20));
        other.awaitPrompt("callback-of-a-colleague", SOON);
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, SOON);
        called.awaitTone(CallCentre.voice("rep2"), SOON);
        called.hangUp();
        nothingIsLeft();
    }

    @Test
    void of_several_who_hold_the_one_who_holds_longest_is_fetched_first() {
        Talk first = talk();
        holds(first);
        Talk second = talkNow("+12025550144", 2, Leg.tone(CallCentre.CALLED_TONE));
        holds(second);

        Call back = comesBack("rep1");
        first.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(second.caller().isUp()).isTrue();
        back.hangUp();
        first.caller().awaitEnded(SOON);
        Call again = comesBack("rep1");
        second.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        again.awaitTone(CallCentre.CALLED_TONE, SOON);
        second.caller().hangUp();
        again.awaitEnded(SOON);
        nothingIsLeft();
    }

    @Test
    void a_rep_for_whom_nobody_holds_any_more_is_told_so_and_who_hung_up_holding_had_enough() {
        Talk talk = talk();
        holds(talk);
        Call other = comesBack("rep2");
        other.awaitPrompt("later-nobody-holds", SOON);
        other.awaitEnded(SOON);
        assertThat(talk.caller().isUp()).isTrue();
        talk.caller().hangUp();
        nothingIsLeft();
        stage.awaitHistory(NUMBER, history -> history.hungUpWaitingAt().isPresent());
        Call late = comesBack("rep1");
        late.awaitPrompt("later-nobody-holds", SOON);
        late.awaitEnded(SOON);
    }

    @Test
    void the_rep_may_come_back_in_the_middle_of_the_choice_and_say_it_again_on_the_second_call() {
        Talk talk = talk();
        talk.repSays("*75");
        talk.caller().awaitPrompt("later-choice", SOON);
        talk.rep().hangUp();
        Call back = comesBack("rep1");
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        back.awaitTone(CallCentre.CALLER_TONE, SOON);

        back.press("*75");
        talk.caller().ear().awaitPrompt("later-choice", 2, SOON);
        talk.caller().press("1");
        back.awaitPrompt("later-he-holds", SOON);
        back.awaitEnded(SOON);
        Call third = comesBack("rep1");
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        talk.caller().hangUp();
        third.awaitEnded(SOON);
        nothingIsLeft();
        // With his rep he did not hang up holding.
        stage.awaitHistory(
                NUMBER,
                history -> history.earlierCalls() == 1 && history.hungUpWaitingAt().isEmpty());
    }

    @Test
    void the_caller_cannot_say_it_nor_fetch_anybody() {
        Talk talk = talk();
        DialplanLog log = stage.pbx().dialplanLog();
        talk.caller().press("*75");
        assertThat(talk.rep().stay(Duration.ofSeconds(2))).isTrue();
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(log.steps()).noneMatch(step -> step.context().startsWith("amends-later"));

        Call stranger = stage.centre().call("+12025550144", "*76");
        assertThat(stranger.awaitEnded(SOON).status()).isEqualTo(404);
        talk.caller().hangUp();
        nothingIsLeft();
    }

    @Test
    void a_rep_who_does_not_come_back_in_time_costs_the_caller_neither_his_call_nor_his_place() {
        Talk talk =
                talk(settings ->
                        shortTimes(settings).number("lines.support.hold_limit_seconds", 2));
        stage.onDuty("rep1");
        talk.repSays("*75");
        talk.caller().awaitPrompt("later-choice", SOON);
        talk.caller().press("1");
        talk.caller().awaitPrompt("later-not-back", SOON);
        talk.caller().press("1");
        talk.caller().ear().awaitPrompt("later-not-back", 2, Duration.ofSeconds(15));
        stage.onDuty();
        talk.caller().press("3");
        talk.caller().awaitPrompt("later-anybody", SOON);
        stage.awaitInQueue("support", 1, SOON);
        stage.onDuty("rep2");
        IncomingCall other = stage.centre().reps().awaitIncoming("rep2", 1, SOON);
        other.awaitPrompt("held-for-a-colleague", SOON);
        talk.caller().awaitTone(CallCentre.voice("rep2"), SOON);
        talk.caller().hangUp();
        nothingIsLeft();
    }

    @Test
    void a_rep_behind_a_local_member_has_it_all_as_well() {
        CallCentre centre = stage.centre();
        centre.called(NUMBER, pressing("1"));
        stage.pbx().cli("dialplan add extension rep1,1,Dial,PJSIP/rep1 into from-queue");
        stage.pbx().cli("queue add member Local/rep1@from-queue/n to support");
        try {
            Talk talk = offDuty(LaterLiveTest::shortTimes);
            holds(talk);
            Call back = comesBack("rep1");
            talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
            talk.caller().press("*75");
            back.press("*75");
            talk.caller().ear().awaitPrompt("later-choice", 2, SOON);
            chooses(talk.caller());
            back.awaitPrompt("later-you-call-him-at", SOON);

            assertThat(agreed().rep().value()).isEqualTo("Local/rep1@from-queue/n");
            IncomingCall again = centre.reps().awaitIncoming("rep1", 2, Duration.ofSeconds(20));
            again.awaitPrompt("callback-you-promised", SOON);
            IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, SOON);
            called.awaitTone(CallCentre.voice("rep1"), SOON);
            again.awaitTone(CallCentre.CALLED_TONE, SOON);
            called.hangUp();
            nothingIsLeft();
        } finally {
            stage.pbx().cli("queue remove member Local/rep1@from-queue/n from support");
        }
    }

    @Test
    void a_called_back_caller_can_hold_and_be_called_again_by_the_same_rep() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, pressing("1"), pressing("1"));
        stage.onDuty("rep1");
        amends = stage.amends(s -> shortTimes(s).number("lines.support.offer_when_waiting", 0));
        stage.promised(NUMBER);
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(20));
        called.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(15));
        IncomingCall rep = centre.reps().awaitIncoming("rep1", 1, SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(30));

        rep.press("*75");
        called.awaitPrompt("later-choice", SOON);
        called.press("1");
        rep.awaitPrompt("later-he-holds", SOON);
        Call back = comesBack("rep1");
        called.awaitTone(CallCentre.voice("rep1"), SOON);
        back.press("*75");
        called.ear().awaitPrompt("later-choice", 2, SOON);
        chooses(called);

        IncomingCall second = centre.carrier().awaitIncoming(NUMBER, 2, Duration.ofSeconds(30));
        second.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(15));
        second.hangUp();
        nothingIsLeft();
    }
}
