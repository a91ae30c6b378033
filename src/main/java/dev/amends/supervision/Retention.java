package dev.amends.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long records are kept; nothing: for ever.
 *
 * @param calls from the call on, or from when a flag has faded
 * @param promises from their end on
 */
public record Retention(Optional<Duration> calls, Optional<Duration> promises) {

    /** Before which time records of a kind are too old; nothing when none ever are. */
    public Optional<Instant> tooOld(OldRecords.Kind kind, Instant now) {
        return switch (kind) {
            case CALLS -> calls.map(now::minus);
            case PROMISES -> promises.map(now::minus);
        };
    }
}
