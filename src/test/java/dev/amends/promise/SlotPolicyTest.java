package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Pace;
import dev.amends.line.PastArrivals;
import dev.amends.line.WeeklyHours;
import dev.amends.line.WeeklyReps;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which times a caller may choose from. */
class SlotPolicyTest {

    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-11-02T10:02:00Z");

    private static final Pace PACE = new Pace(240, 14_400, 0, 0, 60, Map.of());
    private static final Hours OFFICE = hours("mon-fri 08:00-18:00", ZoneOffset.UTC);

    @Test
    void the_first_is_in_about_an_hour_and_then_comes_the_best_hour_of_each_half_day() {
        assertThat(free(line(2)))
                .containsExactly(
                        "2026-11-02T11:05:00Z",
                        "2026-11-02T13:00:00Z",
                        "2026-11-03T08:00:00Z",
                        "2026-11-03T13:00:00Z");
    }

    @Test
    void an_hour_with_fewer_callers_has_more_room() {
        SlotPolicy.Facts facts = line(2);
        Map<Long, Integer> hours = new HashMap<>(facts.past().hours());
        for (int week = 1; week <= 6; week++) {
            Instant monday = Instant.parse("2026-11-02T15:00:00Z").minus(Duration.ofDays(7 * week));
            hours.put(PastArrivals.hourOf(monday), 2);
        }
        SlotPolicy.Facts trough =
                with(facts, new PastArrivals(facts.past().since(), hours), facts.booked());
        assertThat(free(trough)).contains("2026-11-02T15:00:00Z");
    }

    @Test
    void a_full_time_gives_way_to_the_next_best() {
        SlotPolicy.Facts facts = line(2);
        Instant best = Instant.parse("2026-11-02T13:00:00Z");
        int most = SlotPolicy.at(facts, best, NOW).orElseThrow().most();
        assertThat(most).isPositive();
        SlotPolicy.Facts full = with(facts, facts.past(), Collections.nCopies(most, best));
        assertThat(free(full)).contains("2026-11-02T14:00:00Z").doesNotContain(best.toString());
    }

    @Test
    void nothing_begins_before_his_turn_would_come() {
        List<Slot> late = SlotPolicy.free(line(2), Instant.parse("2026-11-02T14:30:00Z"), NOW);
        assertThat(late.getFirst().from()).isEqualTo("2026-11-02T15:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "mon-fri 08:00-18:00, 2026-11-06T17:30:00Z, 2026-11-09T08:00:00Z",
        "mon-fri 08:00-12:00, 2026-11-02T10:30:00Z, 2026-11-03T08:00:00Z",
        "sat 09:00-09:45, 2026-11-02T10:30:00Z, none",
        "sat 09:00-11:00, 2026-11-02T10:30:00Z, 2026-11-07T09:00:00Z"
    })
    void the_whole_hour_is_within_the_hours_and_not_just_before_closing(
            String week, Instant now, String first) {
        SlotPolicy.Facts facts = line(hours(week, ZoneOffset.UTC), CallingHours.ANYTIME, 2);
        List<Slot> free = SlotPolicy.free(facts, now, now);
        assertThat(free.isEmpty() ? "none" : free.getFirst().from().toString()).isEqualTo(first);
    }

    @Test
    void it_is_within_his_own_calling_hours_too() {
        CallingHours angeles =
                new CallingHours(
                        true,
                        List.of(hours("mon-sun 08:00-21:00", ZoneId.of("America/Los_Angeles"))));
        assertThat(SlotPolicy.free(line(OFFICE, angeles, 2), NOW, NOW).getFirst().from())
                .isEqualTo("2026-11-02T16:00:00Z");
        assertThat(SlotPolicy.free(line(OFFICE, CallingHours.UNKNOWN, 2), NOW, NOW)).isEmpty();
    }

    @Test
    void without_reps_pace_two_weeks_or_room_there_is_none() {
        SlotPolicy.Facts facts = line(2);
        PastArrivals young =
                new PastArrivals(Optional.of(NOW.minus(Duration.ofDays(13))), Map.of());
        assertThat(free(SlotPolicy.Facts.NONE)).isEmpty();
        assertThat(free(with(facts, young, List.of()))).isEmpty();
        assertThat(free(line(0))).isEmpty();
        assertThat(
                        free(
                                new SlotPolicy.Facts(
                                        OFFICE,
                                        CallingHours.ANYTIME,
                                        facts.reps(),
                                        facts.past(),
                                        Optional.empty(),
                                        List.of())))
                .isEmpty();
    }

    /** By hand: 10 × 240 + 1.6449 √(10 × 72,000 + b × 14,400) + 240 b ≤ 3,600 × reps. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 13", "3, 27", "10, 128"})
    void so_many_fit_into_an_hour_with_ten_callers(int reps, int most) {
        assertThat(BookingGuard.most(3600.0 * reps, 10, PACE)).isEqualTo(most);
    }

    private static List<String> free(SlotPolicy.Facts facts) {
        return SlotPolicy.free(facts, NOW, NOW).stream()
                .map(slot -> slot.from().toString())
                .toList();
    }

    private static SlotPolicy.Facts line(int reps) {
        return line(OFFICE, CallingHours.ANYTIME, reps);
    }

    private static SlotPolicy.Facts line(Hours hours, CallingHours called, int reps) {
        Map<Long, Integer> calls = new HashMap<>();
        Instant since = NOW.minus(Duration.ofDays(50));
        for (long hour = PastArrivals.hourOf(since);
                hour < PastArrivals.hourOf(NOW) + 168;
                hour++) {
            calls.put(hour, hour % 24 == 11 || hour % 24 == 12 ? 12 : 10);
        }
        return new SlotPolicy.Facts(
                hours,
                called,
                WeeklyReps.read("mon-sun 00:00-24:00 " + reps).orElseThrow(),
                new PastArrivals(Optional.of(since), calls),
                Optional.of(PACE),
                List.of());
    }

    private static SlotPolicy.Facts with(
            SlotPolicy.Facts facts, PastArrivals past, List<Instant> booked) {
        return new SlotPolicy.Facts(
                facts.line(), facts.called(), facts.reps(), past, facts.pace(), booked);
    }

    private static Hours hours(String week, ZoneId zone) {
        return new Hours(
                WeeklyHours.read(week).orElseThrow(), Holidays.NONE, Duration.ofMinutes(15), zone);
    }
}
