package dev.amends.supervision;

/** What came of an order to end a rep's breather. */
public sealed interface BreatherOrder {

    /** He is free again, or will be within a second. */
    record Ended(String rep) implements BreatherOrder {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements BreatherOrder {}
}
