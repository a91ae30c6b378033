package dev.amends.live;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;

import java.time.Duration;
import java.util.List;

/**
 * A call that may be handed over: rep1 alone serves the line, the senior waits for seniors' calls,
 * the supervisor for what is handed to him.
 */
record HandOver(Stage stage) {

    static final Duration SOON = Duration.ofSeconds(10);

    /** The rep may still have some seconds to himself after the call of an earlier story. */
    static final Duration AFTER_WRAP_UP = Duration.ofSeconds(20);

    /** After a limit was heard: then the next one counts. */
    static final Duration NEXT_LIMIT = Duration.ofSeconds(3);

    static final String NUMBER = "+12025550177";
    static final String TO_SENIOR = "*73";
    static final String TO_SUPERVISOR = "*74";
    static final int SUPERVISOR_TONE = CallCentre.SUPERVISOR_TONE;

    /** Only rep1 takes ordinary calls; he and whoever takes over stay until somebody hangs up. */
    static HandOver on(Stage stage) {
        CallCentre centre = stage.centre();
        stage.everybodyOnDuty();
        centre.pauseIn("support", List.of("rep2", "senior1"));
        centre.rep("rep1", CallCentre.listening("rep1"));
        HandOver story = new HandOver(stage);
        story.askFor(Duration.ofSeconds(45));
        story.limitsApart(Duration.ofSeconds(1));
        story.senior(pressing("1"));
        story.supervisor(pressing("1"));
        return story;
    }

    /** What the senior does when he is asked. */
    void senior(Script script) {
        answers("senior1", CallCentre.voice("senior1"), script);
    }

    /** What the supervisor does when he is asked. */
    void supervisor(Script script) {
        answers("sup1", SUPERVISOR_TONE, script);
    }

    private void answers(String name, int tone, Script script) {
        stage.centre()
                .rep(
                        name,
                        Behaviour.answerAfter(Duration.ofMillis(300))
                                .as(Leg.tone(tone))
                                .then(script));
    }

    /** How long somebody is sought who takes the call over. */
    void askFor(Duration time) {
        stage.pbx().cli("dialplan set global AMENDS_HAND_SECONDS " + time.toSeconds());
    }

    /** How long after a limit the next one may be set. */
    void limitsApart(Duration time) {
        stage.pbx().cli("dialplan set global AMENDS_LIMIT_GAP " + time.toSeconds());
    }

    static Script pressing(String key) {
        return Script.pressAt("take-over-or-decline", SOON, key);
    }

    /** A caller who speaks with rep1. */
    Call served() {
        Call caller = stage.centre().call(NUMBER);
        caller.awaitTone(CallCentre.voice("rep1"), AFTER_WRAP_UP);
        rep().awaitTone(CallCentre.CALLER_TONE, SOON);
        return caller;
    }

    IncomingCall rep() {
        return asked("rep1", 1);
    }

    /** The nth call of somebody's phone. */
    IncomingCall asked(String name, int nth) {
        return stage.centre().reps().awaitIncoming(name, nth, Duration.ofSeconds(15));
    }

    /** They hear each other, from now on. */
    static void talk(Call one, int oneTone, Call other, int otherTone) {
        CallCentre.talk(one, oneTone, other, otherTone);
    }

    void nothingIsLeft() {
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }
}
