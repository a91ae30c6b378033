package dev.amends.care;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;
import dev.amends.promise.PromiseId;

import java.time.Instant;
import java.util.Optional;

/**
 * All matters. One is opened by the first thing that is known of it: what its caller says of it,
 * who spoke with him about it, or what he is promised. It is closed by an order, by another matter
 * of its caller on its line, or by {@link Matter#QUIET} without a word of it.
 */
public interface Matters {

    /** The open matter of the person behind a number on a line, if there is one. */
    Optional<Matter> open(PhoneNumber number, LineName line, Instant now);

    /** This matter, open or closed. */
    Optional<Matter> find(MatterId id);

    /** What this call was promised for, open or closed. */
    Optional<Matter> of(PromiseId promise);

    /**
     * Adds to the open matter of the person behind a number on a line, as it is afterwards; opens
     * one where there is none. Committed on return.
     */
    Matter note(PhoneNumber number, LineName line, MatterNote note, Instant now);

    /**
     * Closes a matter; false when it is closed or not there. Committed on return.
     *
     * @param why one line for people
     */
    boolean close(MatterId id, String why, Instant now);
}
