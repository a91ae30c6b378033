package dev.amends.dialing;

import java.time.Duration;

/** What happens when a rep has come to a placeholder. */
public sealed interface RepComes {

    /** He is the first: the caller's phone rings now. */
    record Dials(Claimed claimed) implements RepComes {}

    /** The caller's phone rings, or does so now: the rep waits for the answer, so long at most. */
    record Waits(Duration atMost) implements RepComes {}
}
