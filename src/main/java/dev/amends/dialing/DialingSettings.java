package dev.amends.dialing;

import java.time.Duration;

/**
 * How promised calls are placed.
 *
 * @param ring how long a called person's phone rings
 * @param callerId the number shown to him; empty for the trunk's own
 * @param atMostPlaced how many placeholders and promised calls there are at a time
 * @param perMinute how many new ones are placed in a minute; zero: no limit
 * @param ownRep how calls are placed that one rep promised
 * @param slips what is done for promises that run late
 */
public record DialingSettings(
        Duration ring,
        String callerId,
        int atMostPlaced,
        int perMinute,
        OwnRep ownRep,
        SlipSettings slips) {

    /** As many a minute as may be, and nobody is moved up or told. */
    public DialingSettings(Duration ring, String callerId, int atMostPlaced, OwnRep ownRep) {
        this(ring, callerId, atMostPlaced, 0, ownRep, SlipSettings.NONE);
    }

    /**
     * A call that one rep promised.
     *
     * @param patience how long from its time on it is his alone
     * @param ring how long his phone rings
     */
    public record OwnRep(Duration patience, Duration ring) {}
}
