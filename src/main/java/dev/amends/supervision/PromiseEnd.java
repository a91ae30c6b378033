package dev.amends.supervision;

/** What came of an order to end a promise. */
public sealed interface PromiseEnd {

    /**
     * It has ended, or is not kept.
     *
     * @param deed what was promised, in a few words
     * @param how in a few words, such as {@code done in time}
     */
    record Ended(String id, String deed, String how) implements PromiseEnd {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements PromiseEnd {}
}
