package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

import java.time.ZonedDateTime;

/** What came of an order to flag a caller. */
public sealed interface FlagOrder {

    /** He goes to a senior rep from now on. */
    record Flagged(PhoneNumber number, ZonedDateTime until) implements FlagOrder {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements FlagOrder {}
}
