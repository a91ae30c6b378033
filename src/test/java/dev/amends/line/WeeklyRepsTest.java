package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How many reps a line has when, as it is written. */
class WeeklyRepsTest {

    private static final String WEEK =
            "mon-fri 08:00-12:00 12, mon-fri 12:00-18:00 8, mon 11:00-13:00 2";

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T08:00:00Z, 2026-11-02T09:00:00Z, 12",
        "2026-11-02T11:00:00Z, 2026-11-02T12:00:00Z, 14",
        "2026-11-02T11:30:00Z, 2026-11-02T12:30:00Z, 12",
        "2026-11-03T11:30:00Z, 2026-11-03T12:30:00Z, 10",
        "2026-11-02T17:30:00Z, 2026-11-02T18:30:00Z, 4",
        "2026-11-07T10:00:00Z, 2026-11-07T11:00:00Z, 0"
    })
    void an_hour_has_the_reps_of_all_who_are_there(Instant from, Instant to, double reps) {
        WeeklyReps week = WeeklyReps.read(WEEK).orElseThrow();
        assertThat(week.seconds(from, to, ZoneOffset.UTC) / 3600).isEqualTo(reps);
    }

    @Test
    void the_hours_are_those_of_the_line() {
        WeeklyReps week = WeeklyReps.read("mon 08:00-12:00 3").orElseThrow();
        Instant eightInNewYork = Instant.parse("2026-11-02T13:00:00Z");
        assertThat(
                        week.seconds(
                                eightInNewYork,
                                eightInNewYork.plusSeconds(60),
                                ZoneId.of("America/New_York")))
                .isEqualTo(180);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "mon-fri 12",
                "mon-fri 08:00-12:00",
                "mon-fri 08:00-12:00 -1",
                "mon-fri 08:00-12:00 10001",
                "mon-fri 12:00-08:00 3",
                "mon-fri 08:00-12:00  3",
                "mon-fri 08:00-12:00 3,",
                " "
            })
    void what_is_not_written_so_is_no_week(String text) {
        assertThat(WeeklyReps.read(text)).isEmpty();
    }

    @Test
    void nothing_written_means_not_known() {
        assertThat(WeeklyReps.read("")).contains(WeeklyReps.UNKNOWN);
    }
}
