package dev.amends.architecture.canary.dialing;

/** Offends: a bag word in its name. */
public record CallManager(int calls) {}
