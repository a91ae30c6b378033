package dev.amends.line;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many reps a line has in the hours of a week, as somebody writes it: {@code mon-fri
 * 08:00-12:00 12, mon-fri 12:00-18:00 8}; the hours as those of {@link WeeklyHours}, and the number
 * behind them. Where two entries meet, their reps add up.
 */
public record WeeklyReps(List<Shift> shifts) {

    /** Nothing is known of how many there are. */
    public static final WeeklyReps UNKNOWN = new WeeklyReps(List.of());

    private static final int MOST = 10_000;

    public WeeklyReps {
        shifts = List.copyOf(shifts);
    }

    /** So many reps in these hours. */
    public record Shift(WeeklyHours when, int reps) {}

    /** The reps that a text means; nothing when it is not written so. */
    public static Optional<WeeklyReps> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        List<Shift> shifts = new ArrayList<>();
        for (String entry : text.split(", ?", -1)) {
            Optional<Shift> shift = shift(entry);
            if (shift.isEmpty()) {
                return Optional.empty();
            }
            shifts.add(shift.get());
        }
        return Optional.of(new WeeklyReps(shifts));
    }

    private static Optional<Shift> shift(String entry) {
        int gap = entry.lastIndexOf(' ');
        if (gap <= 0 || !entry.substring(gap + 1).matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int reps = Integer.parseInt(entry.substring(gap + 1));
        return WeeklyHours.read(entry.substring(0, gap))
                .filter(_ -> reps <= MOST)
                .map(when -> new Shift(when, reps));
    }

    /** The seconds that all of them together are there between two moments, on this clock. */
    public double seconds(Instant from, Instant to, ZoneId zone) {
        return shifts.stream()
                .mapToDouble(shift -> shift.reps() * there(shift, from, to, zone).toSeconds())
                .sum();
    }

    private static Duration there(Shift shift, Instant from, Instant to, ZoneId zone) {
        return new Hours(shift.when(), Holidays.NONE, Duration.ZERO, zone).openTime(from, to);
    }
}
