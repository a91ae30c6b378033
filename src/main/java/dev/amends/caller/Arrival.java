package dev.amends.caller;

import java.time.Instant;
import java.util.Optional;

/**
 * One call that came: who, when, its place in the one order, and the decision with its reason.
 *
 * @param line the line's name
 * @param effectiveArrival arrival less the head start that was given
 * @param route where he was sent, a word such as {@code senior}; {@link #NOT_ROUTED} until that is
 *     decided
 */
public record Arrival(
        CallId call,
        Optional<PhoneNumber> number,
        String line,
        Instant at,
        Instant effectiveArrival,
        String route,
        String reason) {

    /** The route of somebody who is still asked on arrival. */
    public static final String NOT_ROUTED = "intake";
}
