package dev.amends.supervision;

import dev.amends.promise.Budget;
import dev.amends.promise.BudgetPolicy;
import dev.amends.promise.Budgeting;
import dev.amends.promise.Ledger;
import dev.amends.promise.Spent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What the doctor looks at: promised calls are within the budget. */
public final class BudgetCheck implements Check {

    private final Ledger ledger;
    private final Budget budget;
    private final InstantSource clock;

    public BudgetCheck(Ledger ledger, Budget budget, InstantSource clock) {
        this.ledger = ledger;
        this.budget = budget;
        this.clock = clock;
    }

    @Override
    public List<Finding> run() {
        Instant now = clock.instant();
        Spent spent = ledger.spent(budget, now);
        return List.of(
                switch (BudgetPolicy.decide(budget, spent, now)) {
                    case Budgeting.Allowed _ -> Finding.ok("budget", words(spent));
                    case Budgeting.Waits(Instant until, String why) -> held(spent, until, why);
                    case Budgeting.UsedUp(Instant until, String why) -> held(spent, until, why);
                });
    }

    private Finding held(Spent spent, Instant until, String why) {
        return new Finding(
                "budget",
                Finding.Verdict.WARNING,
                words(spent) + "; " + why,
                "room for another promised call",
                "they go on "
                        + new WallClock(budget.zone(), clock.instant()).says(until)
                        + "; if they should before, raise it in [budget] and restart Amends");
    }

    private static String words(Spent spent) {
        return "%d minutes of promised calls today, %d this month, %d calls in the last hour"
                .formatted(spent.today(), spent.thisMonth(), spent.lastHour());
    }
}
