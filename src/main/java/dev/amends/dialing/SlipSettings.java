package dev.amends.dialing;

import dev.amends.line.LineName;
import dev.amends.promise.Lateness;

import java.time.Duration;
import java.util.Map;

/**
 * What is done for promises that run late.
 *
 * @param lateness by when a promise has to be kept
 * @param raise how much earlier one counts as having come that is moved up: nobody is passed by
 *     anybody who came later than that
 * @param tellAgain so long after he was told another time he is told none again
 * @param gap from a call that did not reach him to the second one that is to tell him
 * @param atMostTelling how many calls and messages that tell a new time there are at once
 * @param tells how the lines that do so tell a new time
 */
public record SlipSettings(
        Lateness lateness,
        Duration raise,
        Duration tellAgain,
        Duration gap,
        int atMostTelling,
        Map<LineName, TellingWay> tells) {

    /** Nobody is moved up or told. */
    public static final SlipSettings NONE =
            new SlipSettings(
                    Lateness.USUAL, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, Map.of());

    public SlipSettings {
        tells = Map.copyOf(tells);
    }
}
