package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** By what each recorded word says, so that the table reads as Spanish. */
class SpanishSpellingTest {

    /** What the core sounds say where their names don't. */
    private static final Map<String, String> SAID =
            Map.ofEntries(
                    Map.entry("and", "y"),
                    Map.entry("1M", "un"),
                    Map.entry("1F", "una"),
                    Map.entry("hundred", "cien"),
                    Map.entry("100-and", "ciento"),
                    Map.entry("thousand", "mil"),
                    Map.entry("h-4", "cuarto"),
                    Map.entry("afternoon", "de la tarde"),
                    Map.entry("tomorrow", "mañana"),
                    Map.entry("day-1", "lunes"),
                    Map.entry("mon-11", "diciembre"),
                    Map.entry("minutes", "minutos"),
                    Map.entry("queue-minute", "minuto"));

    private final Spelling spanish = new SpanishSpelling();

    @ParameterizedTest
    @CsvSource({"00:05, las 0:05", "01:05, la 1:05", "13:30, las 13:30", "23:59, las 23:59"})
    void a_time_of_day_is_written_as_people_write_it(LocalTime time, String words) {
        assertThat(spanish.written(time)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, hoy",
        "2026-11-29, mañana",
        "2026-11-30, el lunes",
        "2026-12-05, el 5 de diciembre"
    })
    void a_day_is_written_as_people_write_it(LocalDate day, String words) {
        assertThat(spanish.written(day, LocalDate.of(2026, 11, 28))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, ''",
        "2026-11-29, mañana",
        "2026-11-30, el lunes",
        "2026-12-05, el 5 de diciembre",
        "2026-12-31, el 30 y 1 de diciembre",
    })
    void a_day_is_named_as_people_name_it(LocalDate day, String words) {
        assertThat(said(spanish.day(day, LocalDate.of(2026, 11, 28)))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "15, 15",
        "21, 21",
        "29, 29",
        "30, 30",
        "31, 30 y 1",
        "99, 90 y 9",
        "100, cien",
        "101, ciento 1",
        "121, ciento 21",
        "200, 200",
        "555, 500 50 y 5",
        "1000, mil",
        "1001, mil 1",
        "1100, mil cien",
        "2021, 2 mil 21",
        "9999, 9 mil 900 90 y 9"
    })
    void a_number_is_said_as_it_is_counted(int number, String words) {
        assertThat(said(spanish.number(number))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 minutos",
        "1, un minuto",
        "2, 2 minutos",
        "11, 11 minutos",
        "21, veintiún minutos",
        "31, 30 y un minutos",
        "45, 40 y 5 minutos",
        "60, 60 minutos",
        "100, cien minutos",
        "101, ciento un minutos",
        "111, ciento 11 minutos",
        "121, ciento veintiún minutos",
        "1001, mil un minutos"
    })
    void one_is_un_before_minutes(int minutes, String words) {
        assertThat(said(spanish.minutes(minutes))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, las 12 de la noche",
        "00:30, las 12 y media de la noche",
        "01:00, la una de la madrugada",
        "05:59, las 5 y 50 y 9 de la madrugada",
        "06:00, las 6 de la mañana",
        "09:05, las 9 y 5 de la mañana",
        "11:21, las 11 y 21 de la mañana",
        "12:00, las 12 del mediodía",
        "12:45, las 12 y 40 y 5 del mediodía",
        "13:15, la una y cuarto de la tarde",
        "14:30, las 2 y media de la tarde",
        "19:59, las 7 y 50 y 9 de la tarde",
        "20:00, las 8 de la noche",
        "23:10, las 11 y 10 de la noche"
    })
    void a_time_has_its_article_and_its_part_of_the_day(LocalTime time, String words) {
        assertThat(said(spanish.timeOfDay(time))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, llamada número 1", "3, llamada número 3", "21, llamada número 21"})
    void a_call_is_counted(int n, String words) {
        assertThat(said(spanish.ordinalCall(n))).isEqualTo(words);
    }

    @Test
    void a_telephone_number_is_read_back_digit_by_digit() {
        assertThat(said(spanish.digits("2025550143"))).isEqualTo("2 0 2 5 5 5 0 1 4 3");
        assertThatIllegalArgumentException().isThrownBy(() -> spanish.digits("12 34"));
    }

    @Test
    void numbers_out_of_range_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> spanish.number(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> spanish.number(10_000));
        assertThatIllegalArgumentException().isThrownBy(() -> spanish.minutes(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> spanish.ordinalCall(0));
        assertThatIllegalArgumentException().isThrownBy(() -> spanish.ordinalCall(100));
    }

    private static String said(List<Prompt> prompts) {
        Catalogue catalogue = Catalogue.of(new Language("es"));
        return prompts.stream()
                .map(prompt ->
                        catalogue
                                .ownWord(prompt)
                                .orElseGet(() -> {
                                    String name = prompt.file().replace("digits/", "");
                                    return SAID.getOrDefault(name, name);
                                }))
                .collect(joining(" "));
    }
}
