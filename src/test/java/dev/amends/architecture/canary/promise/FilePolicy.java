package dev.amends.architecture.canary.promise;

import java.nio.file.Path;

/** Offends: a policy that reads files. */
record FilePolicy(Path file) {}
