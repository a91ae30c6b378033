package dev.amends.architecture.canary.supervision;

/** Offends: its room has no door plate. */
public record Unplated(int number) {}
