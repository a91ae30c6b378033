package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;

class WeeklyHoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 08:00-18:00, sat 09:00-13:00|MONDAY|480-1080",
                "mon-fri 08:00-18:00, sat 09:00-13:00|FRIDAY|480-1080",
                "mon-fri 08:00-18:00, sat 09:00-13:00|SATURDAY|540-780",
                "mon-fri 08:00-18:00, sat 09:00-13:00|SUNDAY|",
                "mon-fri 08:00-12:00 13:00-17:00|TUESDAY|480-720 780-1020",
                "fri 20:00-24:00,sat 00:00-02:00|FRIDAY|1200-1440",
                "fri 20:00-24:00,sat 00:00-02:00|SATURDAY|0-120",
                "sat-mon 10:00-11:00|SUNDAY|600-660",
                "sat-mon 10:00-11:00|TUESDAY|",
                "mon 13:00-14:00, mon 08:00-09:00|MONDAY|480-540 780-840",
                "sun-sat 00:00-24:00|SUNDAY|0-1440",
            })
    void hours_are_read_day_by_day(String text, DayOfWeek day, String spans) {
        String read =
                String.join(
                        " ",
                        WeeklyHours.read(text).orElseThrow().on(day).stream()
                                .map(span -> span.from() + "-" + span.to())
                                .toList());
        assertThat(read).isEqualTo(spans == null ? "" : spans);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "mon",
                "mon 8-18",
                "mon 08:00-24:01",
                "mon 08:00-25:00",
                "mon 18:00-08:00",
                "mon 08:00-08:00",
                "mon 08:00-12:00 11:00-13:00",
                "mon 08:00-12:00, mon-tue 11:00-13:00",
                "mon 08:00-18:00,",
                ", mon 08:00-18:00",
                "Mon 08:00-18:00",
                "mo-fr 08:00-18:00",
                "mon–fri 08:00-18:00",
                "mon-fri  08:00-18:00",
                "everyday 08:00-18:00",
            })
    void what_is_not_written_so_is_not_read(String text) {
        assertThat(WeeklyHours.read(text)).isEmpty();
    }

    @Test
    void nothing_written_means_always_and_so_does_every_hour_of_every_day() {
        assertThat(WeeklyHours.read("")).contains(WeeklyHours.ALWAYS);
        assertThat(WeeklyHours.read("mon-sun 00:00-24:00")).contains(WeeklyHours.ALWAYS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Monday-Friday 8-18|mon-fri 08:00-18:00",
                "Mon–Fri 8:00 – 18:00; Sat 9-13|mon-fri 08:00-18:00, sat 09:00-13:00",
                "mon to fri 08:00-18:00|mon-fri 08:00-18:00",
                "tues 8:30-12 13-17:15|tue 08:30-12:00 13:00-17:15",
                "MON-FRI 08:00-18:00|mon-fri 08:00-18:00",
            })
    void what_was_probably_meant_is_told(String text, String meant) {
        assertThat(WeeklyHours.meant(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nine to five", "mon 18:00-08:00", "mon-fri 08:00-18:00"})
    void nothing_is_guessed_where_nothing_can_be_known(String text) {
        assertThat(WeeklyHours.meant(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xyz 08:00-18:00|\"xyz\" is no day: mon, tue … sun, or mon-fri",
                "08:00-18:00|\"08:00-18:00\" is no day: mon, tue … sun, or mon-fri",
                "mon-fri|\"mon-fri\" has no times, such as 08:00-18:00",
                "mon 8-18|\"8-18\" is no time from 00:00 to 24:00, such as 08:00-18:00",
                "mon 08:00-25:00|\"08:00-25:00\" is no time from 00:00 to 24:00, such as 08:00-18:00",
                "mon 08:00-24:30|\"08:00-24:30\" goes on after 24:00",
                "fri 20:00-02:00|\"20:00-02:00\" ends before it begins; over midnight are two entries",
                "mon-fri 08:00-12:00, fri 11:00-13:00|two of its times overlap on fri"
            })
    void what_is_wrong_with_hours_is_said(String text, String fault) {
        assertThat(WeeklyHours.read(text)).isEmpty();
        assertThat(WeeklyHours.fault(text)).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 08:00-12:00 13:00-17:30|270",
                "fri 20:00-24:00, sat 00:00-02:00|360",
                "sat 23:50-24:00|10"
            })
    void the_longest_time_without_a_break_is_counted_over_midnight(String text, int minutes) {
        assertThat(WeeklyHours.read(text).orElseThrow().longest()).hasMinutes(minutes);
    }
}
