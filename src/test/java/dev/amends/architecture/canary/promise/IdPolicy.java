package dev.amends.architecture.canary.promise;

import java.util.UUID;

/** Offends: a policy that draws an id. */
record IdPolicy(UUID id) {}
