package dev.amends.promise;

import java.time.Instant;

/**
 * A time at which somebody can be called who chooses it.
 *
 * @param window what he is told
 * @param most how many calls in all may be promised for it
 */
public record Slot(PromisedWindow window, int most) {

    /** From when on he is called; it is also his place in the one order. */
    public Instant from() {
        return window.from();
    }
}
