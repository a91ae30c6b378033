package dev.amends.asterisk;

import java.util.Optional;

/**
 * Who answers turns. Called on a virtual thread of its own, so it may wait for the store; an answer
 * that comes after the turn's time is dropped.
 */
@FunctionalInterface
public interface TurnAnswers {

    /** Nothing means: no answer, and the call goes on to the ordinary queue by itself. */
    Optional<TurnAnswer> answer(AgiQuestion question);
}
