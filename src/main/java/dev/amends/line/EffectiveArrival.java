package dev.amends.line;

import java.time.Duration;
import java.time.Instant;

/** When a caller came, less his head start: the one order in which everybody is served. */
public record EffectiveArrival(Instant at) implements Comparable<EffectiveArrival> {

    /** The same arrival counted earlier. */
    public EffectiveArrival earlierBy(Duration headStart) {
        return new EffectiveArrival(at.minus(headStart));
    }

    @Override
    public int compareTo(EffectiveArrival other) {
        return at.compareTo(other.at);
    }
}
