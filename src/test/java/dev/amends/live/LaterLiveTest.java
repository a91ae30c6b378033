package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;

/**
 * "This will take a while": the rep's code, the caller's choice, holding and being fetched by the
 * rep's other code, and the call at a time by the same rep, with real SIP calls.
 */
@Tag("live")
class LaterLiveTest {

    private static final String NUMBER = "+12025550143";
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText shortTimes(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99)
                .text("lines.support.later_choices", "4s 1h 1d")
                .number("callbacks.gap_seconds", 1)
                .number("callbacks.ring_seconds", 5)
                .number("callbacks.rep_ring_seconds", 5)
                .number("callbacks.rep_wait_seconds", 30);
    }

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

    private void promised(Talk talk) {
        talk.repSays("*75");
        talk.caller().awaitPrompt("later-choice", SOON);
        talk.caller().press("2");
        talk.caller().awaitPrompt("for-a-call-at", SOON);
        talk.caller().press("1");
        talk.caller().awaitPrompt("if-right-press-1", Duration.ofSeconds(12));
        talk.caller().press("1");
        talk.caller().awaitPrompt("later-called-back-at", SOON);
        talk.caller().awaitEnded(SOON);
    }

    private static dev.amends.bench.Behaviour pressing(String key) {
        return CallCentre.answering(
                Script.pressAt("speak-later-never", Duration.ofSeconds(15), key));
    }

    /** A caller who speaks with rep1. */
    private record Talk(Call caller, IncomingCall rep) {
        void repSays(String code) {
            rep.press(code);
        }
    }

    private Talk talk() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        stage.onDuty("rep1");
        stage.amends(LaterLiveTest::shortTimes);
        return talkNow(NUMBER, 1);
    }

    private Talk talkNow(String number, int nth) {
        CallCentre centre = stage.centre();
        Call caller = centre.call(number);
        IncomingCall rep = centre.reps().awaitIncoming("rep1", nth, Duration.ofSeconds(15));
        caller.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(15));
        rep.awaitTone(CallCentre.CALLER_TONE, SOON);
        return new Talk(caller, rep);
    }

    /** The rep dials his code from his phone. */
    private Call comesBack(String rep) {
        return stage.centre()
                .reps()
                .call(rep, "*76", stage.centre().ports().sip(), Leg.tone(CallCentre.voice(rep)));
    }

    private void nothingIsLeft() {
        stage.awaitNoChannels(Duration.ofSeconds(15));
        assertThat(stage.pbx().cli("database show amends-hold")).contains("0 results found");
    }
}
