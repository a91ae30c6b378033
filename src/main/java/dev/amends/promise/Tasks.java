package dev.amends.promise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tasks of people. One is made by the ledger in the transaction that breaks a promise, so that
 * none is ever missing, or when one runs late; it is done by itself once that caller has spoken
 * with a rep after all, no longer wants it, or was told another time, or once the promised action
 * is done.
 */
public interface Tasks {

    /** Open ones first, the oldest first; then those that are done, newest first. */
    List<Task> list(boolean withDone, int limit);

    /** How many are open. */
    int open();

    /** The task of a promise, if there is one. */
    Optional<Task> of(PromiseId promise);

    /** Those of promises whose ids start with this text, at most {@value Ledger#MOST_FOUND}. */
    List<Task> findByPrefix(String prefix);

    /** Somebody has seen to it. False when there is none or it is done already. */
    boolean done(PromiseId promise, String note, Instant now);
}
