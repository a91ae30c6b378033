package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

/**
 * A supervisor helps and takes over while somebody hangs up, Amends is gone or Asterisk dies: the
 * caller is dropped by nobody.
 */
@Tag("live")
class TakeoverLiveTest {

    private static final int REP = CallCentre.voice("rep1");
    private static final int CALLER = CallCentre.CALLER_TONE;
    private static final int SUPERVISOR = HandOver.SUPERVISOR_TONE;

    @RegisterExtension final Stage stage = new Stage();

    private HandOver story() {
        HandOver story = HandOver.on(stage);
        story.supervisor(Script.listen());
        return story;
    }

    private static IncomingCall helped(HandOver story) {
        story.rep().press("*70");
        IncomingCall supervisor = story.asked("sup1", 1);
        supervisor.awaitPrompt("help-keys", HandOver.SOON);
        return supervisor;
    }

    @ParameterizedTest
    @EnumSource
    void it_is_the_same_whatever_the_members_are_made_of(MemberKind kind) {
        HandOver story = story();
        kind.staff(stage);
        try {
            Call caller = story.served();
            IncomingCall rep = story.rep();
            IncomingCall supervisor = helped(story);
            supervisor.press("1");
            supervisor.awaitTone(CALLER, HandOver.SOON);
            supervisor.press("2");
            rep.awaitTone(SUPERVISOR, HandOver.SOON);
            supervisor.press("4");
            caller.awaitPrompt("supervisor-takes-over", HandOver.SOON);
            rep.awaitPrompt("taken-over", HandOver.SOON);
            HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
            rep.awaitEnded(HandOver.SOON);
            caller.hangUp();
            supervisor.awaitEnded(HandOver.SOON);
            story.nothingIsLeft();
        } finally {
            kind.leave(stage);
        }
    }

    /** A way without /n takes his keys with it when it vanishes from the call. */
    @ParameterizedTest
    @EnumSource(value = MemberKind.class, mode = EnumSource.Mode.EXCLUDE, names = "LOCAL")
    void from_three_who_talk_he_takes_over_by_key(MemberKind kind) {
        HandOver story = story();
        kind.staff(stage);
        try {
            takesOverFromThree(story);
        } finally {
            kind.leave(stage);
        }
    }

    private static void takesOverFromThree(HandOver story) {
        Call caller = story.served();
        IncomingCall supervisor = helped(story);
        supervisor.press("3");
        caller.awaitTone(SUPERVISOR, HandOver.SOON);
        story.rep().awaitTone(SUPERVISOR, HandOver.SOON);
        // The caller's own 4 is none.
        caller.press("4");
        HandOver.talk(caller, CALLER, story.rep(), REP);
        supervisor.press("4");
        caller.awaitPrompt("supervisor-takes-over", HandOver.SOON);
        story.rep().awaitPrompt("taken-over", HandOver.SOON);
        HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
        story.rep().awaitEnded(HandOver.SOON);
        // Once more it is a digit like any other.
        supervisor.press("4");
        supervisor.stay(Duration.ofSeconds(1));
        HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
        caller.hangUp();
        supervisor.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
        assertThat(caller.ear().promptNames()).containsExactly("supervisor-takes-over");
    }

    @ParameterizedTest
    @EnumSource
    void one_of_three_who_talk_may_leave_whatever_the_members_are_made_of(MemberKind kind) {
        HandOver story = story();
        kind.staff(stage);
        try {
            Call caller = story.served();
            IncomingCall supervisor = helped(story);
            supervisor.press("3");
            caller.awaitTone(SUPERVISOR, HandOver.SOON);
            story.rep().hangUp();
            HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
            caller.hangUp();
            supervisor.awaitEnded(HandOver.SOON);
            story.nothingIsLeft();
        } finally {
            kind.leave(stage);
        }
    }

    /** A caller who is told that a supervisor takes over, while the rep is told the same. */
    private Call inTheIntroduction(HandOver story) {
        stage.drawOut("supervisor-takes-over");
        stage.drawOut("taken-over");
        Call caller = story.served();
        helped(story).press("4");
        caller.awaitPrompt("supervisor-takes-over", HandOver.SOON);
        return caller;
    }

