package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/** A clock is looked at once a second, and somebody sets it. */
class SteadyTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Steady steady = new Steady();

    @Test
    void it_runs_since_the_first_look() {
        for (int second = 0; second < 60; second++) {
            steady.look(NOON.plusSeconds(second));
        }
        assertThat(steady.since()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -1, 30, 3600})
    void from_a_step_on_it_runs_anew(long step) {
        steady.look(NOON);
        steady.look(NOON.plusSeconds(1));
        Instant set = NOON.plusSeconds(1 + step);
        steady.look(set);
        steady.look(set.plusSeconds(1));
        assertThat(steady.since()).isEqualTo(set);
    }

    @Test
    void put_back_it_hides_a_start_of_the_telephone_system_that_came_after_what_was_written() {
        steady.look(NOON);
        Instant written = NOON.plusMillis(500);
        steady.look(NOON.plusSeconds(1));
        Instant before = NOON.minusSeconds(3600);
        assertThat(steady.hidesStart(written, before, NOON.plusSeconds(1))).isFalse();
        Instant set = NOON.minusSeconds(30);
        Instant started = set.plusSeconds(3);
        assertThat(steady.hidesStart(written, started, set)).as("not looked since").isTrue();
        for (int second = 0; second < 60; second++) {
            steady.look(set.plusSeconds(second));
        }
        Instant now = set.plusSeconds(59);
        assertThat(steady.hidesStart(written, started, now)).isTrue();
        assertThat(steady.hidesStart(written, before, now)).as("it ran on").isFalse();
        assertThat(steady.hidesStart(NOON.minusSeconds(60), started, now)).isFalse();
        assertThat(steady.hidesStart(NOON.plusSeconds(5), started, now)).isFalse();
    }
}
