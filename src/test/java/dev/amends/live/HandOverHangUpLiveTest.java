package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Ended;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Each of the three hangs up at each step of a hand-over: nobody is dropped but by himself. */
@Tag("live")
class HandOverHangUpLiveTest extends HandOverScene {

    @AfterEach
    void nothing_is_left() {
        story.nothingIsLeft();
    }

    @Test
    void the_caller_hangs_up_while_the_senior_rings_who_is_no_longer_rung() {
        stage.centre().rep("senior1", Behaviour.ringForever());
        Call caller = handedOver();
        IncomingCall senior = story.asked("senior1", 1);
        senior.awaitRinging(HandOver.SOON);

        caller.hangUp();

        assertThat(senior.awaitEnded(Duration.ofSeconds(3)).status()).isEqualTo(487);
        story.rep().awaitEnded(Duration.ofSeconds(3));
    }

    @Test
    void the_caller_hangs_up_while_the_senior_is_told_who_hears_that_he_has_gone() {
        story.senior(Script.listen());
        Call caller = handedOver();
        IncomingCall senior = story.asked("senior1", 1);
        senior.awaitPrompt("take-over-or-decline", HandOver.SOON);

        caller.hangUp();
        story.rep().awaitEnded(Duration.ofSeconds(3));
        senior.press("1");

        senior.awaitPrompt("caller-has-gone", HandOver.SOON);
        senior.awaitEnded(HandOver.SOON);
    }

    @Test
    void the_caller_hangs_up_while_he_is_told_and_the_senior_hears_it() {
        stage.drawOut("colleague-takes-over");
        Call caller = handedOver();
        IncomingCall senior = story.asked("senior1", 1);
        caller.awaitPrompt("colleague-takes-over", HandOver.SOON);

        caller.hangUp();

        senior.awaitPrompt("caller-has-gone", HandOver.SOON);
        senior.awaitEnded(HandOver.SOON);
        story.rep().awaitEnded(HandOver.SOON);
    }

    @Test
    void the_rep_hangs_up_while_the_senior_rings_and_the_caller_waits_for_the_senior() {
        stage.centre().rep("senior1", Behaviour.ringForever());
        Call caller = handedOver();
        IncomingCall senior = story.asked("senior1", 1);
        senior.awaitRinging(HandOver.SOON);

        story.rep().hangUp();
        caller.awaitPrompt("connecting-you", HandOver.SOON);
        caller.awaitTone(CallCentre.MUSIC_TONE, HandOver.SOON);
        senior.answer();
        senior.awaitPrompt("take-over-or-decline", HandOver.SOON);
        senior.press("1");

        caller.awaitPrompt("colleague-takes-over", HandOver.SOON);
        senior.awaitTone(CALLER, HandOver.SOON);
        senior.hangUp();
        caller.awaitEnded(HandOver.SOON);
    }

    @Test
    void the_rep_hangs_up_and_nobody_takes_it_so_the_caller_is_the_first_in_line() {
        story.senior(Script.listen());
        Call caller = handedOver();
        IncomingCall senior = story.asked("senior1", 1);
        senior.awaitPrompt("take-over-or-decline", HandOver.SOON);

        story.rep().hangUp();
        caller.awaitPrompt("connecting-you", HandOver.SOON);
        senior.hangUp();

        caller.awaitPrompt("lost-the-rep", HandOver.SOON);
        HandOver.talk(caller, CALLER, story.asked("rep1", 2), REP);
        caller.hangUp();
    }

    @Test
    void the_rep_hangs_up_while_the_caller_is_told_and_nobody_notices() {
        stage.drawOut("colleague-takes-over");
        Call caller = handedOver();
        caller.awaitPrompt("colleague-takes-over", HandOver.SOON);

        story.rep().hangUp();

        HandOver.talk(caller, CALLER, story.asked("senior1", 1), SENIOR);
        caller.hangUp();
    }

    @Test
    void the_senior_hangs_up_while_he_is_told_and_the_rep_keeps_his_caller() {
        story.senior(call -> {
            call.awaitPrompt("handed-over-by", HandOver.SOON);
            call.hangUp();
        });
        Call caller = handedOver();

        story.rep().awaitPrompt("nobody-took-it", HandOver.SOON);

        HandOver.talk(caller, CALLER, story.rep(), REP);
        caller.hangUp();
    }

    @Test
    void the_senior_hangs_up_right_after_his_key_and_the_caller_is_back_with_his_rep() {
        stage.drawOut("colleague-takes-over");
        story.senior(
                HandOver.pressing("1")
                        .then(call -> call.stay(Duration.ofMillis(700)))
                        .then(Call::hangUp));
        Call caller = handedOver();

        caller.awaitPrompt("colleague-takes-over", HandOver.SOON);
        story.rep().awaitPrompt("taken-over", HandOver.SOON);

        HandOver.talk(caller, CALLER, story.rep(), REP);
        assertThat(story.asked("senior1", 1).awaitEnded(HandOver.SOON).by()).isEqualTo(Ended.By.US);
        caller.hangUp();
        story.rep().awaitEnded(HandOver.SOON);
    }

    @Test
    void the_senior_hangs_up_after_the_conversation_and_the_call_is_over() {
        Call caller = handedOver();
        IncomingCall senior = story.asked("senior1", 1);
        HandOver.talk(caller, CALLER, senior, SENIOR);

        senior.hangUp();

        caller.awaitEnded(Duration.ofSeconds(3));
        story.rep().awaitEnded(Duration.ofSeconds(3));
    }

    @Test
    void a_senior_who_is_busy_or_does_not_answer_leaves_the_caller_with_his_rep() {
        int nth = 1;
        for (Behaviour nobody : List.of(Behaviour.reject(486), Behaviour.ringForever())) {
            stage.centre().rep("senior1", nobody);
            story.askFor(Duration.ofSeconds(5));
            Call caller = handedOver();
            IncomingCall rep = story.asked("rep1", nth++);

            rep.awaitPrompt("nobody-took-it", Duration.ofSeconds(20));

            HandOver.talk(caller, CALLER, rep, REP);
            assertThat(caller.ear().promptNames()).isEmpty();
            caller.hangUp();
            rep.awaitEnded(HandOver.SOON);
            story.nothingIsLeft();
        }
    }

    @Test
    void a_senior_whose_phone_dies_while_he_is_told_is_given_up_and_the_rep_keeps_his_caller() {
        // No key, no hang-up, no sound: all that Asterisk sees of a phone that has lost its power.
        story.senior(Script.listen());
        Call caller = handedOver();

        story.rep().awaitPrompt("nobody-took-it", Duration.ofSeconds(30));

        IncomingCall senior = story.asked("senior1", 1);
        senior.awaitEnded(HandOver.SOON);
        assertThat(senior.ear().promptNames())
                .filteredOn("take-over-or-decline"::equals)
                .hasSize(2);
        HandOver.talk(caller, CALLER, story.rep(), REP);
        caller.hangUp();
    }

    /** A caller with whom rep1 speaks, who has just keyed the code. */
    private Call handedOver() {
        Call caller = stage.centre().call(HandOver.NUMBER);
        caller.awaitTone(REP, HandOver.AFTER_WRAP_UP);
        IncomingCall rep =
                stage.centre().reps().incomingCalls().stream()
                        .filter(Call::isUp)
                        .findFirst()
                        .orElseThrow();
        rep.awaitTone(CALLER, HandOver.SOON);
        rep.press(HandOver.TO_SENIOR);
        return caller;
    }
}
