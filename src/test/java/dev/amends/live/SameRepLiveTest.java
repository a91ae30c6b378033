package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Matter;
import dev.amends.care.MatterNote;
import dev.amends.line.LineName;
import dev.amends.promise.RepDevice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rep who knows the matter is rung first: judged by which phone rings, and what is heard. */
@Tag("live")
class SameRepLiveTest {

    private static final String CALLER = "+12025550181";
    private static final LineName SUPPORT = new LineName("support");
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension final Stage stage = new Stage();

    @BeforeEach
    void everyRepTalksUntilTheCallerHangsUp() {
        stage.centre().repsListen();
    }

    private AmendsProcess withinADay() {
        return stage.amends(s ->
                s.number("lines.support.same_rep_hours", 24)
                        .number("lines.support.same_rep_seconds", 3));
    }

    /** As after a call in which he spoke with rep2. */
    private void rep2KnowsIt() {
        stage.onRecord(store ->
                store.matters()
                        .note(
                                new PhoneNumber(CALLER),
                                SUPPORT,
                                new MatterNote.KnownTo(new RepDevice("PJSIP/rep2")),
                                Instant.now()));
    }

    @Test
    void whoever_calls_again_reaches_the_rep_he_has_spoken_with_who_then_has_his_wrap_up() {
        withinADay();
        rep2KnowsIt();

        Call call = stage.centre().call(CALLER);

        IncomingCall rep = stage.centre().reps().awaitIncoming("rep2", 1, SOON);
        call.awaitTone(CallCentre.voice("rep2"), SOON);
        rep.awaitTone(CallCentre.CALLER_TONE, SOON);
        assertThat(stage.centre().reps().awaitInvites(1, SOON)).hasSize(1);
        call.hangUp();
        await().atMost(SOON)
                .until(() -> stage.pbx().cli("queue show support").contains("amends-wrap-up"));
        await().atMost(SOON)
                .until(() -> !stage.pbx().cli("queue show support").contains("amends-wrap-up"));
    }

    @Test
    void a_talk_of_ten_seconds_with_him_is_told_of_as_one_in_the_queue() {
        withinADay();
        rep2KnowsIt();
        stage.centre().rep("rep2", CallCentre.talking("rep2", Duration.ofSeconds(12)));
        Instant before = Instant.now();

        Call call = stage.centre().call(CALLER);

        call.awaitTone(CallCentre.voice("rep2"), SOON);
        call.awaitEnded(SOON);
        await().atMost(SOON)
                .until(() ->
                        stage.onRecord(store ->
                                        store.matters()
                                                .open(
                                                        new PhoneNumber(CALLER),
                                                        SUPPORT,
                                                        Instant.now()))
                                .flatMap(Matter::knownBy)
                                .filter(by -> by.since().isAfter(before))
                                .filter(by -> by.rep().value().equals("PJSIP/rep2"))
                                .isPresent());
    }

    @Test
    void if_he_does_not_answer_the_caller_hears_music_and_the_others_have_their_turn() {
        AmendsProcess amends = withinADay();
        rep2KnowsIt();
        stage.centre().rep("rep2", Behaviour.ringForever());
        stage.centre().pauseIn("support", List.of("senior1"));

        Call call = stage.centre().call(CALLER);

        stage.centre().reps().awaitIncoming("rep2", 1, SOON);
        call.awaitTone(CallCentre.MUSIC_TONE, SOON);
        stage.centre().pauseIn("support", List.of("rep2"));
        call.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(amends.said()).contains("same-rep (the rep who knows the matter is free");
    }

    @Test
    void if_he_is_paused_any_rep_takes_the_call_at_once() {
        stage.onDuty("rep1");
        withinADay();
        rep2KnowsIt();

        Call call = stage.centre().call(CALLER);

        call.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(stage.centre().reps().awaitInvites(1, SOON).getFirst().calledUser())
                .isEqualTo("rep1");
    }

    @Test
    void a_caller_who_hangs_up_while_he_rings_has_hung_up_waiting() {
        withinADay();
        rep2KnowsIt();
        stage.centre().rep("rep2", Behaviour.ringForever());

        Call call = stage.centre().call(CALLER);
        stage.centre().reps().awaitIncoming("rep2", 1, SOON);
        call.hangUp();

        stage.awaitHistory(CALLER, history -> history.hungUpWaitingAt().isPresent());
        stage.awaitNoChannels(SOON);
    }
}
