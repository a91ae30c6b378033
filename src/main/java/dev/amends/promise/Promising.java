package dev.amends.promise;

/** What the ledger answers to a {@link PromiseRequest}. */
public sealed interface Promising {

    /** It is on record from now on. */
    record Made(Callback.Unspoken promise) implements Promising {}

    /** It was there already: asked for by the same turn, or this person's open one on the line. */
    record Existing(Callback promise) implements Promising {}

    /** His open one on the line has another number or time from now on. */
    record Changed(Callback.Promised promise) implements Promising {}

    /** Nothing was written: others have just got what was left of the time that he chose. */
    record Taken() implements Promising {}

    /**
     * Nothing was written. The reason is for the log and never for the caller: it would tell him
     * about others.
     */
    record Refused(String reason) implements Promising {}
}
