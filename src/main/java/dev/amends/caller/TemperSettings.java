package dev.amends.caller;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How much what is remembered of a caller says of his temper.
 *
 * @param strainedFrom from so many points on he is strained
 * @param upsetFrom from so many on he is upset
 * @param points for how many each cause counts
 * @param halfLife after so long a signal counts half
 * @param longWait from how long on a wait is a long one
 * @param mostPercent the share of a line's callers who come first as upset, at most
 */
public record TemperSettings(
        int strainedFrom,
        int upsetFrom,
        Map<TemperCause, Integer> points,
        Duration halfLife,
        Duration longWait,
        int mostPercent) {

    /** A signal of which less than a sixteenth is left is forgotten. */
    private static final int HALF_LIVES = 4;

    /** What holds where nothing is set. */
    public static final TemperSettings USUAL =
            new TemperSettings(
                    5,
                    10,
                    all(TemperCause::usualPoints),
                    Duration.ofDays(7),
                    Duration.ofMinutes(10),
                    25);

    public TemperSettings {
        points = Map.copyOf(points);
        if (points.size() < TemperCause.values().length) {
            throw new IllegalArgumentException("a cause without points");
        }
    }

    /** Points for each cause. */
    public static Map<TemperCause, Integer> all(Function<TemperCause, Integer> points) {
        Map<TemperCause, Integer> all = new EnumMap<>(TemperCause.class);
        Arrays.stream(TemperCause.values()).forEach(cause -> all.put(cause, points.apply(cause)));
        return all;
    }

    /** For how many points it counts. */
    int pointsFor(TemperCause cause) {
        return points.getOrDefault(cause, 0);
    }

    /** How long signals say anything. */
    Duration remembered() {
        return halfLife.multipliedBy(HALF_LIVES);
    }
}
