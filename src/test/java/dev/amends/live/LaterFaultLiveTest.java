package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.HeardPrompt;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** This will take a while: whoever hangs up, and Amends dead or frozen in the middle. */
@Tag("live")
class LaterFaultLiveTest extends LaterScene {

    @ParameterizedTest
    @ValueSource(strings = {"later-choice", "for-a-call-at", "if-right-press-1"})
    void a_caller_who_hangs_up_in_the_middle_leaves_nothing_and_his_rep_is_told(String prompt) {
        Talk talk = talk();
        talk.repSays("*75");
        answersUpTo(talk, prompt);
        talk.caller().hangUp();
        talk.rep().awaitPrompt("later-he-has-gone", SOON);
        talk.rep().awaitEnded(SOON);
        nothingIsLeft();
        assertThat(stage.promises()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"later-choice", "for-a-call-at", "if-right-press-1", "later-please-hold"})
    void a_rep_who_hangs_up_at_once_does_not_matter_to_his_caller(String prompt) {
        Talk talk = talk();
        talk.repSays("*75");
        talk.rep().awaitPrompt("later-he-chooses", SOON);
        talk.rep().hangUp();
        answersUpTo(talk, prompt);
        talk.caller().awaitTone(CallCentre.MUSIC_TONE, Duration.ofSeconds(45));
        comesBack("rep1");
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        talk.caller().hangUp();
        nothingIsLeft();
    }

    @Test
    void without_amends_the_caller_holds_and_is_fetched() {
        Talk talk = talk();
        amends().kill();
        talk.repSays("*75");
        Instant said = Instant.now();
        talk.caller().awaitPrompt("later-please-hold", SOON);
        assertThat(Duration.between(said, Instant.now())).isLessThan(Duration.ofMillis(3500));
        talk.rep().awaitPrompt("later-he-holds", SOON);
        comesBack("rep1");
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        talk.caller().hangUp();
        nothingIsLeft();
    }

    @Test
    void without_amends_he_holds_as_long_as_the_settings_say_and_is_then_the_first_in_line() {
        stage.pbx().cli("dialplan set global AMENDS_HOLD_LIMIT_SUPPORT 2");
        try {
            Talk talk = talk();
            amends().kill();
            talk.repSays("*75");
            talk.caller().awaitPrompt("later-please-hold", SOON);
            talk.rep().hangUp();
            stage.onDuty();
            talk.caller().awaitPrompt("later-anybody", Duration.ofSeconds(8));
            stage.awaitInQueue("support", 1, SOON);
            talk.caller().hangUp();
            nothingIsLeft();
        } finally {
            stage.pbx().cli("dialplan set global AMENDS_HOLD_LIMIT_SUPPORT 0");
        }
    }

    @ParameterizedTest(name = "frozen: {0}, at {1}")
    @CsvSource({
        "true, talking",
        "true, later-choice",
        "true, for-a-call-at",
        "true, if-right-press-1",
        "false, later-choice",
        "false, if-right-press-1"
    })
    void frozen_or_killed_in_the_middle_the_caller_holds_within_three_and_a_half_seconds(
            boolean frozen, String at) {
        Talk talk = talk();
        if (!at.equals("talking")) {
            talk.repSays("*75");
            answersUpTo(talk, at);
        }
        if (frozen) {
            amends().freeze();
        } else {
            amends().kill();
        }
        if (at.equals("talking")) {
            talk.repSays("*75");
        } else {
            talk.caller().press(at.equals("later-choice") ? "2" : "1");
        }
        Instant asked = Instant.now();
        HeardPrompt told = talk.caller().awaitPrompt("later-please-hold", SOON);
        assertThat(stage.took(asked, told.from())).isLessThan(Duration.ofMillis(3500));
        talk.caller().awaitTone(CallCentre.MUSIC_TONE, SOON);
        comesBack("rep1");
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        talk.caller().hangUp();
        nothingIsLeft();
    }

    @Test
    void a_rep_who_comes_back_while_amends_is_frozen_has_his_caller_for_as_long_as_they_like() {
        Talk talk = talk();
        talk.repSays("*75");
        talk.caller().awaitPrompt("later-choice", SOON);
        amends().freeze();
        talk.caller().press("2");
        comesBack("rep1");
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(talk.caller().stay(Duration.ofSeconds(5))).isTrue();
        talk.caller().awaitTone(CallCentre.voice("rep1"), SOON);
        talk.caller().hangUp();
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback-you-promised", "ringing"})
    void a_rep_who_hangs_up_before_the_caller_is_there_costs_the_caller_nothing(String at) {
        CallCentre centre = stage.centre();
        stage.drawOut("callback-you-promised");
        centre.called(NUMBER, Behaviour.ringForever(), pressing("1"));
        Talk talk = talk(s -> shortTimes(s).number("callbacks.rep_wait_seconds", 10));
        promised(talk);
        IncomingCall again = centre.reps().awaitIncoming("rep1", 2, Duration.ofSeconds(20));
        again.awaitPrompt("callback-you-promised", SOON);
        boolean ringing = at.equals("ringing");
        if (ringing) {
            centre.carrier().awaitIncoming(NUMBER, 1, SOON);
        } else {
            centre.called(NUMBER, pressing("1"));
        }
        again.hangUp();
        IncomingCall called =
                centre.carrier().awaitIncoming(NUMBER, ringing ? 2 : 1, Duration.ofSeconds(40));
        called.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(15));
        called.hangUp();
        new Judge(centre.carrier()).wants(NUMBER, ringing ? 2 : 1, Duration.ofSeconds(1));
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"after Ledger.promise", "after OutboundLine.place", "after Ledger.claim"})
    void killed_between_the_promise_and_the_call_it_is_called_once_if_it_was_heard(String point) {
        CallCentre centre = stage.centre();
        centre.called(NUMBER, pressing("3"));
        centre.repsListen();
        stage.onDuty("rep1");
        UnaryOperator<SettingsText> settings =
                text -> shortTimes(text).number("callbacks.rep_wait_seconds", 8);
        AmendsProcess dying = stage.amendsDying(settings, point);
        Talk talk = talkNow(NUMBER, 1, Leg.tone(CallCentre.CALLER_TONE));
        talk.repSays("*75");
        boolean heard = !point.endsWith("promise");
        answersUpTo(talk, "if-right-press-1");
        talk.caller().press("1");
        if (!heard) {
            talk.caller().awaitPrompt("later-please-hold", SOON);
            talk.caller().hangUp();
        }
        assertThat(dying.awaitEnd(Duration.ofSeconds(30))).isEqualTo(137);
        amends = stage.amends(settings);

        stage.awaitPromise(Callback.Withdrawn.class::isInstance, Duration.ofSeconds(40));
        new Judge(centre.carrier()).wants(NUMBER, heard ? 1 : 0, Duration.ofSeconds(1));
        nothingIsLeft();
    }
}
