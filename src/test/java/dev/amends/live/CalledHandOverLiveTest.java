package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

/**
 * A hand-over while Amends is there: of a call that it has placed, and of one in whose middle it is
 * frozen or dies.
 */
@Tag("live")
class CalledHandOverLiveTest {

    private static final int REP = CallCentre.voice("rep1");
    private static final int SENIOR = CallCentre.voice("senior1");

    @RegisterExtension final Stage stage = new Stage();
    private MemberKind kind = MemberKind.PJSIP;

    @AfterEach
    void as_before() {
        kind.leave(stage);
    }

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", 1)
                .number("callbacks.ring_seconds", 5);
    }

    private static SettingsText noChoice(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99);
    }

    @ParameterizedTest
    @EnumSource
    void a_promised_call_is_handed_over_and_flagged_as_any_other(MemberKind kind) {
        this.kind = kind;
        HandOver story = HandOver.on(stage);
        kind.staff(stage);
        CallCentre centre = stage.centre();
        centre.called(
                HandOver.NUMBER,
                CallCentre.answering(
                        Script.pressAt("speak-later-never", Duration.ofSeconds(10), "1")));
        stage.amends(CalledHandOverLiveTest::choiceForEveryone);
        stage.promised(HandOver.NUMBER);
        IncomingCall called =
                centre.carrier().awaitIncoming(HandOver.NUMBER, 1, Duration.ofSeconds(20));
        called.awaitTone(REP, Duration.ofSeconds(15));
        IncomingCall rep = story.rep();

        called.press(HandOver.TO_SENIOR);
        HandOver.talk(called, CallCentre.CALLED_TONE, rep, REP);
        rep.press("*711");
        rep.awaitPrompt("noted", HandOver.SOON);
        rep.press(HandOver.TO_SENIOR);

        IncomingCall senior = story.asked("senior1", 1);
        called.awaitPrompt("colleague-takes-over", HandOver.SOON);
        HandOver.talk(called, CallCentre.CALLED_TONE, senior, SENIOR);
        assertThat(senior.ear().promptNames()).contains("waited-too-long");
        rep.awaitEnded(HandOver.SOON);
        assertThat(flagged()).isEqualTo("waited too long");
        called.stay(Duration.ofSeconds(8));
        senior.hangUp();
        called.awaitEnded(HandOver.SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(20));
        assertThat(centre.carrier().inviteLog().all()).hasSize(1);
        assertThat(stage.centre().reps().incomingCalls()).hasSize(2);
        story.nothingIsLeft();
    }

    @Test
    void amends_is_frozen_in_the_middle_and_nobody_notices() {
        goes_on_without(AmendsProcess::freeze);
    }

    @Test
    void amends_dies_in_the_middle_and_nobody_notices() {
        goes_on_without(AmendsProcess::kill);
    }

    private void goes_on_without(java.util.function.Consumer<AmendsProcess> end) {
        HandOver story = HandOver.on(stage);
        story.senior(Script.listen());
        AmendsProcess amends = stage.amends(CalledHandOverLiveTest::noChoice);
        Call caller = story.served();
        story.rep().press(HandOver.TO_SENIOR);
        IncomingCall senior = story.asked("senior1", 1);
        senior.awaitPrompt("take-over-or-decline", HandOver.SOON);

        end.accept(amends);
        senior.press("1");

        HandOver.talk(caller, CallCentre.CALLER_TONE, senior, SENIOR);
        story.rep().awaitEnded(HandOver.SOON);
        senior.press(HandOver.TO_SUPERVISOR);
        caller.awaitTone(HandOver.SUPERVISOR_TONE, HandOver.SOON);
        caller.hangUp();
        story.asked("sup1", 1).awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    private String flagged() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                stage.onRecord(store ->
                                        store.callerBook()
                                                .flags(java.time.Instant.now(), false, 2)),
                        flags -> flags.size() == 1)
                .getFirst()
                .flag()
                .reason();
    }
}
