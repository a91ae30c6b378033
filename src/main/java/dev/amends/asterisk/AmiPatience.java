package dev.amends.asterisk;

import java.time.Duration;

/**
 * How long the link to the PBX waits for what, and how much it holds.
 *
 * @param connect for a connection
 * @param reply for the reply to one action, a ping and a full list included
 * @param pingEvery between pings; two that are missed end the connection
 * @param retryFirst before the first new try; doubled at each further one
 * @param retryMost the most between two tries
 * @param resyncEvery between full resyncs on a quiet link, in case an event was lost unseen
 * @param eventsHeld how many events may wait to be applied; one more causes a full resync
 */
public record AmiPatience(
        Duration connect,
        Duration reply,
        Duration pingEvery,
        Duration retryFirst,
        Duration retryMost,
        Duration resyncEvery,
        int eventsHeld) {

    /** A frozen PBX is noticed within 13 seconds. */
    public static final AmiPatience USUAL =
            new AmiPatience(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    10_000);

    /** Longer than any silence that pings allow. */
    Duration read() {
        return pingEvery.plus(reply).multipliedBy(2);
    }
}
