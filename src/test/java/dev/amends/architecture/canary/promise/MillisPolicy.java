package dev.amends.architecture.canary.promise;

import java.util.function.LongSupplier;

/** Offends: a policy that looks at the clock, by a method reference. */
final class MillisPolicy {
    LongSupplier decide() {
        return System::currentTimeMillis;
    }
}
