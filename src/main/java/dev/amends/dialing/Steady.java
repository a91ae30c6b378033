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

    /** To what it was put back at last; never, if it has not been. */
    private Instant putBackTo = Instant.MAX;

    /** Whether it was put back since the last look. */
    boolean look(Instant now) {
        boolean back = now.isBefore(last);
        if (back) {
            putBackTo = now;
        }
        if (back || Duration.between(last, now).compareTo(STEP) > 0) {
            since = now;
        }
        last = now;
        return back;
    }

    /**
     * Whether the telephone system may have been started since the clock was put back: what was
     * written down before that seems to be later than its start.
     */
    boolean startedSincePutBack(Instant runsSince) {
        return putBackTo.isBefore(runsSince.plus(STEP));
    }

    /** That moment; in the future of a clock that has been put back since the last look. */
    Instant since() {
        return since;
    }
}
