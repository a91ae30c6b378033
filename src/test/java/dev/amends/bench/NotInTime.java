package dev.amends.bench;

import java.time.Duration;

/**
 * Something awaited on the bench did not happen within its time; the message says what was seen
 * instead.
 */
public final class NotInTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotInTime(String what, Duration patience, Object seen) {
        super("%s: not within %d ms; seen: %s".formatted(what, patience.toMillis(), seen));
    }
}
