package dev.amends.architecture.canary.promise;

import java.time.Instant;

/** Offends: a policy that looks at the clock. */
final class ClockPolicy {
    Instant decide() {
        return Instant.now();
    }
}
