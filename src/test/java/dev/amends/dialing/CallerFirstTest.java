package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amends.dialing.CallerFirstPolicy.When;
import dev.amends.dialing.LaunchWayPolicy.Way;
import dev.amends.dialing.ReservePolicy.Freed;
import dev.amends.line.ExpectedWait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Calling the caller first: who comes first, when a phone rings, for whom a rep is kept. */
class CallerFirstTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final RingTimes RINGS = RingTimes.supposed();
    private static final Lead LEAD = new Lead(Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource({
        "REP_FIRST,    4, false",
        "REP_FIRST,   -1, false",
        "CALLER_FIRST, 60, true",
        "CALLER_FIRST, -1, false",
        "AUTO,         12, true",
        "AUTO,         13, false",
        "AUTO,         -1, false"
    })
    void the_caller_comes_first_where_reps_are_free_often(
            LaunchWay way, int step, boolean callerFirst) {
        Optional<Duration> known =
                step < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(step));

        Way decided = LaunchWayPolicy.decide(LaunchSettings.of(way), known);

        assertThat(decided).isInstanceOf(callerFirst ? Way.CallerFirst.class : Way.RepFirst.class);
        assertThat(decided.reason()).isNotBlank();
    }

    /** With a step of 4 s as many as four phones are to ring, which reaches 16.4 s ahead. */
    @ParameterizedTest
    @CsvSource({
        " 0,   4, RingNow",
        "20,   4, RingNow",
        "21,   4, NotYet",
        "21,  10, RingNow",
        "22,  10, NotYet",
        "-1,   4, NotYet"
    })
    void his_phone_rings_when_his_turn_is_near(int turn, int step, String expected) {
        assertThat(when(turn, step, Optional.empty()).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"28, RingUrgently", "30, NotYet", "0, RingUrgently", "-1, NotYet"})
    void a_promise_that_would_slip_is_rung_for_earlier(int secondsLeft, String expected) {
        Instant latest = NOW.plusSeconds(secondsLeft);

        assertThat(when(100, 4, Optional.of(latest)).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    private static When when(int turn, int step, Optional<Instant> latest) {
        Optional<ExpectedWait> wait =
                turn < 0 ? Optional.empty() : Optional.of(new ExpectedWait(turn, turn));
        return CallerFirstPolicy.decide(
                new CallerFirstPolicy.Facts(wait, Duration.ofSeconds(step), latest, RINGS, NOW),
                LEAD);
    }

    @ParameterizedTest
    @CsvSource({
        " 5, false, true,  true",
        " 5, true,  true,  false",
        " 5, false, false, false",
        " 0, false, true,  false",
        "25, false, true,  false"
    })
    void a_rep_is_kept_once_for_a_phone_that_is_probably_answered_soon(
            int rung, boolean keptBefore, boolean othersWait, boolean kept) {
        Freed decided =
                ReservePolicy.decide(
                        new ReservePolicy.Ringing(Duration.ofSeconds(rung), keptBefore, othersWait),
                        RINGS,
                        Duration.ofSeconds(8));

        assertThat(decided.time().isPresent()).as(decided.reason()).isEqualTo(kept);
    }

    @Test
    void the_lead_follows_the_hold_but_never_below_what_keeps_the_order() {
        Duration wanted = Duration.ofSeconds(3);
        Duration least = Duration.ofSeconds(15);
        Lead lead = LEAD;
        for (int i = 0; i < 10; i++) {
            lead = lead.after(Duration.ZERO, wanted, least);
        }
        assertThat(lead.ahead()).isEqualTo(Duration.ofSeconds(23));
        assertThat(lead.after(Duration.ofHours(1), wanted, least).ahead())
                .isEqualTo(Duration.ofMillis(17_300));
        for (int i = 0; i < 10; i++) {
            lead = lead.after(Duration.ofSeconds(30), wanted, least);
        }
        assertThat(lead.ahead()).isEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"4, 16400", "10, 21000", "30, 33000"})
    void as_many_phones_ring_as_it_takes_for_one_answer_at_each_step(int step, long millis) {
        assertThat(Lead.least(RINGS, Duration.ofSeconds(step)).toMillis()).isEqualTo(millis);
    }

    @Test
    void ring_times_follow_what_phones_do() {
        RingTimes rings = RINGS;
        for (int i = 0; i < 2000; i++) {
            rings = i % 4 == 0 ? rings.inVain(Duration.ofSeconds(40)) : answered(rings, i);
        }
        assertThat(rings.mean().toMillis() / 1000.0).isCloseTo(0.25 * 40 + 0.75 * 10, within(0.5));
        assertThat(rings.p80()).isEqualTo(Duration.ofSeconds(12));
        assertThat(rings.chance(Duration.ofSeconds(7), Duration.ofSeconds(8)))
                .isCloseTo(0.75, within(0.02));
        assertThat(rings.chance(Duration.ofSeconds(20), Duration.ofSeconds(8)))
                .isCloseTo(0, within(0.001));
    }

    /** After 8, 10 or 12 seconds. */
    private static RingTimes answered(RingTimes rings, int i) {
        return rings.answered(Duration.ofSeconds(8 + 2 * (i % 3)));
    }
}
