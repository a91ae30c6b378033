package dev.amends.staff;

import java.time.Duration;

/**
 * When and for how long reps get a breather.
 *
 * @param length after the wrap-up; zero: nobody gets one
 * @param leastReps so many of a line stay on duty at least
 * @param leastPercent and so large a part of those who are on duty or in a breather
 * @param shownAfter a rep with so many hard calls is shown to supervisors
 * @param shownWithin when they were within this time
 */
public record BreatherSettings(
        Duration length, int leastReps, int leastPercent, int shownAfter, Duration shownWithin) {

    /** Nobody gets one. */
    public static final BreatherSettings OFF =
            new BreatherSettings(Duration.ZERO, 1, 50, 3, Duration.ofHours(2));

    public boolean off() {
        return length.isZero();
    }
}
