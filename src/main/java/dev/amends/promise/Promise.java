package dev.amends.promise;

/**
 * Something we told a caller we would do. Callbacks for now; promised actions come with the same
 * ledger.
 */
public sealed interface Promise permits Callback {

    PromiseId id();
}
