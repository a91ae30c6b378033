package dev.amends.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;

class WishedTimeTest {

    @ParameterizedTest(name = "\"{0}\" in {1} at {2} is {3}")
    @CsvSource({
        "2026-12-01 10:00, America/New_York, 2026-11-21T13:10:00Z, 2026-12-01T15:00:00Z",
        "2026-12-01T10:00, America/New_York, 2026-11-21T13:10:00Z, 2026-12-01T15:00:00Z",
        "2026-12-01 10:00, Europe/Berlin,    2026-11-21T13:10:00Z, 2026-12-01T09:00:00Z",
        "' 16:30 ',        Europe/Berlin,    2026-11-21T13:10:00Z, 2026-11-21T15:30:00Z",
        "9:05,             Europe/Berlin,    2026-11-21T07:00:00Z, 2026-11-21T08:05:00Z",
        "14:10,            Europe/Berlin,    2026-11-21T13:10:00Z, 2026-11-21T13:10:00Z",
        // Of the hour that comes twice, the first one.
        "2026-10-25 02:30, Europe/Berlin,    2026-10-24T13:10:00Z, 2026-10-25T00:30:00Z",
        "2028-02-29 10:00, UTC,              2027-11-21T13:10:00Z, 2028-02-29T10:00:00Z"
    })
    void a_time_is_read_by_the_clock_of_the_line(
            String text, String zone, Instant now, Instant at) {
        assertThat(WishedTime.read(text, ZoneId.of(zone), now)).isEqualTo(new WishedTime.At(at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noon|this is no time; write it as \"2026-11-22 14:10\", or as \"14:10\" for today",
                "''|this is no time; write it as \"2026-11-22 14:10\", or as \"14:10\" for today",
                "2026-02-30 10:00|this is no time; write it as \"2026-11-22 14:10\", or as \"14:10\""
                        + " for today",
                "24:00|this is no time; write it as \"2026-11-22 14:10\", or as \"14:10\" for today",
                "2026-12-01|this is no time; write it as \"2026-11-22 14:10\", or as \"14:10\" for"
                        + " today",
                "14:09|this time is over: it is 2026-11-21 14:10 in Europe/Berlin",
                "2026-11-20 10:00|this time is over: it is 2026-11-21 14:10 in Europe/Berlin",
                "2027-03-28 02:30|there is no such time in Europe/Berlin: clocks go from 02:00 to"
                        + " 03:00 then",
                "2027-11-23 10:00|this is more than a year ahead"
            })
    void what_is_no_time_that_can_be_meant_says_what_to_write(String text, String why) {
        assertThat(
                        WishedTime.read(
                                text,
                                ZoneId.of("Europe/Berlin"),
                                Instant.parse("2026-11-21T13:10:00Z")))
                .isEqualTo(new WishedTime.Wrong(why));
    }
}
