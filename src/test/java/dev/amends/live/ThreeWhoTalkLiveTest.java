package dev.amends.live;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A supervisor has joined, and the caller leaves the two in some way: neither the rep nor he is
 * left with the other; all of it without Amends.
 */
@Tag("live")
class ThreeWhoTalkLiveTest extends HandOverScene {

    /** How the caller leaves; that his rep ends the call is a story of limits. */
    private enum Leaves {
        HANGS_UP {
            @Override
            void play(Call caller, IncomingCall rep, IncomingCall supervisor, HandOver story) {
                caller.hangUp();
            }
        },
        IS_TAKEN_BY_A_SENIOR {
            @Override
            void play(Call caller, IncomingCall rep, IncomingCall supervisor, HandOver story) {
                rep.press(HandOver.TO_SENIOR);
                rep.awaitPrompt("taken-over", HandOver.SOON);
                HandOver.talk(caller, CALLER, story.asked("senior1", 1), SENIOR);
            }
        },
        HOLDS_FOR_HIS_REP {
            @Override
            void play(Call caller, IncomingCall rep, IncomingCall supervisor, HandOver story) {
                holds(caller, rep);
            }
        },
        HOLDS_FOR_THE_SUPERVISOR {
            @Override
            void play(Call caller, IncomingCall rep, IncomingCall supervisor, HandOver story) {
                holds(caller, supervisor);
            }
        };

        abstract void play(Call caller, IncomingCall rep, IncomingCall supervisor, HandOver story);

        private static void holds(Call caller, IncomingCall one) {
            one.press("*75");
            caller.awaitPrompt("later-please-hold", HandOver.SOON);
            one.awaitPrompt("later-he-holds", HandOver.SOON);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_caller_leaves_and_both_who_are_left_are_told_and_free(Leaves way) {
        story.supervisor(Script.listen());
        Call caller = story.served();
        IncomingCall rep = story.rep();
        rep.press("*70");
        IncomingCall supervisor = story.asked("sup1", 1);
        supervisor.awaitPrompt("help-keys", HandOver.SOON);
        supervisor.press("3");
        caller.awaitTone(HandOver.SUPERVISOR_TONE, HandOver.SOON);
        rep.awaitTone(HandOver.SUPERVISOR_TONE, HandOver.SOON);

        way.play(caller, rep, supervisor, story);

        supervisor.awaitPrompt("caller-has-gone", HandOver.SOON);
        supervisor.awaitEnded(HandOver.SOON);
        rep.awaitEnded(HandOver.SOON);
        if (way != Leaves.HANGS_UP) {
            caller.hangUp();
        }
        story.nothingIsLeft();
    }
}
