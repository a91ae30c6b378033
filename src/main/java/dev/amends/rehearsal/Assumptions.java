package dev.amends.rehearsal;

import java.time.Duration;
import java.util.List;

/** What an administrator assumes of his line, in whole numbers that he can know. */
public record Assumptions(Crowd crowd, Habits habits, Staffing staffing) {

    private static final Duration PAUSE_EVERY = Duration.ofHours(2);

    /** From the first ring until a called person answers, and until he has pressed the key. */
    private static final Duration RING = Duration.ofSeconds(12);

    private static final Duration KEY = Duration.ofSeconds(8);

    /** Of calls that no person answers, half reach a machine and a quarter a busy line. */
    private static final double MACHINES = 0.5;

    private static final double BUSY = 0.25;

    /**
     * How many call.
     *
     * @param callsAnHour on average over the day
     * @param peakPercent in the middle third of the day, in percent of the average
     * @param hours how long the line is open
     * @param upsetPercent who is flagged as upset
     */
    public record Crowd(int callsAnHour, int peakPercent, int hours, int upsetPercent) {
        public Crowd {
            require("--calls-per-hour", callsAnHour, 1, 20_000);
            require("--peak", peakPercent, 100, 299);
            require("--hours", hours, 1, 24);
            require("--upset", upsetPercent, 0, 100);
        }
    }

    /** How callers are, in seconds and percent. */
    public record Habits(
            int handlingSeconds, int patienceSeconds, int acceptPercent, int answerPercent) {
        public Habits {
            require("--handling", handlingSeconds, 1, 7200);
            require("--patience", patienceSeconds, 1, 7200);
            require("--accept", acceptPercent, 0, 100);
            require("--answer", answerPercent, 0, 100);
        }
    }

    /** Who answers. */
    public record Staffing(int reps, int seniors, int wrapUpSeconds, int pauseMinutes) {
        public Staffing {
            require("--reps", reps, 1, 1000);
            require("--seniors", seniors, 0, reps);
            require("--wrap-up", wrapUpSeconds, 0, 3600);
            require("--pause", pauseMinutes, 0, 120);
        }
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be from %d to %d, not %d".formatted(what, least, most, value));
        }
    }

    /** In one line. */
    public String words() {
        return "%d reps (%d seniors), %d calls an hour, %d s each"
                .formatted(
                        staffing.reps(),
                        staffing.seniors(),
                        crowd.callsAnHour(),
                        habits.handlingSeconds());
    }

    /** The call centre that is like this. */
    World world() {
        double nobody = 1 - share(habits.answerPercent());
        return new World(
                spells(),
                new World.People(
                        Duration.ofSeconds(habits.patienceSeconds()),
                        Duration.ofSeconds(habits.handlingSeconds()),
                        share(habits.acceptPercent()),
                        share(crowd.upsetPercent())),
                new World.Phones(
                        1 - nobody,
                        MACHINES * nobody,
                        BUSY * nobody,
                        RING,
                        KEY,
                        Duration.ofSeconds(habits.patienceSeconds())),
                new World.Team(
                        staffing.reps(),
                        staffing.seniors(),
                        Duration.ofSeconds(staffing.wrapUpSeconds()),
                        PAUSE_EVERY,
                        Duration.ofMinutes(staffing.pauseMinutes())),
                false);
    }

    /** Three thirds; what the middle one has more, the others have less. */
    private List<World.Spell> spells() {
        Duration third = Duration.ofHours(crowd.hours()).dividedBy(3);
        double peak = crowd.callsAnHour() * share(crowd.peakPercent());
        double rest = (3.0 * crowd.callsAnHour() - peak) / 2;
        return List.of(
                new World.Spell(third, rest, true),
                new World.Spell(third, peak, true),
                new World.Spell(third, rest, true));
    }

    private static double share(int percent) {
        return percent / 100.0;
    }
}
