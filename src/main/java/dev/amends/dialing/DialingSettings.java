package dev.amends.dialing;

import java.time.Duration;

/**
 * How promised calls are placed.
 *
 * @param ring how long a called person's phone rings
 * @param callerId the number shown to him; empty for the trunk's own
 * @param atMostPlaced how many placeholders and promised calls there are at a time
 * @param ownRep how calls are placed that one rep promised
 */
public record DialingSettings(Duration ring, String callerId, int atMostPlaced, OwnRep ownRep) {

    /**
     * A call that one rep promised.
     *
     * @param patience how long from its time on it is his alone
     * @param ring how long his phone rings
     */
    public record OwnRep(Duration patience, Duration ring) {}
}
