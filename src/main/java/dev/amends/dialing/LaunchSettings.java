package dev.amends.dialing;

import java.time.Duration;

/**
 * How promised calls are launched.
 *
 * @param longestStep with {@link LaunchWay#AUTO} the caller comes first where a rep becomes free at
 *     least this often
 * @param reserve how long at most a rep is kept for a caller whose phone rings
 */
public record LaunchSettings(LaunchWay way, Duration longestStep, Duration reserve) {

    /**
     * A line moves by steps: at each a rep becomes free. Nobody can be rung for the very moment of
     * his step; with this share of it as hold, neither callers nor reps wait long for each other.
     */
    private static final double SHARE_OF_STEP = 0.6;

    /** This way, and otherwise what the README's table was measured with. */
    public static LaunchSettings of(LaunchWay way) {
        return new LaunchSettings(way, Duration.ofSeconds(12), Duration.ofSeconds(7));
    }

    /**
     * How long a called person is to hold after he answered, on average.
     *
     * @param step from one rep becoming free to the next
     */
    public static Duration hold(Duration step) {
        return Duration.ofMillis(Math.round(SHARE_OF_STEP * step.toMillis()));
    }
}
