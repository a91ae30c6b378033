package dev.amends.dialing;

import dev.amends.promise.AttemptId;

/**
 * The telephone system as it is needed to ask the owners of promised actions. As with {@link
 * OutboundLine}, it is not known whether an order arrived that threw {@link TelephoneDown}.
 */
public interface OwnerLine {

    /** Whether the telephone system can be asked at this moment. */
    boolean connected();

    /**
     * Asks for a call to an owner. It says nothing but the id; whom to ring is asked back later.
     */
    void ask(AttemptId attempt);
}
