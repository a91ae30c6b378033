package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.line.Tally;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A promised caller's phone rings a little before his turn, while the one rep still speaks with
 * somebody else.
 */
@Tag("live")
class CallerFirstLiveTest {

    private static final String NUMBER = "+12025550143";
    private static final LineName SUPPORT = new LineName("support");
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension final Stage stage = new Stage();

    private AmendsProcess amends;
    private Call before;

    @BeforeEach
    void the_only_rep_speaks() {
        repSpeaks(Duration.ofSeconds(6));
    }

    /** The rep is known to need so long for a call, and speaks with somebody. */
    private void repSpeaks(Duration handling) {
        stage.onRecord(store -> {
            Tally calls = new Tally(50, 50 * handling.toSeconds(), 50);
            store.experienceOnRecord()
                    .write(
                            Map.of(SUPPORT, Map.of("handling", calls, "patience", calls)),
                            Instant.now());
            return calls;
        });
        stage.onDuty("rep1");
        stage.centre().rep("rep1", CallCentre.listening("rep1"));
        amends =
                stage.amends(settings ->
                        settings.text("lines.support.launch", "caller-first")
                                .number("lines.support.offer_above_seconds", 7200)
                                .number("callbacks.gap_seconds", 600)
                                .number("callbacks.ring_seconds", 25)
                                .number("breather.minutes", 3)
                                .number("breather.at_least_reps", 0)
                                .number("breather.at_least_percent", 0));
        before = stage.centre().call("+12025550101");
        before.awaitTone(CallCentre.voice("rep1"), SOON);
    }

    @Test
    void who_answers_before_the_rep_is_free_holds_in_his_place_and_then_speaks_with_him() {
        amends.cli("flag", NUMBER, "--reason", "third call");
        stage.centre().called(NUMBER, answeringAfter(Duration.ofMillis(400)));
        promised();
        IncomingCall called = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        called.awaitTone(CallCentre.MUSIC_TONE, SOON);
        stage.awaitInQueue("support", 1, Duration.ofSeconds(5));
        Call after = stage.centre().call("+12025550102");
        stage.awaitInQueue("support", 2, SOON);

        before.hangUp();

        called.awaitTone(CallCentre.voice("rep1"), SOON);
        repsLast().awaitTone(CallCentre.CALLED_TONE, SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, SOON);
        assertThat(called.ear().promptNames())
                .containsExactly(
                        "company", "you-asked-us-to-call", "speak-later-never", "connecting-you");
        assertThat(stage.centre().carrier().inviteLog().all()).hasSize(1);
        assertThat(after.ear().timeline())
                .noneMatch(heard -> heard.tones().contains(CallCentre.voice("rep1")));

        called.hangUp();

        awaitRep(line -> line.contains("paused:breather"));
    }

    @Test
    void a_rep_who_comes_while_it_rings_waits_a_moment_for_the_answer() {
        stage.centre().called(NUMBER, answeringAfter(Duration.ofSeconds(20)));
        promised();
        IncomingCall called = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);

        before.hangUp();
        repIsTold();
        called.answer();

        called.awaitTone(CallCentre.voice("rep1"), SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, SOON);
        IncomingCall rep = repsLast();
        assertThat(rep.ear().promptNames()).containsExactly("callback-for-you");
        assertThat(stage.centre().carrier().inviteLog().all()).hasSize(1);

        called.hangUp();

        awaitRep(line -> line.contains("paused:amends-wrap-up"));
        awaitRep(line -> !line.contains("paused"));
    }

    @Test
    void where_others_wait_the_phone_of_whose_turn_comes_early_rings_while_his_rep_is_there() {
        before.hangUp();
        amends.kill();
        stage.awaitNoChannels(SOON);
        repSpeaks(Duration.ofMinutes(4));
        stage.centre().called(NUMBER, answeringAfter(Duration.ofSeconds(20)));
        promised();
        stage.awaitInQueue("support", 1, SOON);
        stage.centre().call("+12025550102");
        stage.awaitInQueue("support", 2, SOON);
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();

        before.hangUp();

        IncomingCall called = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        repIsTold();
        called.answer();
        called.awaitTone(CallCentre.voice("rep1"), SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, SOON);
        assertThat(repsLast().ear().promptNames()).containsExactly("callback-for-you");
        assertThat(stage.centre().carrier().inviteLog().all()).hasSize(1);
    }

    /** What the queue says of the rep. */
    private void awaitRep(Predicate<String> so) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() ->
                        stage.pbx()
                                .cli("queue show support")
                                .lines()
                                .filter(line -> line.contains("PJSIP/rep1"))
                                .allMatch(so));
    }

    @Test
    void a_rep_who_comes_is_let_go_when_nobody_answers_and_the_try_counts() {
        stage.centre().called(NUMBER, Behaviour.ringForever());
        promised();
        stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);

        before.hangUp();

        IncomingCall rep = stage.centre().reps().awaitIncoming("rep1", 2, SOON);
        rep.awaitPrompt("not-there-yet", SOON);
        rep.awaitEnded(Duration.ofSeconds(5));
        stage.awaitPromise(
                promise -> promise instanceof Callback.Promised && promise.tries().made() == 1,
                SOON);
        assertThat(stage.outcomes()).containsExactly(AttemptOutcome.NO_ANSWER);
        stage.awaitNoChannels(SOON);
    }

    @Test
    void who_answers_after_amends_was_killed_is_in_the_ordinary_queue_and_is_served() {
        stage.centre().called(NUMBER, answeringAfter(Duration.ofSeconds(4)));
        promised();
        IncomingCall called = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);

        amends.kill();

        called.awaitTone(CallCentre.MUSIC_TONE, Duration.ofSeconds(30));
        before.hangUp();
        called.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(stage.centre().carrier().inviteLog().all()).hasSize(1);
    }

    private void promised() {
        Instant now = Instant.now();
        PromiseId id = new PromiseId("%032x".formatted(now.toEpochMilli()));
        CallbackTerms terms =
                new CallbackTerms(
                                id,
                                new PhoneNumber(NUMBER),
                                SUPPORT,
                                new EffectiveArrival(now),
                                now,
                                CallbackTerms.byOrder(id),
                                0,
                                Language.ENGLISH)
                        .ordered(now);
        stage.onRecord(store -> store.ledger().order(terms, "for this story"));
    }

    /** The rep is there, and hears what it is about. */
    private void repIsTold() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> repsLast().ear().promptNames().contains("callback-for-you"));
    }

    private IncomingCall repsLast() {
        return stage.centre().reps().incomingCalls().getLast();
    }

    private static Behaviour answeringAfter(Duration time) {
        return Behaviour.answerAfter(time)
                .as(Leg.tone(CallCentre.CALLED_TONE))
                .then(
                        Script.pressAt("speak-later-never", Duration.ofSeconds(15), "1")
                                .then(Script.hangUpAfter(Duration.ofSeconds(40))));
    }
}
