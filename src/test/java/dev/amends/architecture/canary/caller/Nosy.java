package dev.amends.architecture.canary.caller;

import dev.amends.architecture.canary.line.Seen;

/** Offends: caller may import nothing, yet it looks into the line. */
public record Nosy(Seen seen) {}
