package dev.amends.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of received sound that stayed the same.
 *
 * @param kind what it was
 * @param tones the frequencies heard at once in Hz, ascending; empty unless {@code kind} is TONES
 * @param from when it began to arrive
 * @param to when it ended, or its last moment so far
 */
public record Heard(Kind kind, List<Integer> tones, Instant from, Instant to) {
    /** What a leg can receive. */
    public enum Kind {
        /** One or more of the tones that the ear listens for. */
        TONES,
        /** Packets without any sound. */
        SILENCE,
        /** Sound that is not made of the tones listened for: speech, music. */
        OTHER,
        /** No packets at all. */
        NO_RTP
    }

    /** Whether the tone was part of this stretch. */
    public boolean has(int hz) {
        return tones.contains(hz);
    }

    /** How long it lasted. */
    public Duration length() {
        return Duration.between(from, to);
    }

    Heard until(Instant end) {
        return new Heard(kind, tones, from, end);
    }
}
