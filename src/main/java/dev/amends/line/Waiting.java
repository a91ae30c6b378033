package dev.amends.line;

/**
 * Somebody in a queue: a live caller, or the placeholder of a promised one.
 *
 * @param id the call's id, or the attempt's id for a placeholder
 */
public record Waiting(String id, EffectiveArrival arrival) {}
