package dev.amends.architecture.canary.store;

import dev.amends.architecture.canary.asterisk.Wire;

/** Offends: an adapter that imports another one. */
public record Shelf(Wire wire) {}
