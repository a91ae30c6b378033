package dev.amends.promise;

import dev.amends.caller.PhoneNumber;

import java.util.Optional;

/**
 * What somebody asks the ledger to promise.
 *
 * @param reason why, for the story
 * @param askedBy the number he calls from, which need not be the one to call; empty when withheld
 * @param slot the time that he chose, if it has to have room
 */
public record PromiseRequest(
        CallbackTerms terms,
        String reason,
        Optional<PhoneNumber> askedBy,
        PromiseLimits limits,
        Optional<Slot> slot) {

    /** One for no time of which there is only so much. */
    public PromiseRequest(
            CallbackTerms terms,
            String reason,
            Optional<PhoneNumber> askedBy,
            PromiseLimits limits) {
        this(terms, reason, askedBy, limits, Optional.empty());
    }
}
