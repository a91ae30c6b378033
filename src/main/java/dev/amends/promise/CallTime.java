package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;

/** Whether somebody may be called at a moment, and if not from when on, with the reason. */
public sealed interface CallTime {

    String reason();

    /** So long one waits before one looks again whether a time has been found meanwhile. */
    Duration LOOKED_AT_AGAIN_AFTER = Duration.ofDays(1);

    /** From when on this says that he may be called, looked at now; tomorrow it is looked again. */
    static Instant from(CallTime time, Instant now) {
        return switch (time) {
            case Now _ -> now;
            case Later later -> later.from();
            case Never _ -> now.plus(LOOKED_AT_AGAIN_AFTER);
        };
    }

    /** Yes. */
    record Now(String reason) implements CallTime {}

    /** Not before this. */
    record Later(Instant from, String reason) implements CallTime {}

    /** At no time at all that can be found. */
    record Never(String reason) implements CallTime {}
}
