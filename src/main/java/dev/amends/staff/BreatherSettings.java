package dev.amends.staff;

import java.time.Duration;
import java.util.Set;

/**
 * When and for how long reps get a breather.
 *
 * @param length after the wrap-up; zero: nobody gets one
 * @param leastReps so many of a line stay on duty at least
 * @param leastPercent and so large a part of those who are on duty or in a breather
 * @param shownAfter a rep with so many hard calls is shown to supervisors
 * @param shownWithin when they were within this time
 * @param without names of lines whose calls, however hard, earn none
 */
public record BreatherSettings(
        Duration length,
        int leastReps,
        int leastPercent,
        int shownAfter,
        Duration shownWithin,
        Set<String> without) {

    /** Nobody gets one. */
    public static final BreatherSettings OFF =
            new BreatherSettings(Duration.ZERO, 1, 50, 3, Duration.ofHours(2), Set.of());

    public BreatherSettings {
        without = Set.copyOf(without);
    }

    /** Whether this call earns its rep none. */
    boolean earnsNone(HardCall call) {
        return length.isZero() || without.contains(call.line());
    }
}
