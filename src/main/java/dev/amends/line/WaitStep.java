package dev.amends.line;

import java.time.Duration;

/**
 * A wait as it is told: rounded up to one of a few steps, as nobody can foresee a wait to the
 * minute, and a caller who is served earlier than told is content.
 */
public enum WaitStep {
    UP_TO_2(2),
    UP_TO_3(3),
    UP_TO_5(5),
    UP_TO_7(7),
    UP_TO_10(10),
    UP_TO_15(15),
    UP_TO_20(20),
    UP_TO_30(30),
    UP_TO_40(40),
    UP_TO_60(60),
    /** Longer than an hour: no figure is promised. */
    LONGER(60);

    private final int minutes;

    WaitStep(int minutes) {
        this.minutes = minutes;
    }

    /** The figure that is spoken. */
    public int minutes() {
        return minutes;
    }

    /** The smallest step that is not shorter than this. */
    public static WaitStep of(Duration wait) {
        for (WaitStep step : values()) {
            if (step != LONGER && wait.compareTo(Duration.ofMinutes(step.minutes)) <= 0) {
                return step;
            }
        }
        return LONGER;
    }
}
