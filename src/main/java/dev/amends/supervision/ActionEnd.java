package dev.amends.supervision;

/** What came of an order to end a promised action. */
public sealed interface ActionEnd {

    /**
     * It has ended, or is not kept.
     *
     * @param how in a few words, such as {@code done in time}
     */
    record Ended(String id, String deed, String how) implements ActionEnd {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements ActionEnd {}
}
