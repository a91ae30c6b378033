package dev.amends.dialing;

import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;

/** Something may have happened; it is only a reason to look. */
public sealed interface Hint {

    /** Something happened to an attempt. */
    record AboutAttempt(AttemptId id) implements Hint {}

    /** A promise has probably been spoken, or its caller has rung again. */
    record AboutPromise(PromiseId id) implements Hint {}

    /**
     * The link to the telephone system was lost and is back, or events were lost: look at
     * everything.
     */
    record LookAtEverything() implements Hint {}
}
