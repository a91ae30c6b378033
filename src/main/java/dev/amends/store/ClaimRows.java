package dev.amends.store;

import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Budget;
import dev.amends.promise.BudgetPolicy;
import dev.amends.promise.Budgeting;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.AttemptOnRecord;
import dev.amends.promise.Ledger.Claim;
import dev.amends.promise.Purpose;

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
                    win(handle, id, minutes, now)
                            .map(won -> {
                                CostRows.begin(handle, id, minutes, budget, now);
                                return won;
                            });
            case Budgeting.Waits(Instant until, String reason) -> notNow(handle, id, until, reason);
            case Budgeting.UsedUp(Instant until, String reason) ->
                    notNow(handle, id, until, reason);
        };
    }

    private static Optional<SqlLedger.Done<Claim>> win(
            Handle handle, AttemptId id, int minutes, Instant now) {
        return AttemptRows.claim(handle, id, now)
                ? AttemptRows.find(handle, id)
                        .flatMap(won ->
                                won.promise() instanceof Callback.Kept kept
                                        ? asks(handle, won, kept, minutes, now)
                                        : dials(handle, won, minutes, now))
                : Optional.empty();
    }

    private static Optional<SqlLedger.Done<Claim>> dials(
            Handle handle, AttemptOnRecord won, int minutes, Instant now) {
        if (!(won.promise() instanceof Callback.Promised promised)
                || promised.waitsForItsTime(now)) {
            return Optional.empty();
        }
        Callback.Dialing dialing = promised.claimed();
        if (!PromiseRows.moveIfAway(handle, promised, dialing)) {
            return Optional.empty();
        }
        String what = "claimed, " + SqlLedger.moved(promised, dialing);
        return Optional.of(
                SqlLedger.Done.of(
                        new Claim.Won(dialing, minutes), Optional.of(won(handle, won, what, now))));
    }

    private static Optional<SqlLedger.Done<Claim>> asks(
            Handle handle, AttemptOnRecord won, Callback.Kept kept, int minutes, Instant now) {
        return won.attempt().purpose() == Purpose.SURVEY
                ? Optional.of(
                        SqlLedger.Done.of(
                                new Claim.Asks(kept, minutes),
                                Optional.of(won(handle, won, "claimed", now))))
                : Optional.empty();
    }

    private static StoryEntry won(Handle handle, AttemptOnRecord won, String what, Instant now) {
        return StoryEntry.of(
                        won.promise().id(),
                        won.attempt().id(),
                        what,
                        "won the claim, the phone may ring",
                        now)
                .write(handle);
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
}
