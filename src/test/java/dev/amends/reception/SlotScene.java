package dev.amends.reception;

import dev.amends.line.Hours;
import dev.amends.line.Pace;
import dev.amends.line.PastArrivals;
import dev.amends.line.WeeklyReps;
import dev.amends.promise.CallingHours;
import dev.amends.promise.SlotPolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line that has seen six weeks of callers, and has room for more at some times. */
final class SlotScene {

    /** The first whole hour after {@link Scene#NOW} that is worth choosing. */
    static final Instant MONDAY = Instant.parse("2026-11-02T11:00:00Z");

    private SlotScene() {}

    /** Ten callers an hour in all hours, who take four minutes each, and so many reps always. */
    static SlotPolicy.Facts slots(Hours line, int reps) {
        return slots(line, reps, List.of());
    }

    /** The same with calls that were promised for these times. */
    static SlotPolicy.Facts slots(Hours line, int reps, List<Instant> booked) {
        return new SlotPolicy.Facts(
                line,
                CallingHours.ANYTIME,
                WeeklyReps.read("mon-sun 00:00-24:00 " + reps).orElseThrow(),
                callers(10),
                Optional.of(new Pace(240, 0, 0, 0, Map.of())),
                booked);
    }

    /** So many in each hour of the last six weeks. */
    static PastArrivals callers(int anHour) {
        Instant since = Scene.NOW.minus(Duration.ofDays(7 * PastArrivals.WEEKS + 1));
        Map<Long, Integer> hours = new HashMap<>();
        for (long hour = PastArrivals.hourOf(since);
                hour < PastArrivals.hourOf(Scene.NOW);
                hour++) {
            hours.put(hour, anHour);
        }
        return new PastArrivals(Optional.of(since), hours);
    }
}
