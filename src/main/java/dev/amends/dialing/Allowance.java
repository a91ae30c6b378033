package dev.amends.dialing;

import dev.amends.promise.AttemptState;
import dev.amends.promise.Budget;
import dev.amends.promise.BudgetPolicy;
import dev.amends.promise.Budgeting;
import dev.amends.promise.Ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.List;

/**
 * How many placeholders the budget allows: each may become a call. The claim asks it again; this is
 * so that no rep is called for nothing. Whatever holds calls up is said once.
 */
final class Allowance {

    private static final Logger log = LoggerFactory.getLogger(Allowance.class);

    private final Ledger ledger;
    private final Budget budget;
    private Class<? extends Budgeting> said = Budgeting.Allowed.class;

    Allowance(Ledger ledger, Budget budget) {
        this.ledger = ledger;
        this.budget = budget;
    }

    Budgeting now(Instant now) {
        Budgeting found = BudgetPolicy.decide(budget, ledger.spent(budget, now), now);
        if (!found.getClass().equals(said)) {
            said = found.getClass();
            say(found);
        }
        return found;
    }

    /** How many of these calls are still to come, as those that wait have not been claimed. */
    static int room(Budgeting.Allowed allowed, List<Ledger.AttemptOnRecord> live) {
        long waiting =
                live.stream()
                        .filter(found -> found.attempt().state() == AttemptState.INTENT)
                        .count();
        return (int) Math.max(0, allowed.calls() - waiting);
    }

    private static void say(Budgeting found) {
        switch (found) {
            case Budgeting.Allowed _ -> log.info("promised calls go on: the budget allows them");
            case Budgeting.Waits(Instant until, String reason) ->
                    log.warn("no promised call is placed until {}: {}", until, reason);
            case Budgeting.UsedUp(Instant renews, String reason) ->
                    log.warn("promised calls are put off until {}: {}", renews, reason);
        }
    }
}
