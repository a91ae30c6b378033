package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.dialing.ReconcilePolicy.Evidence;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.PromiseId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class ReconcilePolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant EVER = NOW.minusSeconds(86_400);

    @ParameterizedTest(name = "{0} for {1} s, mark {2}, alive {3}, PBX restarted {4}: {5}")
    @CsvSource({
        // INTENT: expired is void
        "INTENT,     1, nothing,    false, false, leave",
        "INTENT,     9, nothing,    false, false, leave",
        "INTENT,    10, nothing,    false, false, VOID",
        "INTENT,  9999, nothing,    true,  false, leave",
        "INTENT,     1, nothing,    false, true,  VOID",
        "INTENT,     1, nothing,    true,  true,  leave",
        // CLAIMED, no mark, no channel, not restarted: surely not dialled
        "CLAIMED,    9, nothing,    false, false, leave",
        "CLAIMED,   10, nothing,    false, false, VOID",
        "CLAIMED,   60, nothing,    true,  false, leave",
        // CLAIMED, and it can't be told
        "CLAIMED,    9, dialing,    false, false, leave",
        "CLAIMED,   10, dialing,    false, false, UNKNOWN",
        "CLAIMED,   10, answered,   false, false, UNKNOWN",
        "CLAIMED,   60, dialing,    true,  false, leave",
        "CLAIMED,    1, nothing,    false, true,  UNKNOWN",
        "CLAIMED,    1, dialing,    false, true,  UNKNOWN",
        "CLAIMED,    1, answered,   false, true,  UNKNOWN",
        // answered
        "ANSWERED,   9, nothing,    false, false, leave",
        "ANSWERED,  10, nothing,    false, false, UNKNOWN",
        "ANSWERED,  10, answered,   false, false, UNKNOWN",
        "ANSWERED,  60, answered,   true,  false, leave",
        "ANSWERED,   1, answered,   false, true,  UNKNOWN",
        // bridged to a rep for at least ten seconds
        "ANSWERED,  20, bridged:9,  true,  false, speak:1",
        "ANSWERED,  20, bridged:10, true,  false, KEPT",
        "CLAIMED,   20, bridged:10, true,  false, KEPT",
        "ANSWERED,  20, bridged:-3, true,  false, speak:13",
        "ANSWERED,  20, bridged:15, false, false, UNKNOWN",
        "ANSWERED,  20, bridged:15, false, true,  UNKNOWN",
        "ANSWERED,   1, spoke:9,    false, false, CUT_SHORT",
        "ANSWERED,   1, spoke:10,   false, false, KEPT",
        "CLAIMED,    1, spoke:10,   false, true,  KEPT",
        "ANSWERED,   1, spoke:10,   true,  false, KEPT"
    })
    void what_came_of_an_attempt(
            AttemptState state,
            long seconds,
            String mark,
            boolean alive,
            boolean restarted,
            String verdict) {
        Instant changed = NOW.minusSeconds(seconds);
        Instant runsSince = restarted ? changed.plusMillis(1) : changed.minusSeconds(3600);
        Evidence evidence = new Evidence(mark(mark), alive, runsSince, EVER);
        assertThat(word(ReconcilePolicy.decide(attempt(state, changed), evidence, NOW)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_the_mark_says_about_the_end_is_what_came_of_it(AttemptOutcome outcome) {
        for (boolean alive : new boolean[] {true, false}) {
            for (Instant runsSince : new Instant[] {NOW.minusSeconds(3600), NOW}) {
                Evidence evidence =
                        new Evidence(new Witness.Ended(outcome), alive, runsSince, EVER);
                Attempt attempt = attempt(AttemptState.CLAIMED, NOW.minusSeconds(1));
                assertThat(word(ReconcilePolicy.decide(attempt, evidence, NOW)))
                        .isEqualTo(outcome.name());
            }
        }
    }

    /** Somebody has set the clock an hour ahead while they spoke. */
    @ParameterizedTest
    @CsvSource({"9, speak:1", "10, KEPT"})
    void a_conversation_that_goes_on_counts_from_the_last_step_of_the_clock(
            long seconds, String verdict) {
        Evidence evidence =
                new Evidence(mark("bridged:3600"), true, EVER, NOW.minusSeconds(seconds));
        assertThat(
                        word(
                                ReconcilePolicy.decide(
                                        attempt(AttemptState.ANSWERED, NOW.minusSeconds(3620)),
                                        evidence,
                                        NOW)))
                .isEqualTo(verdict);
    }

    private static Attempt attempt(AttemptState state, Instant changed) {
        return new Attempt(
                new AttemptId("b".repeat(32)),
                new PromiseId("a".repeat(32)),
                state,
                changed,
                changed,
                Optional.empty());
    }

    private static Witness mark(String text) {
        String[] parts = text.split(":");
        return switch (parts[0]) {
            case "dialing" -> new Witness.Dialing();
            case "answered" -> new Witness.Answered("1.2");
            case "bridged" ->
                    new Witness.Bridged(NOW.minusSeconds(Long.parseLong(parts[1])), "1.2");
            case "spoke" -> new Witness.Spoke(Duration.ofSeconds(Long.parseLong(parts[1])));
            default -> new Witness.Nothing();
        };
    }

    private static String word(ReconcilePolicy.Verdict verdict) {
        return switch (verdict) {
            case ReconcilePolicy.Verdict.LeaveIt _ -> "leave";
            case ReconcilePolicy.Verdict.Speaking(Instant until) ->
                    "speak:" + Duration.between(NOW, until).toSeconds();
            case ReconcilePolicy.Verdict.Ended ended -> ended.outcome().name();
        };
    }
}
