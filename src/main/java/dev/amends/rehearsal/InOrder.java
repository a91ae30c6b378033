package dev.amends.rehearsal;

import dev.amends.line.EffectiveArrival;
import dev.amends.promise.Callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody in the one order, as whoever launches promised calls sees him.
 *
 * @param promise of somebody who is due
 * @param latest until when he was told to be called, if he was
 * @param rung how long his phone rings
 * @param keptBefore whether a rep was kept for this ring and let go again
 */
public record InOrder(
        String id,
        EffectiveArrival arrival,
        Stage stage,
        Optional<Callback.Promised> promise,
        Optional<Instant> latest,
        Duration rung,
        boolean keptBefore) {

    /** Whether he is on the line and could have a rep now. */
    public boolean onTheLine() {
        return stage == Stage.WAITING || stage == Stage.HOLDING;
    }
}
