package dev.amends.supervision;

/**
 * Something the doctor can't look at.
 *
 * @param tryIt how a person finds out
 */
public record BlindSpot(String what, String tryIt) {}
