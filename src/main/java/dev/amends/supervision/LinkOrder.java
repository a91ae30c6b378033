package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

/** What came of an order to link two numbers, or to undo it. */
public sealed interface LinkOrder {

    /**
     * It is so from now on.
     *
     * @param withdrawn how many open promises ended, as the other one for the same line stays
     */
    record Done(PhoneNumber number, PhoneNumber other, int withdrawn) implements LinkOrder {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements LinkOrder {}
}
