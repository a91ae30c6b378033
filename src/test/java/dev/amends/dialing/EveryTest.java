package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class EveryTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    /** Seconds after a look, of which the next is due ten seconds later. */
    @ParameterizedTest
    @CsvSource({
        "     0, false",
        "     9, false",
        "    10, true",
        "  3600, true",
        "    -1, true",
        " -3600, true"
    })
    void it_is_looked_again_in_time_and_at_once_when_the_clock_was_put_back(
            long seconds, boolean due) {
        Every tenSeconds = new Every(Duration.ofSeconds(10));
        Instant next = tenSeconds.next(NOON);

        assertThat(tenSeconds.due(next, NOON.plusSeconds(seconds))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"-1000000000000", "0"})
    void what_was_never_looked_at_is_due(long epochSecond) {
        assertThat(
                        new Every(Duration.ofSeconds(10))
                                .due(Instant.MIN, Instant.ofEpochSecond(epochSecond)))
                .isTrue();
    }
}
