package dev.amends.reception;

import java.util.Optional;

/**
 * One step of a dialogue.
 *
 * @param order what is committed first, if anything
 * @param done the answer once that is committed
 * @param failed the answer if it could not be
 */
public record Step(Optional<Order> order, Turn done, Turn failed) {

    /** A step that only answers. */
    public static Step answer(Turn turn) {
        return new Step(Optional.empty(), turn, turn);
    }

    /** A step that commits something first. */
    public static Step after(Order order, Turn done, Turn failed) {
        return new Step(Optional.of(order), done, failed);
    }
}
