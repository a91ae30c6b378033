package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

import java.time.ZonedDateTime;
import java.util.Optional;

/** What came of an order to promise an action. */
public sealed interface ActionOrder {

    /**
     * It is promised.
     *
     * @param id the first digits of its id
     * @param by when it will have been done, by the line's clock
     * @param asked from when on its owner is asked on his phone; nothing when he has none
     */
    record Promised(
            String id,
            String deed,
            PhoneNumber number,
            String owner,
            ZonedDateTime by,
            Optional<ZonedDateTime> asked)
            implements ActionOrder {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements ActionOrder {}
}
