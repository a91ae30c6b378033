package dev.amends.store;

import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Budget;
import dev.amends.promise.BudgetPolicy;
import dev.amends.promise.Budgeting;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.AttemptOnRecord;
import dev.amends.promise.Ledger.Claim;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.Optional;

/**
 * The claim, in one transaction: the attempt, its promise, and what the call may cost. On a
 * database with several writers it has to be serializable, as the budget is counted in it.
 */
final class ClaimRows {

    private ClaimRows() {}

    /** Nothing when it is lost: then nothing of it may stay. */
    static Optional<SqlLedger.Done<Claim>> claim(
            Handle handle, AttemptId id, Budget budget, Instant now) {
        return switch (BudgetPolicy.decide(budget, CostRows.spent(handle, budget, now), now)) {
            case Budgeting.Allowed(int minutes, int _) ->
                    win(handle, id, now)
                            .map(won -> {
                                CostRows.begin(handle, id, minutes, budget, now);
                                return SqlLedger.Done.of(
                                        new Claim.Won(won.promise(), minutes), won.entry());
                            });
            case Budgeting.Waits(Instant until, String reason) -> notNow(handle, id, until, reason);
            case Budgeting.UsedUp(Instant until, String reason) ->
                    notNow(handle, id, until, reason);
        };
    }

    private static Optional<Won> win(Handle handle, AttemptId id, Instant now) {
        return AttemptRows.claim(handle, id, now)
                ? AttemptRows.find(handle, id).flatMap(won -> startDialing(handle, won, now))
                : Optional.empty();
    }

    private static Optional<Won> startDialing(Handle handle, AttemptOnRecord won, Instant now) {
        if (!(won.promise() instanceof Callback.Promised promised)
                || promised.waitsForItsTime(now)) {
            return Optional.empty();
        }
        Callback.Dialing dialing = promised.claimed();
        if (!PromiseRows.moveIfAway(handle, promised, dialing)) {
            return Optional.empty();
        }
        StoryEntry entry =
                StoryEntry.of(
                        promised.id(),
                        won.attempt().id(),
                        "claimed, " + SqlLedger.moved(promised, dialing),
                        "won the claim, the phone may ring",
                        now);
        return Optional.of(new Won(dialing, Optional.of(entry.write(handle))));
    }

    private static Optional<SqlLedger.Done<Claim>> notNow(
            Handle handle, AttemptId id, Instant until, String reason) {
        return AttemptRows.find(handle, id)
                .filter(found -> found.attempt().state() == AttemptState.INTENT)
                .map(AttemptOnRecord::promise)
                .filter(Callback.Promised.class::isInstance)
                .map(Callback.Promised.class::cast)
                .map(promise ->
                        SqlLedger.Done.of(
                                new Claim.NotNow(promise, until, reason), Optional.empty()));
    }

    private record Won(Callback.Dialing promise, Optional<StoryEntry> entry) {}
}
