package dev.amends.dialing;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a rep who has become free is kept for a called person whose turn it is and whose phone
 * still rings. First rule that speaks wins: nobody else waits; a rep was kept for this ring before;
 * he hardly answers in time; kept.
 */
public final class ReservePolicy {

    /** Worth a rep's time. */
    private static final double LIKELY = 0.42;

    private ReservePolicy() {}

    /**
     * A phone that rings.
     *
     * @param rung for how long
     * @param keptBefore whether a rep was kept for this ring and let go again
     * @param othersWait whether anybody else could have the rep
     */
    public record Ringing(Duration rung, boolean keptBefore, boolean othersWait) {}

    /** The answer, with its reason. */
    public sealed interface Freed {

        String reason();

        /** How long the rep is kept; nothing when he is not. */
        default Optional<Duration> time() {
            return this instanceof Kept kept ? Optional.of(kept.atMost()) : Optional.empty();
        }

        /** He waits for the answer, so long at most. */
        record Kept(Duration atMost, String reason) implements Freed {}

        /** The next caller has him. */
        record NotKept(String reason) implements Freed {}
    }

    /**
     * Decides.
     *
     * @param atMost how long a rep is kept
     */
    public static Freed decide(Ringing ringing, RingTimes rings, Duration atMost) {
        if (!ringing.othersWait()) {
            return new Freed.NotKept("nobody else waits: he is there anyway");
        }
        if (ringing.keptBefore()) {
            return new Freed.NotKept("a rep has waited for him before");
        }
        double chance = rings.chance(ringing.rung(), atMost);
        String percent =
                "answers within %d s in %d of 100 cases"
                        .formatted(atMost.toSeconds(), Math.round(100 * chance));
        return chance >= LIKELY
                ? new Freed.Kept(atMost, percent)
                : new Freed.NotKept(percent + " only");
    }
}
