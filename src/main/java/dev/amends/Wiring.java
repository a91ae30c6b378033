package dev.amends;

import dev.amends.supervision.BlindSpot;
import dev.amends.supervision.Check;
import dev.amends.supervision.PromiseDesk;
import dev.amends.supervision.Supervision;
import dev.amends.supervision.TaskDesk;

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
    Supervision supervision();

    /** What people have to do, on the same store. */
    TaskDesk tasks();

    /** Orders to call somebody, on the same store. */
    PromiseDesk orders();

    /** What the doctor looks at, besides the settings; needs no start. */
    List<Check> checks();

    /** What it can't look at. */
    List<BlindSpot> blindSpots();

    /** Stops in reverse order whatever was opened or started. */
    @Override
    void close();
}
