package dev.amends.promise;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to keep a callback, to tell him that it comes later, or to ask how it was.
 *
 * @param changedAt when its state last changed
 * @param outcome present exactly when it has ended
 */
public record Attempt(
        AttemptId id,
        PromiseId promise,
        AttemptState state,
        Instant createdAt,
        Instant changedAt,
        Optional<AttemptOutcome> outcome,
        Purpose purpose) {

    public Attempt {
        if (outcome.isPresent() != (state == AttemptState.ENDED)) {
            throw new IllegalArgumentException("an attempt has an outcome exactly when it ended");
        }
    }

    /** One to keep it. */
    public Attempt(
            AttemptId id,
            PromiseId promise,
            AttemptState state,
            Instant createdAt,
            Instant changedAt,
            Optional<AttemptOutcome> outcome) {
        this(id, promise, state, createdAt, changedAt, outcome, Purpose.CALL);
    }

    /** A new attempt to keep it that has not been placed yet. */
    public static Attempt intent(AttemptId id, PromiseId promise, Instant now) {
        return intent(id, promise, Purpose.CALL, now);
    }

    /** A new attempt that has not been placed yet. */
    public static Attempt intent(AttemptId id, PromiseId promise, Purpose purpose, Instant now) {
        return new Attempt(id, promise, AttemptState.INTENT, now, now, Optional.empty(), purpose);
    }
}
