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
import dev.amends.promise.Callback;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.Collections;

/**
 * Somebody who was promised a call rings again: he keeps it, waits in his place, or cancels; served
 * meanwhile he is not called. Whatever happens at the same moment, he has one conversation.
 */
@Tag("live")
class RingsAgainLiveTest {

    private static final String CALLER = "+12025550161";
    private static final String OTHER = "+12025550162";
    private static final Duration SOON = Duration.ofSeconds(25);
    private static final Duration GAP = Duration.ofSeconds(1);

    @RegisterExtension final Stage stage = new Stage();

    @BeforeEach
    void noRepTakesCalls() {
        stage.onDuty();
        stage.centre().repsListen();
        stage.centre().called(CALLER, CallCentre.answering(Script.listen()));
    }

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", 1);
    }

    @Test
    void whoever_a_rep_transfers_to_a_line_and_is_promised_a_call_there_is_called() {
        stage.amends(RingsAgainLiveTest::choiceForEveryone);
        stage.onDuty("rep1");
        Call call = stage.centre().call(CALLER);
        NumberLiveTest.press(call, "choice", "1");
        call.awaitTone(CallCentre.voice("rep1"), SOON);
        call.stay(Duration.ofSeconds(11));

        stage.pbx().cli("channel redirect " + inQueue() + " amends-line,support,1");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> Collections.frequency(call.ear().promptNames(), "choice") == 2);
        stage.promises(call);
        stage.onDuty("rep2");

        stage.centre().carrier().awaitIncoming(CALLER, 1, SOON);
        assertThat(stage.promises()).hasSize(1).noneMatch(Callback.Withdrawn.class::isInstance);
    }

    private String inQueue() {
        return stage.pbx()
                .cli("core show channels concise")
                .lines()
                .map(line -> line.split("!"))
                .filter(channel -> channel.length > 5 && channel[5].equals("Queue"))
                .map(channel -> channel[0])
                .findFirst()
                .orElseThrow();
    }

    /** His phone would be busy with us: a try less, and the last one may cost him the promise. */
    @Test
    void as_long_as_he_is_on_the_line_he_is_not_called_whatever_he_wants() {
        promised();
        Call again = stage.centre().call(CALLER);
        again.awaitPrompt("keep-wait-or-cancel", SOON);
        stage.onDuty("rep1");
        stage.awaitInQueue("support", 0, SOON);
        again.press("1");
        again.awaitPrompt("thank-you-goodbye", SOON);
        again.awaitEnded(SOON);
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();

        stage.centre().carrier().awaitIncoming(CALLER, 1, Duration.ofSeconds(45));
    }

    @Test
    void one_keeps_it_and_he_is_called() {
        promised();
        Call again = stage.centre().call(CALLER);
        NumberLiveTest.press(again, "keep-wait-or-cancel", "1");
        again.awaitPrompt("already-promised", SOON);
        again.awaitEnded(SOON);
        assertThat(again.ear().promptNames())
                .containsExactly("keep-wait-or-cancel", "already-promised", "thank-you-goodbye");

        stage.onDuty("rep1");

        stage.centre().carrier().awaitIncoming(CALLER, 1, Duration.ofSeconds(45));
    }

    @Test
    void two_waits_in_his_place_and_once_served_he_is_not_called() {
        AmendsProcess amends = promised();
        Call later = stage.waiting(OTHER);
        stage.awaitInQueue("support", 2, SOON);
        Call again = stage.centre().call(CALLER);
        NumberLiveTest.press(again, "keep-wait-or-cancel", "2");
        again.awaitPrompt("keep-waiting", SOON);
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);
        // His placeholder has gone: himself and the one who came after him.
        stage.awaitInQueue("support", 2, SOON);
        assertThat(amends.cli("promises", "list")).contains("is on the line himself");

        stage.onDuty("rep1");

        again.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(later.ear().timeline()).noneMatch(h -> h.has(CallCentre.voice("rep1")));
        again.stay(Duration.ofSeconds(11));
        later.hangUp();
        again.hangUp();
        servedMeanwhile(amends);
    }

    @Test
    void no_key_waits_as_well_and_whoever_hangs_up_in_the_queue_is_called_as_promised() {
        promised();
        Call again = stage.centre().call(CALLER);
        again.awaitPrompt("keep-wait-or-cancel", SOON);
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);
        assertThat(again.ear().promptNames()).containsExactly("keep-wait-or-cancel");
        stage.awaitInQueue("support", 1, SOON);

        again.hangUp();
        stage.onDuty("rep1");

        stage.centre().carrier().awaitIncoming(CALLER, 1, Duration.ofSeconds(45));
        new Judge(stage.centre().carrier()).wants(CALLER, 1, GAP);
    }

    @Test
    void three_cancels_and_nobody_is_called() {
        AmendsProcess amends = promised();
        Call again = stage.centre().call(CALLER);
        NumberLiveTest.press(again, "keep-wait-or-cancel", "3");
        again.awaitPrompt("cancelled-goodbye", SOON);
        again.awaitEnded(SOON);

        stage.onDuty("rep1");

        stage.awaitPromise(Callback.Withdrawn.class::isInstance, SOON);
        stage.awaitNoChannels(SOON);
        assertThat(amends.cli("promises", "list", "--all"))
                .contains("rang again and cancelled it, in call ");
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();
    }

    @Test
    void taken_back_by_a_command_his_placeholder_leaves_the_queue_and_nobody_is_called() {
        AmendsProcess amends = promised();
        String id = stage.onlyPromise();
        assertThat(amends.cli("promises", "withdraw", id, "--note", "settled by mail"))
                .contains("withdrawn, he is not called.")
                .doesNotContain("not running");
        stage.awaitNoChannels(SOON);

        stage.onDuty("rep1");

        assertThat(amends.cli("promises", "explain", id))
                .contains("not wanted any more: settled by mail");
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();
    }

    @Test
    void a_rep_who_was_there_for_a_moment_only_has_not_served_him_and_he_is_called() {
        AmendsProcess amends = promised();
        stage.centre().rep("rep1", CallCentre.talking("rep1", Duration.ofSeconds(2)));
        Call again = stage.centre().call(CALLER);
        NumberLiveTest.press(again, "keep-wait-or-cancel", "2");
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);
        stage.onDuty("rep1");
        again.awaitTone(CallCentre.voice("rep1"), SOON);
        again.awaitEnded(SOON);

        stage.centre().carrier().awaitIncoming(CALLER, 1, Duration.ofSeconds(45));

        assertThat(amends.cli("promises", "explain", stage.onlyPromise()))
                .containsPattern("a rep was there for [1-4] s only");
    }

    @Test
    void whoever_was_served_without_amends_having_heard_of_his_call_is_not_called() {
        stage.centre().called(CALLER, Behaviour.reject(486));
        AmendsProcess amends =
                promisedBy(
                        stage.amends(
                                s -> choiceForEveryone(s).number("callbacks.gap_seconds", 300)));
        stage.onDuty("rep1");
        stage.awaitPromise(promise -> promise.tries().made() == 1, SOON);
        stage.awaitNoChannels(SOON);
        amends.freeze();
        Call again = stage.centre().call(CALLER);
        again.awaitTone(CallCentre.voice("rep1"), SOON);
        amends.thaw();
        again.stay(Duration.ofSeconds(11));

        again.hangUp();

        stage.awaitPromise(Callback.Withdrawn.class::isInstance, SOON);
        assertThat(amends.cli("promises", "list", "--all")).contains("served meanwhile");
        assertThat(again.ear().promptNames()).isEmpty();
        new Judge(stage.centre().carrier()).wants(CALLER, 1, GAP);
    }

    @Test
    void
            killed_after_it_was_noted_that_he_is_on_the_line_he_is_queued_and_once_served_not_called() {
        promisedBy(stage.amends(RingsAgainLiveTest::choiceForEveryone)).kill();
        AmendsProcess dying =
                stage.amendsDying(
                        RingsAgainLiveTest::choiceForEveryone, "after Ledger.notePresent");
        Call again = stage.centre().call(CALLER);
        assertThat(dying.awaitEnd(SOON)).isEqualTo(137);
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);
        AmendsProcess amends = stage.amends(RingsAgainLiveTest::choiceForEveryone);

        // The placeholder is withdrawn by the first look of the next life.
        stage.awaitInQueue("support", 1, SOON);
        stage.onDuty("rep1");

        again.awaitTone(CallCentre.voice("rep1"), SOON);
        again.stay(Duration.ofSeconds(11));
        again.hangUp();
        servedMeanwhile(amends);
    }

    @Test
    void killed_after_he_cancelled_he_is_not_called() {
        promisedBy(stage.amends(RingsAgainLiveTest::choiceForEveryone)).kill();
        AmendsProcess dying =
                stage.amendsDying(RingsAgainLiveTest::choiceForEveryone, "after Ledger.move");
        Call again = stage.centre().call(CALLER);
        NumberLiveTest.press(again, "keep-wait-or-cancel", "3");
        assertThat(dying.awaitEnd(SOON)).isEqualTo(137);
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);
        again.hangUp();
        stage.amends(RingsAgainLiveTest::choiceForEveryone);

        stage.awaitInQueue("support", 0, SOON);
        stage.onDuty("rep1");

        stage.awaitNoChannels(SOON);
        assertThat(stage.promises()).allMatch(Callback.Withdrawn.class::isInstance);
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();
    }

    @Test
    void amends_dead_when_his_conversation_ends_does_not_call_him_afterwards() {
        AmendsProcess amends = promised();
        Call again = stage.centre().call(CALLER);
        NumberLiveTest.press(again, "keep-wait-or-cancel", "2");
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);
        stage.onDuty("rep1");
        again.awaitTone(CallCentre.voice("rep1"), SOON);
        again.stay(Duration.ofSeconds(11));
        amends.kill();
        again.hangUp();
        stage.awaitNoChannels(SOON);

        servedMeanwhile(stage.amends(RingsAgainLiveTest::choiceForEveryone));
    }

    /** Nothing is known of him but his number, and a rep is free as soon as Amends is back. */
    @Test
    void who_rang_and_was_served_while_amends_was_away_is_not_called_when_it_is_back() {
        promised().kill();
        Call again = stage.centre().call(CALLER);
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);
        stage.pbx().cli("channel request hangup " + placeholder());
        stage.onDuty("rep1");
        again.awaitTone(CallCentre.voice("rep1"), SOON);
        again.stay(Duration.ofSeconds(11));
        again.hangUp();

        servedMeanwhile(stage.amends(RingsAgainLiveTest::choiceForEveryone));
    }

    @Test
    void ringing_again_while_his_rep_is_being_told_of_the_call_makes_one_conversation() {
        promised();
        stage.onDuty("rep1");
        IncomingCall rep = stage.centre().reps().awaitIncoming("rep1", 1, SOON);
        rep.awaitPrompt("callback-for-you", SOON);

        Call again = stage.centre().call(CALLER);

        // The rep is freed and takes him, or does so once the phone that rings is given up.
        again.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(60));
        again.stay(Duration.ofSeconds(11));
        again.hangUp();
        Awaitility.await().atMost(SOON).until(() -> !stage.promises().getFirst().open());
        assertThat(stage.centre().carrier().inviteLog().all()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whoever_hangs_up_at_the_question_is_called_as_promised() {
        promised();
        Call again = stage.centre().call(CALLER);
        again.awaitPrompt("keep-wait-or-cancel", SOON);
        again.hangUp();

        stage.onDuty("rep1");

        stage.centre().carrier().awaitIncoming(CALLER, 1, Duration.ofSeconds(45));
        new Judge(stage.centre().carrier()).wants(CALLER, 1, GAP);
    }

    @Test
    void killed_at_the_question_he_waits_himself_and_if_he_hangs_up_he_is_called_as_promised() {
        AmendsProcess amends = promised();
        Call again = stage.centre().call(CALLER);
        again.awaitPrompt("keep-wait-or-cancel", SOON);
        amends.kill();
        again.press("2");
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);
        stage.awaitInQueue("support", 1, SOON);
        again.hangUp();
        stage.amends(RingsAgainLiveTest::choiceForEveryone);

        stage.onDuty("rep1");

        stage.centre().carrier().awaitIncoming(CALLER, 1, Duration.ofSeconds(45));
        new Judge(stage.centre().carrier()).wants(CALLER, 1, GAP);
    }

    private String placeholder() {
        return stage.pbx()
                .cli("core show channels concise")
                .lines()
                .map(line -> line.split("!")[0])
                .filter(channel -> channel.contains("@amends-place-"))
                .findFirst()
                .orElseThrow();
    }

    private AmendsProcess promised() {
        return promisedBy(stage.amends(RingsAgainLiveTest::choiceForEveryone));
    }

    /** He has heard his promise, and his placeholder stands in the queue. */
    private AmendsProcess promisedBy(AmendsProcess amends) {
        stage.promised(CALLER, Leg.tone(CallCentre.CALLER_TONE));
        stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        stage.awaitInQueue("support", 1, SOON);
        return amends;
    }

    private void servedMeanwhile(AmendsProcess amends) {
        stage.awaitPromise(Callback.Withdrawn.class::isInstance, SOON);
        assertThat(amends.cli("promises", "list", "--all")).contains("served meanwhile, in call ");
        stage.everybodyOnDuty();
        stage.awaitNoChannels(Duration.ofSeconds(40));
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();
    }
}
