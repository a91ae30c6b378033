package dev.amends;

import dev.amends.supervision.BlindSpot;
import dev.amends.supervision.Check;

import java.util.List;

/**
 * All rooms put together for one set of settings, nothing of it started. Whatever can't be opened
 * or started is an unchecked exception whose message a person can act on.
 */
interface Wiring extends AutoCloseable {

    /**
     * Starts everything in order. Returns once callers are answered.
     *
     * @return what is ready, in a few words
     */
    String start();

    /** Orders and views on the store; needs no start. */
    BackOffice backOffice();

    /** What the doctor looks at, besides the settings; needs no start. */
    List<Check> checks();

    /** What it can't look at. */
    List<BlindSpot> blindSpots();

    /** Stops in reverse order whatever was opened or started. */
    @Override
    void close();
}
