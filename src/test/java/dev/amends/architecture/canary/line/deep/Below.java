package dev.amends.architecture.canary.line.deep;

/** Offends: rooms have one level. */
public record Below(int depth) {}
