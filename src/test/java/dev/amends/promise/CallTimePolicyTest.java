package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.WeeklyHours;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** A line in New York, open from eight to six from Monday to Friday; 2026-11-02 is a Monday. */
class CallTimePolicyTest {

    private static final Hours LINE =
            hours("mon-fri 08:00-18:00", "America/New_York", Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({
        // The line's hours are 13:00 to 23:00 UTC.
        "2026-11-02T15:00:00Z, America/New_York, 2026-11-02T15:00:00Z, within all hours",
        "2026-11-02T12:59:59Z, America/New_York, 2026-11-02T13:00:00Z, the line is closed",
        "2026-11-02T23:00:00Z, America/New_York, 2026-11-03T13:00:00Z, the line is closed",
        "2026-11-06T23:00:00Z, America/New_York, 2026-11-09T13:00:00Z, the line is closed",
        // In California it is three hours earlier, in Hawaii five.
        "2026-11-02T14:00:00Z, America/Los_Angeles, 2026-11-02T16:00:00Z, outside calling hours"
                + " in America/Los_Angeles",
        "2026-11-02T14:00:00Z, Pacific/Honolulu, 2026-11-02T18:00:00Z, outside calling hours in"
                + " Pacific/Honolulu",
        // In London it is five hours later: nine in the evening is 21:00 UTC.
        "2026-11-02T21:00:00Z, Europe/London, 2026-11-03T13:00:00Z, outside calling hours in"
                + " Europe/London",
        // Only when it is time in both.
        "2026-11-02T14:00:00Z, Pacific/Honolulu Europe/London, 2026-11-02T18:00:00Z, outside"
                + " calling hours in Pacific/Honolulu",
        "2026-11-02T20:59:59Z, Pacific/Honolulu Europe/London, 2026-11-02T20:59:59Z, within all"
                + " hours",
        "2026-11-02T21:00:00Z, Pacific/Honolulu Europe/London, 2026-11-03T18:00:00Z, outside"
                + " calling hours in Europe/London",
    })
    void a_phone_may_ring_when_the_line_is_open_and_it_is_time_by_every_clock(
            Instant at, String zones, Instant from, String why) {
        CallTime time = CallTimePolicy.decide(LINE, called(zones.split(" ")), at);
        assertThat(CallTime.from(time, at)).isEqualTo(from);
        assertThat(time.reason()).contains(why);
        assertThat(time instanceof CallTime.Now).isEqualTo(from.equals(at));
    }

    @Test
    void a_call_is_promised_only_for_a_time_that_is_not_just_before_closing() {
        CallingHours called = called("America/New_York");
        Instant at = Instant.parse("2026-11-02T22:50:00Z");
        assertThat(CallTimePolicy.decide(LINE, called, at)).isInstanceOf(CallTime.Now.class);
        assertThat(CallTimePolicy.promised(LINE, called, at))
                .isEqualTo(
                        new CallTime.Later(
                                Instant.parse("2026-11-03T13:00:00Z"), "the line closes too soon"));
    }

    @Test
    void whose_clock_is_not_known_is_never_called() {
        assertThat(
                        CallTimePolicy.decide(
                                LINE, CallingHours.UNKNOWN, Instant.parse("2026-11-02T15:00:00Z")))
                .isInstanceOf(CallTime.Never.class);
    }

    @Test
    void hours_that_never_meet_are_found_out() {
        Hours berlin = hours("mon-fri 09:00-17:00", "Europe/Berlin", Duration.ZERO);
        assertThat(
                        CallTimePolicy.decide(
                                berlin,
                                called("Pacific/Honolulu"),
                                Instant.parse("2026-11-02T15:00:00Z")))
                .isEqualTo(
                        new CallTime.Never("there is no time that suits the line's hours and his"));
    }

    @Test
    void who_may_be_called_at_any_time_of_a_line_that_never_closes_is_called_now() {
        Instant night = Instant.parse("2026-11-02T08:00:00Z");
        assertThat(
                        CallTimePolicy.decide(
                                Hours.always(ZoneId.of("UTC")), CallingHours.ANYTIME, night))
                .isInstanceOf(CallTime.Now.class);
    }

    static CallingHours called(String... zones) {
        List<Hours> clocks =
                Stream.of(zones)
                        .map(zone -> hours("mon-sun 08:00-21:00", zone, Duration.ZERO))
                        .toList();
        return new CallingHours(true, clocks);
    }

    static Hours hours(String text, String zone, Duration cutOff) {
        return new Hours(
                WeeklyHours.read(text).orElseThrow(), Holidays.NONE, cutOff, ZoneId.of(zone));
    }
}
