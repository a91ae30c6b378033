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
import java.util.Map;
import java.util.Optional;

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
        assertThat(next.tries().made()).isEqualTo(madeThen);
        assertThat(next.tries().forgiven()).isEqualTo(congestionsThen);
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

    @ParameterizedTest(name = "{0} tries that were busy, then {1}: {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0|BUSY|60|was busy; try 1 of 10",
                "1|BUSY|-|was busy; no more than 2 tries may end so",
                "1|DECLINED|-|declined the call; no more than 2 tries may end so",
                "5|NO_ANSWER|120|did not answer; try 6 of 10",
                "5|UNKNOWN|120|it can't be told how the call ended; try 6 of 10",
                "5|NO_KEY|-|answered but pressed no key; no more than one try may end so",
                "0|NOT_NOW|240|asked to be called later; try 1 of 10",
                "9|NOT_NOW|-|asked to be called later; all tries used up",
                "0|GAVE_UP_HOLDING|300|hung up before a rep was there; try 1 of 10",
                "0|CUT_SHORT|300|spoke with a rep for less than ten seconds; try 1 of 10",
                "0|CONGESTION|360|the trunk had no room, later again",
                "0|REP_LEFT|360|the rep hung up first, later again",
                "0|FAILED|420|could not be dialled; try 1 of 10"
            })
    void each_outcome_has_a_number_of_tries_and_a_gap_of_its_own(
            int busy, AttemptOutcome outcome, String seconds, String reason) {
        Tries tries = Tries.NONE;
        for (int i = 0; i < busy; i++) {
            tries = tries.after(BUSY);
        }
        RetryPolicy.Verdict verdict =
                new RetryPolicy(OWN_RULES)
                        .after(new Callback.Dialing(TERMS, 7, tries), outcome, NOW);
        assertThat(verdict.reason()).isEqualTo(reason);
        if (seconds.equals("-")) {
            assertThat(verdict.next()).isInstanceOf(Callback.Broken.class);
        } else {
            assertThat(((Callback.Promised) verdict.next()).notBefore())
                    .isEqualTo(NOW.plusSeconds(Long.parseLong(seconds)));
        }
    }

    private static final RetrySettings OWN_RULES =
            new RetrySettings(
                    9,
                    RetrySettings.all(setback ->
                            new RetrySettings.Rule(
                                    switch (setback) {
                                        case BUSY -> 2;
                                        case MACHINE -> 1;
                                        default -> 20;
                                    },
                                    Duration.ofSeconds(60L * (setback.ordinal() + 1)))),
                    Duration.ofDays(7));

    @Test
    void who_chose_a_time_is_called_then_in_his_old_place_and_the_reason_says_so() {
        Instant wish = NOW.plus(Duration.ofHours(2));
        RetryPolicy.Verdict verdict = policy.after(dialing(1, 0), NOT_NOW, Optional.of(wish), NOW);
        assertThat(verdict.next()).isInstanceOf(Callback.Promised.class);
        assertThat(((Callback.Promised) verdict.next()).notBefore()).isEqualTo(wish);
        assertThat(verdict.next().terms().arrival()).isEqualTo(TERMS.arrival());
        assertThat(verdict.reason())
                .isEqualTo(
                        "asked to be called later, in 120 min, a time that he chose; try 2 of 4");
    }

    @Test
    void a_time_that_is_over_by_now_is_the_gap() {
        RetryPolicy.Verdict verdict =
                policy.after(dialing(1, 0), NOT_NOW, Optional.of(NOW.minusSeconds(1)), NOW);
        assertThat(((Callback.Promised) verdict.next()).notBefore()).isEqualTo(NOW.plus(GAP));
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptOutcome.class,
            names = {"BUSY", "CONGESTION", "VOID", "TOLD"})
    void who_was_called_before_the_time_he_was_told_is_called_next_at_that_time(
            AttemptOutcome outcome) {
        Instant told = NOW.plus(Duration.ofHours(1));
        Callback.Dialing early = new Callback.Dialing(TERMS.from(told), 3, Tries.NONE);
        assertThat(((Callback.Promised) policy.after(early, outcome, NOW).next()).notBefore())
                .isEqualTo(told);
    }

    @Test
    void tries_are_counted_by_how_they_ended() {
        Tries tries = Tries.NONE;
        for (AttemptOutcome outcome :
                new AttemptOutcome[] {
                    BUSY, CONGESTION, REP_LEFT, DECLINED, VOID, MESSAGE_LEFT, NO_KEY, CONGESTION
                }) {
            tries = tries.after(outcome);
        }
        assertThat(tries)
                .isEqualTo(
                        new Tries(
                                4,
                                Map.of(
                                        Setback.BUSY, 2,
                                        Setback.MACHINE, 2,
                                        Setback.CONGESTION, 1)));
    }

    @Test
    void what_would_come_after_the_days_for_it_is_not_tried_any_more() {
        RetryPolicy days = days(1);
        Instant asked = TERMS.askedAt();
        Duration oneDay = Duration.ofDays(1);
        Instant inTime = asked.plus(oneDay).minus(GAP).minusSeconds(1);
        assertThat(days.after(dialing(0, 0), BUSY, inTime).next().open()).isTrue();
        RetryPolicy.Verdict late = days.after(dialing(0, 0), BUSY, inTime.plusSeconds(1));
        assertThat(late.next()).isInstanceOf(Callback.Broken.class);
        assertThat(late.reason()).isEqualTo("was busy; the day for it is used up");
        Optional<Instant> wish = Optional.of(inTime.plusSeconds(7200));
        assertThat(days.after(dialing(0, 0), NOT_NOW, wish, inTime).next().open()).isTrue();
        assertThat(policy.after(dialing(0, 0), BUSY, asked.plus(oneDay.multipliedBy(900))).next())
                .isInstanceOf(Callback.Promised.class);
    }

    @Test
    void what_was_ordered_for_a_time_has_its_days_from_then_on() {
        CallbackTerms ordered = TERMS.ordered(NOW.plus(Duration.ofDays(30)));
        Callback.Dialing dialing = new Callback.Dialing(ordered, 7, Tries.NONE);
        Instant then = NOW.plus(Duration.ofDays(30));
        assertThat(days(1).after(dialing, BUSY, then.plusSeconds(60)).next().open()).isTrue();
        assertThat(days(1).after(dialing, BUSY, then.plusSeconds(86_399)).next().open()).isFalse();
    }

    @ParameterizedTest(name = "asked {0} h ago, callable since {1} h, {2} days: {3}")
    @CsvSource({
        "47, 47, 2, waits",
        "49, 49, 2, broken",
        "49, 25, 2, broken",
        "49, 23, 2, waits",
        "49, -1, 2, waits",
        "9999, 9999, 0, waits"
    })
    void what_waits_too_long_is_given_up_but_a_new_time_is_given_a_day(
            long asked, long callable, int days, String what) {
        Callback.Promised old =
                new Callback.Promised(
                        new CallbackTerms(
                                TERMS.id(),
                                TERMS.number(),
                                TERMS.line(),
                                TERMS.arrival(),
                                NOW.minus(Duration.ofHours(asked)),
                                TERMS.askedIn(),
                                3,
                                Language.ENGLISH),
                        2,
                        Tries.NONE,
                        NOW.minus(Duration.ofHours(callable)));
        Optional<RetryPolicy.Verdict> verdict = days(days).waited(old, NOW);
        assertThat(verdict.isPresent()).isEqualTo(what.equals("broken"));
        verdict.ifPresent(broken -> {
            assertThat(broken.next()).isInstanceOf(Callback.Broken.class);
            assertThat(broken.reason()).isEqualTo("not reached; the 2 days for it are used up");
        });
    }

    private static RetryPolicy days(int days) {
        RetrySettings usual = new RetrySettings(3, 5, GAP);
        return new RetryPolicy(
                new RetrySettings(usual.retries(), usual.rules(), Duration.ofDays(days)));
    }

    private RetryPolicy.Verdict after(AttemptOutcome outcome, int made, int congestions) {
        return policy.after(dialing(made, congestions), outcome, NOW);
    }

    private static Callback.Dialing dialing(int made, int congestions) {
        return new Callback.Dialing(TERMS, 7, new Tries(made, congestions));
    }
}
