package dev.amends.simulation;

import dev.amends.dialing.SlipSettings;
import dev.amends.dialing.TellingWay;

import java.time.Duration;
import java.util.Map;

/**
 * Whether many are late on a day, and what is done then.
 *
 * @param fewReps whether most reps are away again and again
 * @param tells how those are told who are late
 * @param perMinute how many calls are placed in a minute; zero: no limit
 */
record WhenLate(boolean fewReps, TellingWay tells, int perMinute) {

    private static final int A_FEW_A_MINUTE = 6;

    /** On three of five days: told by calls or messages, or placed a few at a time. */
    static WhenLate on(long seed) {
        // By hundreds as well: the hundredth days are those on a real database.
        return switch ((int) Math.floorMod(seed + seed / 100, 5L)) {
            case 2 -> new WhenLate(true, TellingWay.CALL, A_FEW_A_MINUTE);
            case 3 -> new WhenLate(true, TellingWay.MESSAGE, 0);
            case 4 -> new WhenLate(true, TellingWay.MESSAGE, A_FEW_A_MINUTE);
            default -> new WhenLate(false, TellingWay.CALL, 0);
        };
    }

    boolean ramped() {
        return perMinute > 0;
    }

    SlipSettings slips() {
        return new SlipSettings(
                Daemon.LATENESS,
                Duration.ofSeconds(60),
                Duration.ofMinutes(15),
                Judge.GAP,
                3,
                Map.of(Daemon.SUPPORT, tells));
    }
}
