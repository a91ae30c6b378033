package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Appointment;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** A rep and a caller who will take a while: what the stories of it share. */
abstract class LaterScene {

    static final String NUMBER = "+12025550143";
    static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension final Stage stage = new Stage();

    @Nullable AmendsProcess amends;

    static SettingsText shortTimes(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99)
                .text("lines.support.later_choices", "4s 1h 1d")
                .number("callbacks.gap_seconds", 1)
                .number("callbacks.ring_seconds", 5)
                .number("callbacks.rep_ring_seconds", 5)
                .number("callbacks.rep_wait_seconds", 30);
    }

    void answersUpTo(Talk talk, String prompt) {
        talk.caller().awaitPrompt("later-choice", SOON);
        if (prompt.equals("later-choice")) {
            return;
        }
        talk.caller().press(prompt.equals("later-please-hold") ? "1" : "2");
        if (prompt.equals("if-right-press-1")) {
            talk.caller().awaitPrompt("for-a-call-at", SOON);
            talk.caller().press("1");
        }
        talk.caller().awaitPrompt(prompt, Duration.ofSeconds(12));
    }

    void holds(Talk talk) {
        talk.repSays("*75");
        talk.caller().awaitPrompt("later-choice", SOON);
        talk.caller().press("1");
        talk.rep().awaitPrompt("later-he-holds", SOON);
        talk.rep().awaitEnded(SOON);
    }

    Appointment agreed() {
        return stage.promises().getFirst().terms().appointment().orElseThrow();
    }

    AmendsProcess amends() {
        if (amends == null) {
            throw new IllegalStateException("not started");
        }
        return amends;
    }

    void promised(Talk talk) {
        talk.repSays("*75");
        talk.caller().awaitPrompt("later-choice", SOON);
        chooses(talk.caller());
    }

    /** The first of the times, and the number he calls from. */
    static void chooses(Call caller) {
        caller.press("2");
        caller.awaitPrompt("for-a-call-at", SOON);
        caller.press("1");
        caller.awaitPrompt("if-right-press-1", Duration.ofSeconds(12));
        caller.press("1");
        caller.awaitPrompt("later-called-back-at", SOON);
        caller.awaitEnded(SOON);
    }

    static Behaviour pressing(String key) {
        return CallCentre.answering(
                Script.pressAt("speak-later-never", Duration.ofSeconds(15), key));
    }

    /** A caller who speaks with rep1. */
    record Talk(Call caller, IncomingCall rep) {
        void repSays(String code) {
            rep.press(code);
        }
    }

    Talk talk() {
        return talk(LaterLiveTest::shortTimes);
    }

    Talk talk(UnaryOperator<SettingsText> changes) {
        CallCentre centre = stage.centre();
        centre.repsListen();
        stage.onDuty("rep1");
        amends = stage.amends(changes);
        return talkNow(NUMBER, 1, Leg.tone(CallCentre.CALLER_TONE));
    }

    /** The same, with none of the members by their phones on duty. */
    Talk offDuty(UnaryOperator<SettingsText> changes) {
        stage.centre().repsListen();
        stage.onDuty();
        amends = stage.amends(changes);
        return talkNow(NUMBER, 1, Leg.tone(CallCentre.CALLER_TONE));
    }

    Talk talkNow(String number, int nth, Leg leg) {
        CallCentre centre = stage.centre();
        Call caller = centre.call(number, leg);
        IncomingCall rep = centre.reps().awaitIncoming("rep1", nth, Duration.ofSeconds(15));
        caller.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(15));
        rep.awaitTone(leg.toneHz(), SOON);
        return new Talk(caller, rep);
    }

    /** The rep dials his code from his phone. */
    Call comesBack(String rep) {
        return stage.centre()
                .reps()
                .call(rep, "*76", stage.centre().ports().sip(), Leg.tone(CallCentre.voice(rep)));
    }

    void nothingIsLeft() {
        stage.awaitNoChannels(Duration.ofSeconds(15));
        assertThat(stage.pbx().cli("database show amends-hold")).contains("0 results found");
    }
}
