package dev.amends.architecture.canary.promise;

import java.time.InstantSource;

/** Offends: a policy that is handed a clock. */
record ClockSourcePolicy(InstantSource time) {}
