package dev.amends.dialing;

import dev.amends.line.LineName;

import java.time.Duration;
import java.util.Map;

/**
 * How promised calls are placed.
 *
 * @param ring how long a called person's phone rings
 * @param atMostPlaced how many placeholders and promised calls there are at a time
 * @param perMinute how many new ones are placed in a minute; zero: no limit
 * @param ownRep how calls are placed that one rep promised
 * @param slips what is done for promises that run late
 * @param lines what is set for each line
 */
public record DialingSettings(
        Duration ring,
        int atMostPlaced,
        int perMinute,
        OwnRep ownRep,
        SlipSettings slips,
        Map<LineName, OfLine> lines) {

    public DialingSettings {
        lines = Map.copyOf(lines);
    }

    /** As many a minute as may be, and nobody is moved up or told. */
    public DialingSettings(
            Duration ring, int atMostPlaced, OwnRep ownRep, Map<LineName, OfLine> lines) {
        this(ring, atMostPlaced, 0, ownRep, SlipSettings.NONE, lines);
    }

    /**
     * A call that one rep promised.
     *
     * @param patience how long from its time on it is his alone
     * @param ring how long his phone rings
     */
    public record OwnRep(Duration patience, Duration ring) {}

    /**
     * The calls of one line.
     *
     * @param callerId the number shown to the called person; empty for the trunk's own
     */
    public record OfLine(String callerId, LaunchSettings launch) {}

    /** The number shown to those whom this line calls. */
    String callerId(LineName line) {
        OfLine set = lines.get(line);
        return set == null ? "" : set.callerId();
    }
}
