package dev.amends.line;

import java.time.Duration;
import java.time.Instant;

/** How often somebody comes who passes others, over about the last half hour. */
final class Passing {

    private static final double MEMORY_SECONDS = 1800;

    private double weight;
    private Instant at = Instant.EPOCH;

    void one(Instant now) {
        weight = weight(now) + 1;
        at = now;
    }

    double perSecond(Instant now) {
        return weight(now) / MEMORY_SECONDS;
    }

    private double weight(Instant now) {
        double since = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
        return weight * Math.exp(-since / MEMORY_SECONDS);
    }
}
