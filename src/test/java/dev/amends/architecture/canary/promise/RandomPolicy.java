package dev.amends.architecture.canary.promise;

/** Offends: a policy that throws dice. */
final class RandomPolicy {
    double decide() {
        return Math.random();
    }
}
