package dev.amends.asterisk;

import java.util.Optional;

/** Who answers turns. An answer that comes after the turn's time is dropped. */
@FunctionalInterface
public interface TurnAnswers {

    /**
     * Called on a virtual thread of its own, so it may wait for the store. Nothing means: no
     * answer, and the call goes on to the ordinary queue by itself.
     */
    Optional<TurnAnswer> answer(AgiQuestion question);

    /**
     * Called on the event loop before that: the answer, if it takes nothing but memory. Must never
     * wait; nothing means that {@link #answer} is to be asked.
     */
    default Optional<TurnAnswer> atOnce(AgiQuestion question) {
        return Optional.empty();
    }
}
