package dev.amends.architecture.canary.asterisk;

/** Offends nobody. */
public record Wire(int number) {}
