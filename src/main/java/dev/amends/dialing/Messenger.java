package dev.amends.dialing;

import dev.amends.promise.Callback;

/** Sends somebody a written message of the time at which he is called now. */
@FunctionalInterface
public interface Messenger {

    /** Where no line sends any. */
    Messenger NONE = _ -> new Sending.Failed("no message can be sent");

    /**
     * Sends one about the window of this promise; takes as long as it takes, which is bounded.
     *
     * @throws InterruptedException when it is told to stop: whether it was sent is not known
     */
    Sending send(Callback.Promised promise) throws InterruptedException;

    /** What came of it. */
    sealed interface Sending {

        /** It is on its way to him. */
        record Sent() implements Sending {}

        /**
         * It was not sent, or nobody knows whether it was.
         *
         * @param why in words without his number
         */
        record Failed(String why) implements Sending {}
    }
}
