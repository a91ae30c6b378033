package dev.amends.promise;

import dev.amends.line.ExpectedWait;

import java.time.Duration;
import java.time.Instant;

/** Between which times a promised call will probably come, to five minutes. */
public record PromisedWindow(Instant from, Instant to) {

    private static final long ROUND = Duration.ofMinutes(5).toMillis();

    private static final Duration HOUR = Duration.ofHours(1);

    /** The rep hears what it is, and the phone rings. */
    private static final Duration RINGING = Duration.ofMinutes(1);

    public PromisedWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("not a window: " + from + " to " + to);
        }
    }

    /** From the median to the 90 percent quantile of his wait, rounded outward. */
    public static PromisedWindow of(ExpectedWait wait, Instant now) {
        long from = now.plus(wait.p50()).toEpochMilli();
        long to = now.plus(wait.p90()).plus(RINGING).toEpochMilli();
        return new PromisedWindow(
                Instant.ofEpochMilli(Math.floorDiv(from, ROUND) * ROUND),
                Instant.ofEpochMilli(Math.ceilDiv(to, ROUND) * ROUND));
    }

    /** The hour that begins then, to the next full five minutes. */
    public static PromisedWindow hour(Instant begins) {
        Instant from = Instant.ofEpochMilli(Math.ceilDiv(begins.toEpochMilli(), ROUND) * ROUND);
        return new PromisedWindow(from, from.plus(HOUR));
    }

    /** Whether this moment is in it; its end is in the next. */
    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** From this time on, for so long at most, rounded up. */
    public static PromisedWindow from(Instant begins, Duration atMost) {
        long to = begins.plus(atMost).toEpochMilli();
        return new PromisedWindow(begins, Instant.ofEpochMilli(Math.ceilDiv(to, ROUND) * ROUND));
    }

    /** Whether it has begun. */
    public boolean open(Instant now) {
        return !from.isAfter(now);
    }
}
