package dev.amends.dialing;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when a clock has run without a step, as far as frequent looks at it can tell: what was
 * written down before a step says nothing of how long ago that was. Not thread-safe.
 */
final class Steady {

    /** Who looks every second and finds that more has passed takes it for a step. */
    private static final Duration STEP = Duration.ofSeconds(5);

    private Instant last = Instant.MIN;
    private Instant since = Instant.MIN;

    // What the clock has shown twice, as it was put back at last.
    private Instant behind = Instant.MIN;
    private Instant ahead = Instant.MIN;

    void look(Instant now) {
        if (now.isBefore(last)) {
            behind = now;
            ahead = last;
        }
        if (now.isBefore(last) || Duration.between(last, now).compareTo(STEP) > 0) {
            since = now;
        }
        last = now;
    }

    /**
     * Whether the telephone system may have been started after this was written down although its
     * start is the earlier one by the clock, which was put back meanwhile. Not when it has run
     * since before that.
     */
    boolean hidesStart(Instant written, Instant runsSince, Instant now) {
        boolean shownTwice = written.isAfter(behind) && !written.isAfter(ahead);
        return written.isAfter(now) || shownTwice && runsSince.plus(STEP).isAfter(behind);
    }

    /** That moment; in the future of a clock that has been put back since the last look. */
    Instant since() {
        return since;
    }
}
