package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rep hands a call over by a code; all of it without Amends, as nothing of it needs a turn. */
@Tag("live")
class HandOverLiveTest extends HandOverScene {

    @Test
    void a_senior_hears_who_hands_it_over_takes_it_by_key_and_the_caller_is_told() {
        story.senior(Script.listen());
        Call caller = story.served();
        IncomingCall rep = story.rep();

        rep.press(HandOver.TO_SENIOR);

        rep.awaitPrompt("on-its-way", HandOver.SOON);
        IncomingCall senior = story.asked("senior1", 1);
        senior.awaitPrompt("take-over-or-decline", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);
        senior.press("1");
        caller.awaitPrompt("colleague-takes-over", HandOver.SOON);
        HandOver.talk(caller, CALLER, senior, SENIOR);
        rep.awaitPrompt("taken-over", HandOver.SOON);
        rep.awaitEnded(HandOver.SOON);
        assertThat(senior.ear().promptNames())
                .containsExactly("handed-over-by", "digits/1", "take-over-or-decline");
        assertThat(caller.ear().promptNames()).containsExactly("colleague-takes-over");
        senior.hangUp();
        caller.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    @Test
    void a_supervisor_takes_it_as_a_senior_does() {
        Call caller = story.served();

        story.rep().press(HandOver.TO_SUPERVISOR);

        IncomingCall supervisor = story.asked("sup1", 1);
        caller.awaitPrompt("colleague-takes-over", HandOver.SOON);
        HandOver.talk(caller, CALLER, supervisor, HandOver.SUPERVISOR_TONE);
        caller.hangUp();
        supervisor.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    @Test
    void who_declines_is_not_asked_again_and_the_caller_stays_with_his_rep() {
        story.senior(HandOver.pressing("2"));
        Call caller = story.served();
        IncomingCall rep = story.rep();

        rep.press(HandOver.TO_SENIOR);

        story.asked("senior1", 1).awaitEnded(HandOver.SOON);
        rep.awaitPrompt("nobody-took-it", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);
        assertThat(caller.ear().promptNames()).isEmpty();
        assertThat(stage.centre().reps().incomingCalls()).hasSize(2);
        caller.hangUp();
        rep.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }
}
