package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

class BudgetPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-28T20:30:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-28T23:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-11-30T23:00:00Z");
    private static final Budget BUDGET = new Budget(100, 1000, 10, 30, ZoneId.of("Europe/Berlin"));

    /** A call may be long while much is left, shorter when little is; not for a few minutes. */
    @ParameterizedTest
    @CsvSource({
        "0,  0,   0,  30, 3",
        "0,  0,   9,  30, 1",
        "50, 50,  0,  30, 1",
        "69, 69,  0,  30, 1",
        "80, 80,  0,  20, 1",
        "95, 95,  0,  5,  1",
        "0,  990, 0,  10, 1"
    })
    void a_call_may_take_what_is_left_and_no_more_than_the_longest(
            int today, int month, int lastHour, int minutes, int calls) {
        assertThat(decide(new Spent(today, month, 0, lastHour, Optional.empty())))
                .isEqualTo(new Budgeting.Allowed(minutes, calls));
    }

    @Test
    void a_used_up_day_renews_at_midnight_of_its_own_clock() {
        assertThat(decide(new Spent(96, 96, 0, 0, Optional.empty())))
                .isEqualTo(
                        new Budgeting.UsedUp(
                                TOMORROW, "the budget of 100 minutes a day is used up"));
    }

    @Test
    void a_used_up_month_renews_with_the_next_one() {
        assertThat(decide(new Spent(96, 996, 0, 0, Optional.empty())))
                .isEqualTo(
                        new Budgeting.UsedUp(
                                DECEMBER, "the budget of 1000 minutes a month is used up"));
    }

    @Test
    void what_calls_under_way_may_take_is_waited_for_and_not_given_up() {
        assertThat(decide(new Spent(100, 100, 60, 0, Optional.empty())))
                .isEqualTo(
                        new Budgeting.Waits(
                                NOW.plusSeconds(60),
                                "calls under way may use up what is left of the budget's"
                                        + " minutes"));
    }

    @Test
    void the_next_call_waits_until_the_oldest_of_as_many_as_allowed_is_an_hour_ago() {
        Instant oldest = NOW.minusSeconds(3000);
        assertThat(decide(new Spent(0, 0, 0, 10, Optional.of(oldest))))
                .isEqualTo(
                        new Budgeting.Waits(
                                oldest.plusSeconds(3600),
                                "there were 10 calls within an hour, as many as"
                                        + " budget.calls_an_hour allows"));
    }

    @Test
    void calls_shorter_than_a_few_minutes_are_begun_with_what_is_left_for_one() {
        Budget brief = new Budget(10, Budget.UNLIMITED, 10, 2, BUDGET.zone());
        assertThat(BudgetPolicy.decide(brief, new Spent(8, 8, 0, 0, Optional.empty()), NOW))
                .isEqualTo(new Budgeting.Allowed(2, 1));
        assertThat(BudgetPolicy.decide(brief, new Spent(9, 9, 0, 0, Optional.empty()), NOW))
                .isInstanceOf(Budgeting.UsedUp.class);
    }

    @Test
    void without_a_budget_everything_is_allowed() {
        Spent much = new Spent(1_000_000, 9_000_000, 1_000, 100_000, Optional.empty());
        assertThat(BudgetPolicy.decide(Budget.NONE, much, NOW))
                .isInstanceOf(Budgeting.Allowed.class);
        assertThat(BudgetPolicy.refusal(Budget.NONE, much, 100_000, NOW, NOW)).isEmpty();
        assertThat(BudgetPolicy.mostPromises(Budget.NONE)).isZero();
    }

    /** Each promise needs five minutes: of today's what is left, of another day's all. */
    @ParameterizedTest
    @CsvSource({
        "today,    0,   0,   19, false",
        "today,    0,   0,   20, true",
        "today,    80,  80,  3,  false",
        "today,    80,  80,  4,  true",
        "tomorrow, 100, 100, 19, false",
        "tomorrow, 100, 100, 20, true",
        "tomorrow, 100, 960, 7,  false",
        "tomorrow, 100, 960, 8,  true",
        "december, 100, 960, 8,  false"
    })
    void no_more_is_promised_than_the_budget_can_hold(
            String when, int today, int month, long promised, boolean refused) {
        Instant called =
                switch (when) {
                    case "today" -> NOW;
                    case "tomorrow" -> TOMORROW.plusSeconds(36_000);
                    default -> DECEMBER.plusSeconds(36_000);
                };
        Spent spent = new Spent(today, month, 0, 0, Optional.empty());
        assertThat(BudgetPolicy.refusal(BUDGET, spent, promised, NOW, called).isPresent())
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "59, 1", "60, 1", "61, 2", "3595, 60"})
    void every_started_minute_counts(long seconds, int minutes) {
        assertThat(Budget.minutes(Duration.ofSeconds(seconds))).isEqualTo(minutes);
    }

    @Test
    void a_call_is_ended_before_another_minute_is_started() {
        assertThat(Budget.minutes(Budget.lasts(30).plusSeconds(2))).isEqualTo(30);
    }

    private static Budgeting decide(Spent spent) {
        return BudgetPolicy.decide(BUDGET, spent, NOW);
    }
}
