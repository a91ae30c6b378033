package dev.amends.promise;

/** What the ledger answers to a {@link PromiseRequest}. */
public sealed interface Promising {

    /** It is on record from now on. */
    record Made(Callback.Unspoken promise) implements Promising {}

    /** It was there already: asked for by the same turn, or this person's open one on the line. */
    record Existing(Callback promise) implements Promising {}

    /**
     * Nothing was written. The reason is for the log and never for the caller: it would tell him
     * about others.
     */
    record Refused(String reason) implements Promising {}
}
