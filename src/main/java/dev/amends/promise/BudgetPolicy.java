package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the budget allows another call, and another promise of one. A call is allowed as many
 * minutes as the longest one or, when fewer are left, those; but none is begun that would be cut
 * off within a few.
 */
public final class BudgetPolicy {

    /** A call that may not take so many minutes is not begun; a promise is held to need so many. */
    private static final int LEAST_MINUTES = 5;

    /** When calls under way hold what is left, so soon it is looked again. */
    static final Duration LOOKED_AT_AGAIN_AFTER = Duration.ofMinutes(1);

    private static final Duration HOUR = Duration.ofHours(1);

    private BudgetPolicy() {}

    /** Decides about a call. First rule that speaks wins. */
    public static Budgeting decide(Budget budget, Spent spent, Instant now) {
        int left = left(budget, spent);
        if (spent.lastHour() >= budget.callsAnHour()) {
            return new Budgeting.Waits(
                    spent.oldest().orElse(now).plus(HOUR),
                    "there were "
                            + spent.lastHour()
                            + " calls within an hour, as many as budget.calls_an_hour allows");
        }
        if (left >= least(budget)) {
            int minutes = Math.min(budget.longestMinutes(), left);
            int calls =
                    Math.min(
                            budget.callsAnHour() - spent.lastHour(),
                            Math.max(1, left / budget.longestMinutes()));
            return new Budgeting.Allowed(minutes, calls);
        }
        if (left + spent.underWay() >= least(budget)) {
            return new Budgeting.Waits(
                    now.plus(LOOKED_AT_AGAIN_AFTER),
                    "calls under way may use up what is left of the budget's minutes");
        }
        return usedUp(budget, spent, now);
    }

    private static Budgeting usedUp(Budget budget, Spent spent, Instant now) {
        boolean month = budget.minutesAMonth() - spent.thisMonth() < least(budget);
        return month
                ? new Budgeting.UsedUp(
                        budget.nextMonth(now),
                        "the budget of " + budget.minutesAMonth() + " minutes a month is used up")
                : new Budgeting.UsedUp(
                        budget.nextDay(now),
                        "the budget of " + budget.minutesADay() + " minutes a day is used up");
    }

    /**
     * Why no call is promised any more, if none is: those who are promised one need what is left.
     *
     * @param promised how many open promises there are
     * @param when he is to be called
     */
    public static Optional<String> refusal(
            Budget budget, Spent spent, long promised, Instant now, Instant when) {
        long needed = (promised + 1) * least(budget);
        return needed > leftAt(budget, spent, now, when)
                ? Optional.of(promised + " open promises need what is left of the budget's minutes")
                : Optional.empty();
    }

    /** How many open promises are enough to refuse another one, whatever was spent. */
    public static int mostPromises(Budget budget) {
        int most = Math.min(budget.minutesADay(), budget.minutesAMonth());
        return budget.countsMinutes() ? most / least(budget) : 0;
    }

    /** Who is called under way needs no more than the promise that the call keeps. */
    private static int leftAt(Budget budget, Spent spent, Instant now, Instant when) {
        if (budget.day(when).equals(budget.day(now))) {
            return left(budget, spent) + spent.underWay();
        }
        boolean sameMonth = budget.month(when).equals(budget.month(now));
        int month = budget.minutesAMonth() - (sameMonth ? spent.thisMonth() : 0);
        return Math.min(budget.minutesADay(), month);
    }

    private static int left(Budget budget, Spent spent) {
        return Math.min(
                budget.minutesADay() - spent.today(), budget.minutesAMonth() - spent.thisMonth());
    }

    private static int least(Budget budget) {
        return least(budget.longestMinutes());
    }

    /**
     * How many minutes must be left for a call to be begun: with fewer a day or a month nobody is
     * ever called.
     *
     * @param longest after how many minutes a call is ended
     */
    public static int least(int longest) {
        return Math.min(LEAST_MINUTES, longest);
    }
}
