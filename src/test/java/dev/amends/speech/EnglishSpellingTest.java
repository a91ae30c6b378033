package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

class EnglishSpellingTest {

    private final Spelling english = new EnglishSpelling();

    @ParameterizedTest
    @CsvSource({"00:05, 12:05 am", "09:05, 9:05 am", "12:30, 12:30 pm", "23:59, 11:59 pm"})
    void a_time_of_day_is_written_as_people_write_it(LocalTime time, String words) {
        assertThat(english.written(time)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, today",
        "2026-11-29, tomorrow",
        "2026-11-30, on Monday",
        "2026-12-05, on December 5"
    })
    void a_day_is_written_as_people_write_it(LocalDate day, String words) {
        assertThat(english.written(day, LocalDate.of(2026, 11, 28))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "20, 20",
        "21, 20 1",
        "99, 90 9",
        "100, 1 hundred",
        "110, 1 hundred 10",
        "912, 9 hundred 12",
        "1000, 1 thousand",
        "1001, 1 thousand 1",
        "4045, 4 thousand 40 5",
        "9999, 9 thousand 9 hundred 90 9"
    })
    void a_number_is_said_in_words(int number, String words) {
        assertThat(said(english.number(number))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 minutes", "1, 1 minute", "2, 2 minutes", "45, 40 5 minutes"})
    void a_length_of_time_is_a_number_of_minutes(int minutes, String words) {
        assertThat(said(english.minutes(minutes))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, h-1 amends/word-call",
        "3, h-3 amends/word-call",
        "12, h-12 amends/word-call",
        "20, h-20 amends/word-call",
        "21, 20 h-1 amends/word-call",
        "40, h-40 amends/word-call",
        "99, 90 h-9 amends/word-call"
    })
    void a_call_is_counted(int n, String words) {
        assertThat(said(english.ordinalCall(n))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, 12 a-m",
        "00:07, 12 oh 7 a-m",
        "09:00, 9 a-m",
        "11:59, 11 50 9 a-m",
        "12:00, 12 p-m",
        "16:05, 4 oh 5 p-m",
        "16:10, 4 10 p-m",
        "23:30, 11 30 p-m"
    })
    void a_time_is_told_by_the_twelve_hour_clock(LocalTime time, String words) {
        assertThat(said(english.timeOfDay(time))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, ''",
        "2026-11-29, tomorrow",
        "2026-11-30, amends/word-on day-1",
        "2026-12-04, amends/word-on day-5",
        "2026-12-05, amends/word-on mon-11 h-5",
        "2026-12-30, amends/word-on mon-11 h-30",
        "2026-12-31, amends/word-on mon-11 30 h-1",
        "2027-01-20, amends/word-on mon-0 h-20",
    })
    void a_day_is_named_as_people_name_it(LocalDate day, String words) {
        assertThat(said(english.day(day, LocalDate.of(2026, 11, 28)))).isEqualTo(words);
    }

    @Test
    void a_day_that_is_over_is_refused() {
        LocalDate today = LocalDate.of(2026, 11, 28);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.day(today.minusDays(1), today));
    }

    @Test
    void a_telephone_number_is_read_back_digit_by_digit() {
        assertThat(said(english.digits("2025550143"))).isEqualTo("2 0 2 5 5 5 0 1 4 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+12025550143", "12 34", "anonymous", "٣", "123456789012345678901"})
    void what_is_no_telephone_number_is_not_read_back(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> english.digits(digits));
    }

    @Test
    void numbers_out_of_range_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> english.number(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> english.number(10_000));
        assertThatIllegalArgumentException().isThrownBy(() -> english.minutes(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> english.ordinalCall(0));
        assertThatIllegalArgumentException().isThrownBy(() -> english.ordinalCall(100));
    }

    private static String said(List<Prompt> prompts) {
        return prompts.stream()
                .map(prompt -> prompt.file().replace("digits/", ""))
                .collect(joining(" "));
    }
}
