package dev.amends.architecture.canary.line;

/** Offends nobody. */
public record Seen(int position) {}
