package dev.amends.promise;

import static dev.amends.promise.AttemptOutcome.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(300);
    private static final CallbackTerms TERMS =
            new CallbackTerms(
                    new PromiseId("a".repeat(32)),
                    new PhoneNumber("+12025550143"),
                    new LineName("support"),
                    new EffectiveArrival(NOW.minusSeconds(900)),
                    NOW.minusSeconds(800),
                    new CallId("1732219200.17"),
                    3,
                    Language.ENGLISH);

    private final RetryPolicy policy = new RetryPolicy(new RetrySettings(3, 5, GAP));

    @ParameterizedTest(name = "{0} after {1} tries and {2} congestions: {3} in {4} s")
    @CsvSource({
        "KEPT,             0, 0, kept,      0,   1, 0",
        "KEPT,             3, 0, kept,      0,   4, 0",
        "NO_LONGER_NEEDED, 0, 0, withdrawn, 0,   1, 0",
        "VOID,             0, 0, promised,  0,   0, 0",
        "VOID,             3, 5, promised,  0,   3, 5",
        "BUSY,             0, 0, promised,  300, 1, 0",
        "BUSY,             2, 0, promised,  300, 3, 0",
        "BUSY,             3, 0, broken,    0,   4, 0",
        "NO_ANSWER,        3, 0, broken,    0,   4, 0",
        "NO_KEY,           3, 0, broken,    0,   4, 0",
        "DECLINED,         3, 0, broken,    0,   4, 0",
        "NOT_NOW,          3, 0, broken,    0,   4, 0",
        "GAVE_UP_HOLDING,  3, 0, broken,    0,   4, 0",
        "CUT_SHORT,        3, 0, broken,    0,   4, 0",
        "FAILED,           3, 0, broken,    0,   4, 0",
        "UNKNOWN,          3, 0, broken,    0,   4, 0",
        "UNKNOWN,          0, 0, promised,  300, 1, 0",
        "REP_LEFT,         3, 0, promised,  300, 3, 1",
        "CONGESTION,       3, 0, promised,  300, 3, 1",
        "CONGESTION,       0, 4, promised,  300, 0, 5",
        "CONGESTION,       0, 5, broken,    0,   0, 6",
        "REP_LEFT,         0, 5, broken,    0,   0, 6",
        "BUSY,             1, 5, promised,  300, 2, 0"
    })
    void what_becomes_of_a_callback(
            AttemptOutcome outcome,
            int made,
            int congestions,
            String word,
            long later,
            int madeThen,
            int congestionsThen) {
        Callback next = after(outcome, made, congestions).next();
        assertThat(next.word()).isEqualTo(word);
        assertThat(next.tries()).isEqualTo(new Tries(madeThen, congestionsThen));
        assertThat(next.version()).isEqualTo(8);
        assertThat(next.terms()).isEqualTo(TERMS);
        if (next instanceof Callback.Promised again) {
            assertThat(again.notBefore()).isEqualTo(NOW.plusSeconds(later));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_outcome_has_a_reason_in_words(AttemptOutcome outcome) {
        assertThat(after(outcome, 0, 0).reason()).isNotBlank();
        assertThat(after(outcome, 3, 5).reason()).isNotBlank();
    }

    @Test
    void three_retries_are_one_try_and_three_more() {
        Tries tries = Tries.NONE;
        int calls = 0;
        Callback next;
        do {
            calls++;
            next = policy.after(new Callback.Dialing(TERMS, 7, tries), NO_ANSWER, NOW).next();
            tries = next.tries();
        } while (next.open() && calls < 20);
        assertThat(calls).isEqualTo(4);
        assertThat(next).isInstanceOf(Callback.Broken.class);
    }

    @Test
    void with_no_retries_the_first_try_is_the_last() {
        RetryPolicy once = new RetryPolicy(new RetrySettings(0, 0, GAP));
        assertThat(once.after(dialing(0, 0), BUSY, NOW).next().word()).isEqualTo("broken");
        assertThat(once.after(dialing(0, 0), CONGESTION, NOW).next().word()).isEqualTo("broken");
    }

    private RetryPolicy.Verdict after(AttemptOutcome outcome, int made, int congestions) {
        return policy.after(dialing(made, congestions), outcome, NOW);
    }

    private static Callback.Dialing dialing(int made, int congestions) {
        return new Callback.Dialing(TERMS, 7, new Tries(made, congestions));
    }
}
