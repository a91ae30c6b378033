package dev.amends.line;

import java.util.Optional;

/**
 * What a caller was told about his wait.
 *
 * @param ahead how many were ahead of him then
 */
public record ToldWait(WaitStep step, int ahead) {

    /** Whether he was told the same figure. */
    public boolean sameAs(Optional<ToldWait> before) {
        return before.map(ToldWait::step).filter(step::equals).isPresent();
    }
}
