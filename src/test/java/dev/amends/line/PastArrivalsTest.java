package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many callers are expected, from those of the last weeks. */
class PastArrivalsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final ZonedDateTime MONDAY = ZonedDateTime.of(2026, 11, 9, 10, 0, 0, 0, ZONE);
    private static final Hours ALWAYS = Hours.always(ZONE);

    @Test
    void it_is_the_mean_of_the_last_six_same_weekdays_by_the_clock_on_the_wall() {
        PastArrivals past = mondaysAtTen(10, 20, 30, 40, 50, 60, 700);
        assertThat(expected(past, ALWAYS)).hasValue(35);
    }

    @Test
    void an_hour_that_is_half_within_counts_half() {
        PastArrivals past = mondaysAtTen(10, 10, 10, 10, 10, 10);
        Instant half = MONDAY.plusMinutes(30).toInstant();
        assertThat(past.expected(half, half.plus(Duration.ofHours(1)), ALWAYS)).hasValue(5);
    }

    @Test
    void days_before_the_first_call_and_days_on_which_the_line_was_closed_do_not_count() {
        assertThat(expected(mondaysAtTen(10, 20), ALWAYS)).hasValue(15);
        Hours closedLastMonday =
                new Hours(
                        WeeklyHours.ALWAYS,
                        new Holidays(Optional.empty(), Set.of(LocalDate.of(2026, 11, 2)), Set.of()),
                        Duration.ZERO,
                        ZONE);
        assertThat(expected(mondaysAtTen(10, 20), closedLastMonday)).hasValue(20);
        assertThat(expected(PastArrivals.NONE, ALWAYS)).isEmpty();
    }

    @Test
    void two_weeks_are_enough_and_less_is_not() {
        PastArrivals past = new PastArrivals(Optional.of(Instant.EPOCH), Map.of());
        Instant enough = Instant.EPOCH.plus(Duration.ofDays(14));
        assertThat(past.enough(enough)).isTrue();
        assertThat(past.enough(enough.minusMillis(1))).isFalse();
        assertThat(PastArrivals.NONE.enough(enough)).isFalse();
    }

    private static java.util.OptionalDouble expected(PastArrivals past, Hours hours) {
        return past.expected(MONDAY.toInstant(), MONDAY.plusHours(1).toInstant(), hours);
    }

    /** Last Monday first; the clocks were put back between the first and the second of them. */
    private static PastArrivals mondaysAtTen(int... calls) {
        Map<Long, Integer> hours = new HashMap<>();
        for (int week = 1; week <= calls.length; week++) {
            Instant then = MONDAY.minusWeeks(week).toInstant();
            hours.put(PastArrivals.hourOf(then), calls[week - 1]);
        }
        Instant first =
                MONDAY.minusWeeks(calls.length).toInstant().atOffset(ZoneOffset.UTC).toInstant();
        return new PastArrivals(Optional.of(first), hours);
    }
}
