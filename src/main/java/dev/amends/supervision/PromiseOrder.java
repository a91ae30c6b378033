package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

import java.time.ZonedDateTime;
import java.util.Optional;

/** What came of an order to call somebody. */
public sealed interface PromiseOrder {

    /**
     * He will be called.
     *
     * @param id the first digits of the promise's id
     * @param from not earlier than this, by the line's clock
     * @param rep whose phone makes the call, if it is one rep's before anybody else's
     * @param later why that is later than was wished; nothing when it is not
     */
    record Made(
            String id,
            PhoneNumber number,
            ZonedDateTime from,
            Optional<String> rep,
            Optional<String> later)
            implements PromiseOrder {}

    /**
     * He was promised a call already, which comes at the other time now.
     *
     * @param rep whose phone makes the call, if it is one rep's before anybody else's
     * @param later why that is later than was wished; nothing when it is not
     * @param before when it would have come, not earlier than this
     */
    record Moved(
            String id,
            PhoneNumber number,
            ZonedDateTime from,
            Optional<String> rep,
            Optional<String> later,
            ZonedDateTime before)
            implements PromiseOrder {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements PromiseOrder {}
}
