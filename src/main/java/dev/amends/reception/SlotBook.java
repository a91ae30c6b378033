package dev.amends.reception;

import dev.amends.line.ArrivalCounts;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.PastArrivals;
import dev.amends.line.WeeklyReps;
import dev.amends.promise.CallingHours;
import dev.amends.promise.Ledger;
import dev.amends.promise.SlotPolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gathers what is known of the times that a caller can choose from. How many came in past weeks is
 * looked up once an hour; what is booked, each time.
 */
public final class SlotBook {

    /** A day more than the weeks that count, as the clocks may have been put forward. */
    private static final Duration PAST = Duration.ofDays(7 * PastArrivals.WEEKS + 1);

    /** Longer ahead nobody is promised a time here. */
    private static final Duration AHEAD = Duration.ofDays(9);

    private final Map<LineName, WeeklyReps> reps;
    private final ArrivalCounts counts;
    private final Map<LineName, Looked> looked = new ConcurrentHashMap<>();

    private record Looked(long hour, PastArrivals past) {}

    /**
     * @param reps how many each line has when; a line that is missing has no times to choose from
     */
    public SlotBook(Map<LineName, WeeklyReps> reps, ArrivalCounts counts) {
        this.reps = Map.copyOf(reps);
        this.counts = counts;
    }

    /** One in which there are no times. */
    public static SlotBook empty() {
        return new SlotBook(Map.of(), (_, _) -> PastArrivals.NONE);
    }

    /** What is known at this moment. */
    SlotPolicy.Facts facts(
            Line line, LinePicture picture, CallingHours called, Ledger ledger, Instant now) {
        WeeklyReps here = reps.getOrDefault(line.name(), WeeklyReps.UNKNOWN);
        if (here.equals(WeeklyReps.UNKNOWN) || picture.learned().pace().isEmpty()) {
            return SlotPolicy.Facts.NONE;
        }
        return new SlotPolicy.Facts(
                line.hours(),
                called,
                here,
                past(line.name(), now),
                picture.learned().pace(),
                ledger.booked(line.name(), now, now.plus(AHEAD)));
    }

    private PastArrivals past(LineName line, Instant now) {
        long hour = PastArrivals.hourOf(now);
        Looked known = looked.get(line);
        if (known == null || known.hour() != hour) {
            known = new Looked(hour, counts.since(line, now.minus(PAST)));
            looked.put(line, known);
        }
        return known.past();
    }
}
