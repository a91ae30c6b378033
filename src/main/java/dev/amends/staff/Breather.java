package dev.amends.staff;

import java.time.Instant;

/** A rep's short pause after a hard call, as long as it is open. */
public sealed interface Breather {

    long id();

    /** The call after which he needs it. */
    HardCall after();

    /** Not given yet: the line could not spare him. */
    record Owed(long id, HardCall after) implements Breather {}

    /**
     * Given.
     *
     * @param device the queue's member who is paused
     * @param since when he was paused
     */
    record Running(long id, HardCall after, String device, Instant since, Instant until)
            implements Breather {}
}
