package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

/** What came of an order to mark a task as done. */
public sealed interface TaskOrder {

    /**
     * It is off the list.
     *
     * @param open how many are left
     */
    record Done(PhoneNumber number, int open) implements TaskOrder {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements TaskOrder {}
}
