package dev.amends.promise;

import dev.amends.promise.Ledger.Settlement;

import java.time.Instant;

/**
 * Ends attempts: asks the retry rules what becomes of the promise and commits both in one
 * transaction.
 */
public final class Settler {

    private final Ledger ledger;
    private final RetryPolicy rules;

    public Settler(Ledger ledger, RetryPolicy rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /**
     * Ends a live attempt so. False when it has ended already, or somebody else moved its promise
     * meanwhile.
     */
    public boolean end(AttemptId id, AttemptOutcome outcome, Instant now) {
        return ledger.attempt(id)
                .filter(found -> found.attempt().state().live())
                .map(found -> ledger.settle(settlement(id, found.promise(), outcome, now), now))
                .orElse(false);
    }

    private Settlement settlement(
            AttemptId id, Callback callback, AttemptOutcome outcome, Instant now) {
        if (callback instanceof Callback.Dialing dialing) {
            RetryPolicy.Verdict verdict = rules.after(dialing, outcome, now);
            return new Settlement(id, outcome, callback, verdict.next(), verdict.reason());
        }
        return new Settlement(id, outcome, callback, callback, "was not dialled");
    }
}
