package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A line in Berlin; 2026-11-02 is a Monday. */
class HoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Hours OFFICE = hours("mon-fri 08:00-18:00, sat 09:00-13:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T07:59:59, false",
        "2026-11-02T08:00:00, true",
        "2026-11-02T17:59:59, true",
        "2026-11-02T18:00:00, false",
        "2026-11-07T12:59:59, true",
        "2026-11-07T13:00:00, false",
        "2026-11-08T10:00:00, false",
    })
    void it_is_open_from_the_first_second_to_before_the_last(LocalDateTime at, boolean open) {
        assertThat(OFFICE.open(berlin(at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T06:00, 2026-11-02T08:00",
        "2026-11-02T10:00, 2026-11-02T10:00",
        "2026-11-02T18:00, 2026-11-03T08:00",
        "2026-11-06T18:00, 2026-11-07T09:00",
        "2026-11-07T13:00, 2026-11-09T08:00",
        "2026-11-08T23:59, 2026-11-09T08:00",
    })
    void it_says_when_it_opens_next(LocalDateTime at, LocalDateTime opens) {
        assertThat(OFFICE.opens(berlin(at))).contains(berlin(opens));
    }

    @Test
    void it_says_when_it_closes_as_long_as_it_is_open() {
        assertThat(OFFICE.closes(berlin("2026-11-02T10:00"))).contains(berlin("2026-11-02T18:00"));
        assertThat(OFFICE.closes(berlin("2026-11-02T19:00"))).isEmpty();
    }

    @Test
    void what_goes_on_over_midnight_does_not_close_there() {
        Hours night = hours("fri 20:00-24:00, sat 00:00-02:00");
        assertThat(night.closes(berlin("2026-11-06T21:00"))).contains(berlin("2026-11-07T02:00"));
        assertThat(night.closes(berlin("2026-11-07T00:00"))).contains(berlin("2026-11-07T02:00"));
        assertThat(night.openTime(berlin("2026-11-06T23:00"), berlin("2026-11-07T23:00")))
                .hasHours(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T10:00, 2026-11-02T10:00",
        "2026-11-02T17:44, 2026-11-02T17:44",
        "2026-11-02T17:45, 2026-11-03T08:00",
        "2026-11-02T18:30, 2026-11-03T08:00",
        "2026-11-06T17:50, 2026-11-09T08:00",
    })
    void just_before_closing_no_call_is_promised_but_for_the_next_opening(
            LocalDateTime at, LocalDateTime promised) {
        Hours cut =
                new Hours(
                        WeeklyHours.read("mon-fri 08:00-18:00").orElseThrow(),
                        Holidays.NONE,
                        Duration.ofMinutes(15),
                        BERLIN);
        assertThat(cut.promises(berlin(at))).contains(berlin(promised));
    }

    @Test
    void an_opening_shorter_than_the_cut_off_is_never_promised() {
        Hours short5 =
                new Hours(
                        WeeklyHours.read("mon 08:00-08:05, tue 08:00-09:00").orElseThrow(),
                        Holidays.NONE,
                        Duration.ofMinutes(15),
                        BERLIN);
        assertThat(short5.promises(berlin("2026-11-02T08:00")))
                .contains(berlin("2026-11-03T08:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T08:00, 2026-11-02T18:00, PT10H",
        "2026-11-02T17:00, 2026-11-03T09:00, PT2H",
        "2026-11-06T17:00, 2026-11-09T08:30, PT5H30M",
        "2026-11-08T00:00, 2026-11-09T00:00, PT0S",
        "2026-11-02T10:00, 2026-11-02T10:00, PT0S",
        "2026-11-02T00:00, 2026-11-09T00:00, PT54H",
    })
    void open_time_is_what_lies_between(LocalDateTime from, LocalDateTime to, Duration open) {
        assertThat(OFFICE.openTime(berlin(from), berlin(to))).isEqualTo(open);
    }

    @Test
    void without_hours_it_never_closes() {
        Hours always = Hours.always(BERLIN);
        Instant at = berlin("2026-11-02T03:00");
        assertThat(always.open(at)).isTrue();
        assertThat(always.opens(at)).contains(at);
        assertThat(always.promises(at)).contains(at);
        assertThat(always.closes(at)).isEmpty();
        assertThat(always.openTime(at, at.plusSeconds(86400))).hasDays(1);
    }

    @Test
    void on_days_of_the_houses_own_it_is_closed_once_or_every_year() {
        Holidays own =
                new Holidays(
                        Optional.empty(),
                        Set.of(LocalDate.of(2026, 11, 3)),
                        Set.of(MonthDay.of(12, 24)));
        Hours hours = new Hours(OFFICE.weekly(), own, Duration.ZERO, BERLIN);
        assertThat(hours.opens(berlin("2026-11-02T18:00"))).contains(berlin("2026-11-04T08:00"));
        assertThat(hours.open(berlin("2027-11-03T10:00"))).isTrue();
        assertThat(hours.open(berlin("2026-12-24T10:00"))).isFalse();
        assertThat(hours.open(berlin("2027-12-24T10:00"))).isFalse();
    }

    @Test
    void on_public_holidays_it_is_closed_by_the_calendar_of_where_it_is() {
        Hours bavaria = on("de/by");
        Hours germany = on("de");
        assertThat(bavaria.open(berlin("2026-01-06T10:00"))).isFalse();
        assertThat(germany.open(berlin("2026-01-06T10:00"))).isTrue();
        assertThat(germany.opens(berlin("2026-04-04T13:00"))).contains(berlin("2026-04-07T08:00"));
    }

    @Test
    void always_open_but_on_holidays_it_closes_at_their_midnight() {
        Hours hours =
                new Hours(
                        WeeklyHours.ALWAYS,
                        new Holidays(PublicHolidays.of("us"), Set.of(), Set.of()),
                        Duration.ZERO,
                        ZoneId.of("America/New_York"));
        Instant eve = Instant.parse("2026-11-26T04:00:00Z");
        assertThat(hours.closes(eve)).contains(Instant.parse("2026-11-26T05:00:00Z"));
        assertThat(hours.opens(Instant.parse("2026-11-26T12:00:00Z")))
                .contains(Instant.parse("2026-11-27T05:00:00Z"));
        assertThat(hours.closes(Instant.parse("2026-07-05T12:00:00Z"))).isEmpty();
    }

    @Test
    void what_is_closed_for_more_than_a_year_opens_never() {
        Set<MonthDay> everyDay = new HashSet<>();
        for (LocalDate day = LocalDate.of(2024, 1, 1);
                day.getYear() < 2025;
                day = day.plusDays(1)) {
            everyDay.add(MonthDay.from(day));
        }
        Hours never =
                new Hours(
                        WeeklyHours.ALWAYS,
                        new Holidays(Optional.empty(), Set.of(), everyDay),
                        Duration.ZERO,
                        BERLIN);
        assertThat(never.opens(berlin("2026-11-02T10:00"))).isEmpty();
        assertThat(never.promises(berlin("2026-11-02T10:00"))).isEmpty();
        assertThat(never.openTime(berlin("2026-11-02T10:00"), berlin("2026-11-20T10:00"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "US", "de/xx", "de-by", "u", "us/", "../us"})
    void a_place_without_a_calendar_has_none(String code) {
        assertThat(PublicHolidays.of(code)).isEmpty();
    }

    private static Hours on(String place) {
        return new Hours(
                OFFICE.weekly(),
                new Holidays(PublicHolidays.of(place), Set.of(), Set.of()),
                Duration.ZERO,
                BERLIN);
    }

    private static Hours hours(String text) {
        return new Hours(
                WeeklyHours.read(text).orElseThrow(), Holidays.NONE, Duration.ZERO, BERLIN);
    }

    private static Instant berlin(String local) {
        return berlin(LocalDateTime.parse(local));
    }

    private static Instant berlin(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }
}
