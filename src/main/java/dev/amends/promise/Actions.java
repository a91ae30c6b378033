package dev.amends.promise;

import dev.amends.promise.ActionPromise.Asked;
import dev.amends.promise.ActionPromise.Open;
import dev.amends.promise.ActionPromise.Overdue;
import dev.amends.promise.ActionPromise.Pending;
import dev.amends.promise.ActionPromise.Placed;
import dev.amends.promise.Ledger.LedgerEntry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ledger's part for promised actions. As there, every change is one transaction, committed on
 * return, every move is optimistic, and each is kept with its time and reason.
 */
public interface Actions {

    /** Commits a new one. */
    void promise(Open made, String reason);

    /** The one with this id. */
    Optional<ActionPromise> find(PromiseId id);

    /** Those whose ids start with this text, at most {@value Ledger#MOST_FOUND}. */
    List<ActionPromise> findByPrefix(String prefix);

    /** Open ones whose owner may be asked since {@code now}, and all that are being asked. */
    List<Pending> due(Instant now);

    /** Moves it on. False when somebody else moved it first. */
    boolean move(ActionPromise from, ActionPromise to, String reason, Instant now);

    /**
     * The same for one that is not kept: in one transaction it becomes a task for a person, and a
     * call is promised to its caller, unless one is open for that line or not allowed.
     *
     * @param call to be promised; nothing when he may not be called, with that in the reason
     */
    boolean overdue(Pending from, Overdue to, Optional<CallbackTerms> call, String reason);

    /** The one that this attempt is to ask about, which nobody has claimed yet. */
    Optional<Placed> placed(AttemptId attempt);

    /** The one whose owner is rung or asked by this attempt. */
    Optional<Asked> asked(AttemptId attempt);

    /** Everything that ever happened to it, oldest first. */
    List<LedgerEntry> story(PromiseId id);

    /** How the promised actions went so far. */
    Score score();

    /**
     * How many went how.
     *
     * @param overdue not done yet, too late
     */
    record Score(int inTime, int late, int overdue) {}

    /** Those not ended, by their time; then ended ones, newest first; at most {@code limit}. */
    List<ActionPromise> list(boolean withEnded, int limit);
}
