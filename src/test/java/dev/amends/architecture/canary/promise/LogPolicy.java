package dev.amends.architecture.canary.promise;

import org.slf4j.Logger;

/** Offends: a policy that logs. */
record LogPolicy(Logger log) {}
