package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

/** A rep sets limits, and ends the call after three of them; all of it without Amends. */
@Tag("live")
class LimitLiveTest {

    private static final int REP = CallCentre.voice("rep1");
    private static final int CALLER = CallCentre.CALLER_TONE;
    private static final String LIMIT = "*78";
    private static final String END = "*79";

    @RegisterExtension final Stage stage = new Stage();
    private MemberKind kind = MemberKind.PJSIP;

    @AfterEach
    void as_before() {
        kind.leave(stage);
    }

    @ParameterizedTest
    @EnumSource
    void both_hear_it_the_second_brings_a_supervisor_and_after_the_third_the_rep_may_end_it(
            MemberKind kind) {
        this.kind = kind;
        HandOver story = HandOver.on(stage);
        kind.staff(stage);
        story.supervisor(Script.listen());
        Call caller = story.served();
        IncomingCall rep = story.rep();

        for (int nth = 1; nth <= 2; nth++) {
            rep.press(LIMIT);
            caller.ear().awaitPrompt("limit", nth, HandOver.SOON);
            rep.ear().awaitPrompt("limit", nth, HandOver.SOON);
            HandOver.talk(caller, CALLER, rep, REP);
            rep.stay(HandOver.NEXT_LIMIT);
        }
        IncomingCall supervisor = story.asked("sup1", 1);
        supervisor.awaitPrompt("help-keys", HandOver.SOON);
        assertThat(supervisor.ear().promptNames())
                .startsWith("help-wanted-by", "digits/1", "limit-was-set", "help-keys");
        rep.press(LIMIT);
        caller.awaitPrompt("last-limit", HandOver.SOON);
        rep.awaitPrompt("last-limit", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);
        supervisor.press("3");
        HandOver.talk(caller, CALLER, supervisor, HandOver.SUPERVISOR_TONE);
        rep.press(END);

        caller.awaitPrompt("in-writing", HandOver.SOON);
        caller.awaitEnded(HandOver.SOON);
        rep.awaitEnded(HandOver.SOON);
        assertThat(caller.ear().promptNames())
                .containsSubsequence("limit", "last-limit", "we-have-to-end", "in-writing");
        supervisor.awaitPrompt("caller-has-gone", HandOver.SOON);
        supervisor.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    @Test
    void who_was_just_told_a_limit_has_time_to_heed_it() {
        HandOver story = HandOver.on(stage);
        story.limitsApart(Duration.ofSeconds(10));
        Call caller = story.served();
        IncomingCall rep = story.rep();
        rep.press(LIMIT);
        rep.awaitPrompt("limit", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);
        rep.press(LIMIT);
        rep.awaitPrompt("limit-just-set", HandOver.SOON);
        rep.press(LIMIT);
        rep.ear().awaitPrompt("limit-just-set", 2, HandOver.SOON);
        rep.press(END);
        rep.awaitPrompt("three-limits-first", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);
        assertThat(caller.ear().promptNames()).containsExactly("limit");
        caller.hangUp();
        rep.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    @Test
    void before_the_third_the_call_is_not_ended_and_only_the_rep_is_told_why() {
        HandOver story = HandOver.on(stage);
        Call caller = story.served();
        IncomingCall rep = story.rep();
        rep.press(LIMIT);
        caller.awaitPrompt("limit", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);

        rep.press(END);

        rep.awaitPrompt("three-limits-first", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);
        assertThat(caller.ear().promptNames()).containsExactly("limit");
        caller.hangUp();
        rep.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }
}
