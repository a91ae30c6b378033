package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.Hours;
import dev.amends.promise.WhenPolicy.When;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A line in New York, open from eight to six; in winter that is 13:00 to 23:00 UTC. */
class WhenPolicyTest {

    private static final Hours LINE =
            CallTimePolicyTest.hours(
                    "mon-fri 08:00-18:00", "America/New_York", Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T15:00:00Z, 20, in turn",
        "2026-11-02T15:00:00Z, , in turn",
        "2026-11-02T22:00:00Z, 60, in turn",
        "2026-11-02T22:00:00Z, 61, 2026-11-03T13:00:00Z",
        "2026-11-02T22:44:00Z, , in turn",
        "2026-11-02T22:45:00Z, , 2026-11-03T13:00:00Z",
        "2026-11-02T22:45:00Z, 5, 2026-11-03T13:00:00Z",
        "2026-11-06T22:50:00Z, 5, 2026-11-09T13:00:00Z",
        "2026-11-02T06:00:00Z, , 2026-11-02T13:00:00Z",
    })
    void what_the_time_that_is_left_can_not_hold_is_promised_for_the_next_opening(
            Instant now, Integer minutes, String when) {
        assertThat(said(decide(now, minutes, "America/New_York"))).isEqualTo(when);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T20:30:00Z, 30, in turn",
        "2026-11-02T20:30:00Z, 31, 2026-11-03T13:00:00Z",
        "2026-11-02T21:30:00Z, , 2026-11-03T13:00:00Z",
    })
    void his_own_evening_counts_as_well(Instant now, Integer minutes, String when) {
        assertThat(said(decide(now, minutes, "Europe/London"))).isEqualTo(when);
    }

    @Test
    void over_a_break_the_promise_is_for_after_it() {
        Hours line =
                CallTimePolicyTest.hours(
                        "mon-fri 08:00-12:00 13:00-17:00", "America/New_York", Duration.ZERO);
        Instant now = Instant.parse("2026-11-02T16:50:00Z");
        assertThat(WhenPolicy.decide(line, CallingHours.ANYTIME, window(now, 30), now))
                .isEqualTo(
                        new When.From(
                                Instant.parse("2026-11-02T18:00:00Z"),
                                "his turn would come too late"));
    }

    @Test
    void who_can_never_be_called_is_promised_nothing() {
        Instant now = Instant.parse("2026-11-02T15:00:00Z");
        assertThat(WhenPolicy.decide(LINE, CallingHours.UNKNOWN, Optional.empty(), now))
                .isInstanceOf(When.Never.class);
    }

    private static When decide(Instant now, Integer minutes, String zone) {
        Optional<PromisedWindow> window = minutes == null ? Optional.empty() : window(now, minutes);
        return WhenPolicy.decide(LINE, CallTimePolicyTest.called(zone), window, now);
    }

    private static Optional<PromisedWindow> window(Instant now, int minutes) {
        return Optional.of(new PromisedWindow(now, now.plus(Duration.ofMinutes(minutes))));
    }

    private static String said(When when) {
        return switch (when) {
            case When.InTurn _ -> "in turn";
            case When.Chosen chosen -> "chosen " + chosen.slot().from();
            case When.From later -> later.from().toString();
            case When.Never _ -> "never";
        };
    }
}
