package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;

import java.util.Optional;

/**
 * What a caller has been promised already on this line.
 *
 * @param placeholder the attempt whose placeholder may stand in the queue for him
 * @param waitsIn the call in which he waits himself
 * @param messageLeft whether his machine was told that he may ring us and goes straight through
 */
public record OpenPromise(
        Callback promise,
        Optional<AttemptId> placeholder,
        Optional<CallId> waitsIn,
        boolean messageLeft) {

    /** One of which no message was left. */
    public OpenPromise(
            Callback promise, Optional<AttemptId> placeholder, Optional<CallId> waitsIn) {
        this(promise, placeholder, waitsIn, false);
    }

    /** Whether he waits himself in another call than this. */
    boolean waitsElsewhere(CallId call) {
        return waitsIn.filter(other -> !other.equals(call)).isPresent();
    }
}
