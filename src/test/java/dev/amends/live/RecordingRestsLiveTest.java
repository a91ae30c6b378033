package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.bench.Tape;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

/**
 * A recording that rests stays at rest when the caller changes hands, and whoever has him hears so.
 */
@Tag("live")
class RecordingRestsLiveTest extends RecordingScene {

    private static final String PAUSE = "*80";
    private static final Duration A_REST = Duration.ofSeconds(4);

    private MemberKind kind = MemberKind.PJSIP;
    private HandOver story = new HandOver(stage);

    @BeforeEach
    void begin() {
        story = HandOver.on(stage);
        story.supervisor(Script.listen());
    }

    @AfterEach
    void as_before() {
        kind.leave(stage);
        restsFor(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL_KEPT", "LOCAL"})
    void a_senior_who_takes_the_call_is_told_that_it_rests(MemberKind kind) {
        this.kind = kind;
        kind.staff(stage);
        Call caller = saysWhatNobodyMayRecord();
        story.rep().press(HandOver.TO_SENIOR);
        itRestsAndGoesOnByKey(caller, story.asked("senior1", 1), SENIOR);
    }

    @Test
    void a_supervisor_who_takes_over_is_told_that_it_rests() {
        Call caller = saysWhatNobodyMayRecord();
        story.rep().press("*70");
        IncomingCall supervisor = story.asked("sup1", 1);
        supervisor.awaitPrompt("help-keys", SOON);
        supervisor.press("4");
        itRestsAndGoesOnByKey(caller, supervisor, HandOver.SUPERVISOR_TONE);
    }

    @Test
    void the_rep_who_fetches_him_is_told_that_it_rests() {
        Call caller = saysWhatNobodyMayRecord();
        holds(caller);
        itRestsAndGoesOnByKey(caller, fetches(), REP);
    }

    @Test
    void if_it_was_over_while_the_caller_held_his_rep_is_told_that_it_goes_on() {
        // Long enough for the next code to be keyed.
        restsFor(A_REST);
        Call caller = saysWhatNobodyMayRecord();
        holds(caller);
        caller.changeTone(AFTER);
        caller.stay(A_REST);

        Call rep = fetches();

        rep.awaitPrompt("recording-goes-on", SOON);
        HandOver.talk(caller, AFTER, rep, REP);
        caller.stay(Duration.ofSeconds(1));
        twoPartsAndNothingSecret(caller, REP);
    }

    private void restsFor(Duration time) {
        stage.pbx().cli("dialplan set global AMENDS_PAUSE_SECONDS " + time.toSeconds());
    }

    private Call saysWhatNobodyMayRecord() {
        stage.amends(this::recording);
        stage.awaitHeartbeat();
        Call caller = answers(HandOver.NUMBER, "1");
        talk(caller, story.rep());
        caller.stay(Duration.ofSeconds(1));
        story.rep().press(PAUSE);
        story.rep().awaitPrompt("recording-rests", SOON);
        caller.changeTone(SECRET);
        story.rep().awaitTone(SECRET, SOON);
        return caller;
    }

    private void holds(Call caller) {
        story.rep().press("*75");
        caller.awaitPrompt("later-choice", SOON);
        caller.press("1");
        story.rep().awaitPrompt("later-he-holds", SOON);
        story.rep().awaitEnded(SOON);
    }

    private Call fetches() {
        return stage.centre()
                .reps()
                .call("rep1", "*76", stage.centre().ports().sip(), Leg.tone(REP));
    }

    private void itRestsAndGoesOnByKey(Call caller, Call rep, int tone) {
        rep.awaitTone(SECRET, SOON);
        rep.awaitPrompt("recording-rests", SOON);
        caller.stay(Duration.ofSeconds(1));
        caller.changeTone(AFTER);
        rep.awaitTone(AFTER, SOON);
        rep.press(PAUSE);
        rep.awaitPrompt("recording-goes-on", SOON);
        HandOver.talk(caller, AFTER, rep, tone);
        caller.stay(Duration.ofSeconds(1));
        twoPartsAndNothingSecret(caller, tone);
    }

    /** The first with his first rep, the second with whoever had him in the end. */
    private void twoPartsAndNothingSecret(Call caller, int tone) {
        caller.hangUp();
        nothingIsLeft();
        nothingSecretIsRecorded();
        List<Tape> parts = tapes(answersOf(HandOver.NUMBER).getFirst());
        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().tones()).contains(AFTER, REP);
        assertThat(parts.getLast().tones()).contains(AFTER, tone);
    }
}
