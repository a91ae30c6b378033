package dev.amends.promise;

import java.time.Instant;

/** What the ledger answers to an order of one of our own people to call somebody. */
public sealed interface Ordered {

    /** It is promised from now on. */
    record Made(Callback.Promised promise) implements Ordered {}

    /**
     * He was promised a call already, and is called at the other time instead, in the old place.
     *
     * @param before from when on he would have been called
     */
    record Moved(Callback.Promised promise, Instant before) implements Ordered {}

    /** Nothing was changed. */
    record Refused(String why) implements Ordered {

        /** The one that he has is under way. */
        public static Refused underWay(Callback there) {
            return new Refused(
                    there instanceof Callback.Dialing
                            ? "he is being called right now, by promise " + there.id()
                            : "promise "
                                    + there.id()
                                    + " is being made to him in this very moment; try again in a"
                                    + " minute");
        }

        /** He has another one, for another line or another number. */
        public static Refused another(Callback there, CallbackTerms order) {
            return new Refused(
                    there.terms().number().equals(order.number())
                            ? "he has the open promise %s on the line %s, and nobody has two; name that line to change its time"
                                    .formatted(there.id(), there.terms().line())
                            : "he asked for the open promise %s, to call %s, and nobody has two"
                                    .formatted(there.id(), there.terms().number()));
        }
    }
}
