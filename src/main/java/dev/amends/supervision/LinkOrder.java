package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

import java.util.List;

/** What came of an order to link two numbers, or to undo it. */
public sealed interface LinkOrder {

    /**
     * It is so from now on.
     *
     * @param merged the lines for which both had an open promise
     */
    record Done(PhoneNumber number, PhoneNumber other, List<Merged> merged) implements LinkOrder {
        public Done {
            merged = List.copyOf(merged);
        }
    }

    /**
     * Of two open promises for one line only one stays.
     *
     * @param line its name, with its time zone if that is not the one of the people who read
     */
    record Merged(String line, One stays, One withdrawn) {}

    /**
     * One of the two.
     *
     * @param id the first digits of its id
     * @param told what he was told of it
     */
    record One(String id, String told) {}

    /** Nothing was changed, and why. */
    record Refused(String why) implements LinkOrder {}
}
