package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

/** What came of an order to put a number on the block list, or to take it off. */
public sealed interface BlockOrder {

    /** It is on the list, or off it, from now on. */
    record Done(PhoneNumber number) implements BlockOrder {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements BlockOrder {}
}