    @Test
    void the_caller_hangs_up_in_the_introduction_and_the_supervisor_hears_it_at_once() {
        HandOver story = story();
        Call caller = inTheIntroduction(story);
        IncomingCall supervisor = story.asked("sup1", 1);

        caller.hangUp();

        supervisor.awaitPrompt("caller-has-gone", Duration.ofSeconds(3));
        supervisor.awaitEnded(HandOver.SOON);
        story.rep().awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    @Test
    void the_supervisor_hangs_up_in_the_introduction_and_the_caller_is_back_with_his_rep() {
        HandOver story = story();
        Call caller = inTheIntroduction(story);
        IncomingCall supervisor = story.asked("sup1", 1);

        supervisor.hangUp();

        HandOver.talk(caller, CALLER, story.rep(), REP);
        caller.hangUp();
        story.nothingIsLeft();
    }

    @Test
    void rep_and_supervisor_hang_up_in_the_introduction_and_the_caller_is_the_first_in_line() {
        HandOver story = story();
        Call caller = inTheIntroduction(story);
        IncomingCall supervisor = story.asked("sup1", 1);

        supervisor.hangUp();
        story.rep().hangUp();

        caller.awaitPrompt("lost-the-rep", HandOver.SOON);
        HandOver.talk(caller, CALLER, story.asked("rep1", 2), REP);
        caller.hangUp();
        story.nothingIsLeft();
    }

    @Test
    void the_rep_hangs_up_in_the_introduction_and_nobody_notices() {
        HandOver story = story();
        Call caller = inTheIntroduction(story);
        IncomingCall supervisor = story.asked("sup1", 1);

        story.rep().hangUp();

        HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
        supervisor.hangUp();
        caller.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ringing", "reason", "listening"})
    void the_rep_hangs_up_before_and_the_caller_waits_for_the_supervisor(String at) {
        HandOver story = story();
        if (at.equals("ringing")) {
            stage.centre().rep("sup1", Behaviour.ringForever());
        }
        Call caller = story.served();
        story.rep().press("*70");
        IncomingCall supervisor = story.asked("sup1", 1);
        if (at.equals("ringing")) {
            supervisor.awaitRinging(HandOver.SOON);
        } else {
            supervisor.awaitPrompt("help-keys", HandOver.SOON);
        }
        if (at.equals("listening")) {
            supervisor.press("1");
            supervisor.awaitTone(CALLER, HandOver.SOON);
        }

        story.rep().hangUp();
        caller.awaitPrompt("connecting-you", HandOver.SOON);
        if (at.equals("ringing")) {
            supervisor.answer();
            supervisor.changeTone(SUPERVISOR);
            supervisor.awaitPrompt("help-keys", HandOver.SOON);
        }
        if (at.equals("listening")) {
            supervisor.awaitPrompt("help-rep-gone", HandOver.SOON);
        }
        supervisor.press("4");

        caller.awaitPrompt("supervisor-takes-over", HandOver.SOON);
        HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
        supervisor.hangUp();
        caller.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    @Test
    void the_rep_hangs_up_and_no_supervisor_comes_so_the_caller_is_the_first_in_line() {
        HandOver story = story();
        Call caller = story.served();
        IncomingCall supervisor = helped(story);

        story.rep().hangUp();
        caller.awaitPrompt("connecting-you", HandOver.SOON);
        supervisor.hangUp();

        caller.awaitPrompt("lost-the-rep", HandOver.SOON);
        HandOver.talk(caller, CALLER, story.asked("rep1", 2), REP);
        caller.hangUp();
        story.nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void with_amends_frozen_or_killed_all_of_it_is_the_same(boolean frozen) {
        HandOver story = story();
        AmendsProcess amends = stage.amends(TakeoverLiveTest::noChoice);
        Call caller = story.served();
        if (frozen) {
            amends.freeze();
        } else {
            amends.kill();
        }
        IncomingCall supervisor = helped(story);
        supervisor.press("1");
        supervisor.awaitTone(CALLER, HandOver.SOON);
        supervisor.press("4");
        caller.awaitPrompt("supervisor-takes-over", Duration.ofSeconds(4));
        HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
        caller.hangUp();
        supervisor.awaitEnded(HandOver.SOON);
        story.rep().awaitEnded(HandOver.SOON);
        if (frozen) {
            amends.thaw();
        }
    }

    @Test
    void asterisk_dies_in_the_middle_and_the_next_caller_is_served_and_helped_as_ever() {
        HandOver story = story();
        Call caller = inTheIntroduction(story);
        IncomingCall supervisor = story.asked("sup1", 1);

        stage.pbx().kill();
        stage.pbx().startAgain();
        stage.centre().pauseIn("support", List.of("rep2", "senior1"));

        Call next = stage.centre().call("+12025550178");
        IncomingCall rep = story.asked("rep1", 2);
        HandOver.talk(next, CALLER, rep, REP);
        rep.press("*70");
        IncomingCall again = story.asked("sup1", 2);
        again.awaitPrompt("help-keys", HandOver.SOON);
        assertThat(again.ear().promptNames()).startsWith("help-wanted-by", "digits/1", "help-keys");
        again.press("4");
        HandOver.talk(next, CALLER, again, SUPERVISOR);
        next.hangUp();
        again.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    private static SettingsText noChoice(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99);
    }
}
