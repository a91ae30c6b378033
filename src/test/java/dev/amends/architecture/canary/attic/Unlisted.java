package dev.amends.architecture.canary.attic;

/** Offends: its room is not in the table. */
public record Unlisted(int dust) {}
