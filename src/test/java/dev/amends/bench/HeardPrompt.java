package dev.amends.bench;

import java.time.Instant;

/** A prompt recognised by its fingerprint in what a leg received. */
public record HeardPrompt(String name, Instant from, Instant to) {}
