package dev.amends.asterisk;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PBX's clock, which may go wrong by itself, or on another machine than ours: what it wrote
 * down is told in our time.
 */
final class PbxClock {

    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{1,11})\\.([0-9]{6})");

    private PbxClock() {}

    /** A moment by the PBX's clock, by ours. Asks what time it is there. */
    static Instant ours(Instant there, AmiSession session, InstantSource clock) {
        Instant before = clock.instant();
        Instant pong = asked(session);
        return pong == null ? there : there.plus(behind(pong, before, clock.instant()));
    }

    /** What time it is there; by our clock where it does not say so. */
    static Instant now(AmiSession session, InstantSource clock) {
        Instant pong = asked(session);
        return pong == null ? clock.instant() : pong;
    }

    /**
     * How far the PBX is behind us, as far as that is certain: it wrote its time between two
     * moments of ours.
     */
    static Duration behind(Instant there, Instant before, Instant after) {
        if (there.isBefore(before)) {
            return Duration.between(there, before);
        }
        return there.isAfter(after) ? Duration.between(there, after) : Duration.ZERO;
    }

    private static @Nullable Instant asked(AmiSession session) {
        return read(session.send(AmiActions.ping()).getAttribute("timestamp"));
    }

    private static @Nullable Instant read(@Nullable String timestamp) {
        Matcher parts = TIMESTAMP.matcher(timestamp == null ? "" : timestamp);
        return parts.matches()
                ? Instant.ofEpochSecond(
                        Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)) * 1000)
                : null;
    }
}
