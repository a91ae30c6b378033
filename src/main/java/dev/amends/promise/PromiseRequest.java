package dev.amends.promise;

import dev.amends.caller.PhoneNumber;

import java.util.Optional;

/**
 * What somebody asks the ledger to promise.
 *
 * @param reason why, for the story
 * @param askedBy the number he calls from, which need not be the one to call; empty when withheld
 */
public record PromiseRequest(
        CallbackTerms terms, String reason, Optional<PhoneNumber> askedBy, PromiseLimits limits) {}
