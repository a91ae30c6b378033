package dev.amends.caller;

import java.time.Instant;
import java.util.Optional;

/**
 * What we remember of a caller within the windows that matter: how often he called before this
 * call, when he last hung up while waiting, and a flag as upset that has not faded.
 */
public record CallerHistory(
        int earlierCalls, Optional<Instant> hungUpWaitingAt, Optional<Flag> flag) {

    /** Nothing known: first call, or a withheld number. */
    public static final CallerHistory BLANK =
            new CallerHistory(0, Optional.empty(), Optional.empty());
}
