package dev.amends.dialing;

import java.time.Duration;
import java.time.Instant;

/** How often something is looked at, by a clock that somebody may put back meanwhile. */
record Every(Duration time) {

    Instant next(Instant now) {
        return now.plus(time);
    }

    /** Whether it is time: the next look is due, or further away than it can ever be. */
    boolean due(Instant next, Instant now) {
        return !now.isBefore(next) || next.isAfter(next(now));
    }
}
