package dev.amends.reception;

import java.util.Optional;

/**
 * One step of a dialogue.
 *
 * @param order what is committed first, if anything
 * @param done the answer once that is committed
 * @param refused the answer if it may not be, or no longer
 * @param taken the answer if somebody else has just got what it asks for
 * @param failed the answer if it could not be
 */
public record Step(Optional<Order> order, Turn done, Turn refused, Turn taken, Turn failed) {

    /** A step that only answers. */
    public static Step answer(Turn turn) {
        return new Step(Optional.empty(), turn, turn, turn, turn);
    }

    /** A step that commits something first which nobody can refuse. */
    public static Step after(Order order, Turn done, Turn failed) {
        return new Step(Optional.of(order), done, failed, failed, failed);
    }

    /** A step that commits something first, unless it is refused. */
    public static Step after(Order order, Turn done, Turn refused, Turn failed) {
        return new Step(Optional.of(order), done, refused, refused, failed);
    }

    /** The same step with another answer if somebody else has just got what it asks for. */
    Step orTaken(Turn other) {
        return new Step(order, done, refused, other, failed);
    }
}
