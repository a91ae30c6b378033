package dev.amends.line;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How many callers came to a line in the hours of the last weeks.
 *
 * @param since when the first of all came; nothing when none ever did
 * @param hours how many came in which hour since 1970; none where it is missing
 */
public record PastArrivals(Optional<Instant> since, Map<Long, Integer> hours) {

    /** Nobody was ever seen. */
    public static final PastArrivals NONE = new PastArrivals(Optional.empty(), Map.of());

    /** So many weeks are looked back. */
    public static final int WEEKS = 6;

    /** With less nothing is foretold. */
    private static final Duration LEAST = Duration.ofDays(14);

    private static final long HOUR = Duration.ofHours(1).toMillis();

    public PastArrivals {
        hours = Map.copyOf(hours);
    }

    /** Which hour since 1970 a moment is in. */
    public static long hourOf(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), HOUR);
    }

    /** Whether enough was seen to foretell anything. */
    public boolean enough(Instant now) {
        return since.filter(first -> !first.plus(LEAST).isAfter(now)).isPresent();
    }

    /**
     * How many come between two moments that are to come: the mean of the last six same weekdays on
     * which the line was open then; nothing when there was none.
     */
    public OptionalDouble expected(Instant from, Instant to, Hours line) {
        ZonedDateTime begin = from.atZone(line.zone());
        Duration length = Duration.between(from, to);
        return IntStream.rangeClosed(1, WEEKS)
                .mapToObj(weeks -> begin.minusWeeks(weeks).toInstant())
                .filter(then -> since.filter(first -> !first.isAfter(then)).isPresent())
                .filter(then -> line.openTime(then, then.plus(length)).equals(length))
                .flatMapToDouble(then -> DoubleStream.of(between(then, then.plus(length))))
                .average();
    }

    /** An hour that is half within counts half. */
    private double between(Instant from, Instant to) {
        double all = 0;
        for (long hour = hourOf(from); hour * HOUR < to.toEpochMilli(); hour++) {
            long within =
                    Math.min(to.toEpochMilli(), (hour + 1) * HOUR)
                            - Math.max(from.toEpochMilli(), hour * HOUR);
            all += hours.getOrDefault(hour, 0) * (double) within / HOUR;
        }
        return all;
    }
}
