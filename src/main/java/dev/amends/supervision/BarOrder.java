package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

import java.time.ZonedDateTime;

/** What came of an order to bar somebody, or to let him call again. */
public sealed interface BarOrder {

    /** No calls are taken from him until then. */
    record Barred(PhoneNumber number, ZonedDateTime until) implements BarOrder {}

    /** He may call again. */
    record Lifted(PhoneNumber number) implements BarOrder {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements BarOrder {}
}
