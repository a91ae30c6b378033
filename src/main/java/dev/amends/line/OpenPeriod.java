package dev.amends.line;

import java.time.Duration;
import java.time.Instant;

/**
 * A time without a break in which a line is open.
 *
 * @param to from then on it is closed
 */
public record OpenPeriod(Instant from, Instant to) {

    /** Whether it is open then. */
    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** How much of the time between these two it is open. */
    Duration within(Instant begin, Instant end) {
        Instant first = begin.isAfter(from) ? begin : from;
        Instant last = end.isBefore(to) ? end : to;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }
}
