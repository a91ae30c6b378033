package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amends.bench.Call;
import dev.amends.bench.Invite;
import dev.amends.callcentre.CallCentre;
import dev.amends.line.ExpectedWait;
import dev.amends.line.LineName;
import dev.amends.line.Tally;
import dev.amends.line.WaitStep;
import dev.amends.promise.Callback;
import dev.amends.promise.PromisedWindow;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Waits that are foreseen from what Amends saw of earlier calls, and only then. */
@Tag("live")
class WaitLiveTest {

    private static final LineName SUPPORT = new LineName("support");
    private static final Duration TALK = Duration.ofSeconds(6);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CALLS = 15;

    /** The middle of "at most three minutes". */
    private static final double SECONDS_TO_TELL = 155;

    @RegisterExtension final Stage stage = new Stage();

    @Test
    void a_wait_is_told_once_enough_calls_were_seen_and_is_the_one_that_the_line_implies() {
        stage.centre().repsTalk(TALK);
        stage.amends(settings ->
                settings.number("lines.support.offer_when_waiting", 1000)
                        .number("lines.support.offer_above_seconds", 20));

        double handling = serveWithoutAWord();
        int ahead = aheadFor(handling);
        oneRepBusyAndWaiting(ahead);

        Call told = stage.centre().call("+12025550190");
        told.awaitPrompt("choice-after-wait", SOON);
        Call waits = stage.centre().call("+12025550191");
        waits.awaitPrompt("choice-after-wait", SOON);
        List<String> minutes =
                List.of(
                        "digits/" + step(handling * 0.85, ahead),
                        "digits/" + step(handling, ahead),
                        "digits/" + step(handling * 1.15, ahead + 1));
        System.out.printf(
                "%.1f s a call by the reps' phones, %d ahead: told %s%n",
                handling, ahead, told.ear().promptNames());
        assertThat(told.ear().promptNames()).hasSize(3).startsWith("wait-at-most");
        assertThat(minutes).contains(told.ear().promptNames().get(1));

        waits.press("1");
        waits.awaitPrompt("keep-waiting", SOON);
        told.press("2");
        told.awaitPrompt("if-right-press-1", SOON);
        Instant asked = Instant.now();
        told.press("1");
        told.awaitEnded(SOON);
        assertThat(told.ear().promptNames())
                .containsAnyOf("call-you-before", "call-you-between")
                .doesNotContain("we-will-call-you");
        assertThat(waits.ear().promptNames()).endsWith("choice-after-wait", "keep-waiting");
        Callback promise = stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        PromisedWindow window = promise.terms().window().orElseThrow();
        Instant expected = asked.plusMillis(Math.round(1000 * handling * (ahead + 1)));
        assertThat(expected).isBetween(window.from(), window.to());
    }

    /** The limit, where a wait and a window are spoken as well. */
    @Test
    void with_a_wait_and_a_time_of_day_it_still_takes_no_more_than_25_seconds() throws Exception {
        stage.playSpeech();
        stage.onRecord(store -> {
            Tally calls = new Tally(50, 50 * 240, 50);
            store.experienceOnRecord()
                    .write(
                            Map.of(SUPPORT, Map.of("handling", calls, "patience", calls)),
                            Instant.now());
            return calls;
        });
        stage.onDuty("rep1");
        stage.centre().rep("rep1", CallCentre.listening("rep1"));
        stage.amends(settings -> settings);
        stage.centre().call("+12025550120").awaitTone(CallCentre.voice("rep1"), SOON);

        Call call = stage.centre().call("+12025550121");

        ChoiceLiveTest.awaitEndOfSpeech(call, 1);
        call.press("2");
        ChoiceLiveTest.awaitEndOfSpeech(call, 2);
        call.press("1");
        call.awaitEnded(SOON);
        Duration spoken = Duration.ofMillis(20 * call.ear().packets());
        Duration toThePromise = spoken.minus(ChoiceLiveTest.lengthOf("thank-you-goodbye"));
        Callback promise = stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        System.out.printf(
                "%.2f s of speech to the end of the promise, %s%n",
                toThePromise.toMillis() / 1000.0, promise.terms().window());
        assertThat(promise.terms().window()).isPresent();
        assertThat(toThePromise).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(25));
    }

    @Test
    void what_was_learned_from_calls_is_written_down() {
        stage.centre().repsTalk(TALK);
        stage.amends(settings -> settings.number("lines.support.offer_when_waiting", 1000));

        serveWithoutAWord();

        Tally learned =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofSeconds(2))
                        .until(
                                () ->
                                        stage.onRecord(store -> store.experienceOnRecord().read())
                                                .getOrDefault(SUPPORT, Map.of())
                                                .getOrDefault("handling", Tally.EMPTY),
                                tally -> tally.weight() > CALLS - 2);
        assertThat(learned.total() / learned.weight()).isCloseTo(TALK.toSeconds(), within(1.0));
    }

    /**
     * Serves callers who come at once, and who hear nothing, as nothing is known yet; the seconds
     * for which a call keeps a rep, by the times at which the reps' phones rang.
     */
    private double serveWithoutAWord() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(stage.centre().call("+12025550%03d".formatted(200 + i)));
        }
        calls.forEach(call -> call.awaitEnded(Duration.ofSeconds(120)));
        calls.forEach(
                call -> assertThat(call.ear().promptNames()).allMatch("while-waiting"::equals));
        List<Double> cycles = new ArrayList<>();
        for (String rep : CallCentre.REPS) {
            List<Invite> rings = stage.centre().reps().inviteLog().to(rep);
            for (int i = 1; i < rings.size(); i++) {
                Duration cycle = Duration.between(rings.get(i - 1).at(), rings.get(i).at());
                cycles.add(cycle.toMillis() / 1000.0);
            }
        }
        return cycles.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** One rep talks without end, and so many wait for him. */
    private void oneRepBusyAndWaiting(int many) {
        stage.onDuty("rep1");
        stage.centre().rep("rep1", CallCentre.listening("rep1"));
        stage.centre().call("+12025550300").awaitTone(CallCentre.voice("rep1"), SOON);
        for (int i = 1; i <= many; i++) {
            stage.centre().call("+12025550%03d".formatted(300 + i));
        }
        stage.awaitInQueue("support", many, Duration.ofSeconds(40));
    }

    private static int aheadFor(double handling) {
        int ahead = 0;
        while (p80(handling, ahead) < SECONDS_TO_TELL) {
            ahead++;
        }
        return ahead;
    }

    private static int step(double handling, int ahead) {
        return WaitStep.of(Duration.ofMillis(Math.round(1000 * p80(handling, ahead)))).minutes();
    }

    /** Nobody hangs up here: a sum of exponential calls. */
    private static double p80(double handling, int ahead) {
        int calls = ahead + 1;
        return new ExpectedWait(calls * handling, calls * handling * handling).p80().toMillis()
                / 1000.0;
    }
}
