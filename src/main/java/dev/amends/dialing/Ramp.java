package dev.amends.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast placeholders may grow in number when many promises are due at once, as after an outage:
 * so many a minute, spread over it, but at once for every rep who is free.
 */
final class Ramp {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final List<Instant> placed = new ArrayList<>();

    /**
     * @param perMinute zero: no limit
     */
    Ramp(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * How many may be placed now.
     *
     * @param room how many could be placed, the ramp aside
     * @param freeReps how many reps wait for a call
     */
    int room(int room, int freeReps, Instant now) {
        if (perMinute == 0) {
            return room;
        }
        Instant aMinuteAgo = now.minus(MINUTE);
        // A clock that was put back would hold up everybody until it has caught up.
        placed.removeIf(at -> !at.isAfter(aMinuteAgo) || at.isAfter(now));
        int aSecond = Math.ceilDiv(perMinute, 60);
        int left = perMinute - placed.size();
        return Math.min(room, Math.min(left, Math.max(aSecond, freeReps)));
    }

    /** One was placed. */
    void placed(Instant now) {
        if (perMinute > 0) {
            placed.add(now);
        }
    }
}
