package dev.amends.promise;

import java.time.Instant;

/** Whether the budget allows another call at this moment. */
public sealed interface Budgeting {

    /**
     * Yes.
     *
     * @param minutes how many it may take
     * @param calls how many such calls may be made now
     */
    record Allowed(int minutes, int calls) implements Budgeting {}

    /** Not at this moment; soon, as calls end and hours pass. */
    record Waits(Instant until, String reason) implements Budgeting {}

    /** Nothing is left until it renews. */
    record UsedUp(Instant renews, String reason) implements Budgeting {}
}
