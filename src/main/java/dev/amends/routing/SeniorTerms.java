package dev.amends.routing;

import java.time.Duration;

/**
 * What a line does so that upset callers reach a senior, and everybody the rep who knows.
 *
 * @param keepsOneFree whether one senior is kept free for upset callers
 * @param sameRep how long after they have spoken a caller is brought to the same rep first, about
 *     the same matter; zero for not at all
 * @param sameRepRings how long that rep's phone rings for it
 */
public record SeniorTerms(boolean keepsOneFree, Duration sameRep, Duration sameRepRings) {

    /** Nothing of it. */
    public static final SeniorTerms NONE =
            new SeniorTerms(false, Duration.ZERO, Duration.ofSeconds(8));
}
