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
    void put_back_it_says_so_once_and_knows_what_may_have_been_started_since() {
        assertThat(steady.look(NOON)).isFalse();
        assertThat(steady.startedSincePutBack(NOON)).isFalse();
        Instant set = NOON.minusSeconds(30);
        assertThat(steady.look(set)).isTrue();
        assertThat(steady.look(set.plusSeconds(1))).isFalse();
        assertThat(steady.startedSincePutBack(set.plusSeconds(3))).isTrue();
        assertThat(steady.startedSincePutBack(set.minusSeconds(3)))
                .as("it may have been set a little before that look")
                .isTrue();
        assertThat(steady.startedSincePutBack(set.minusSeconds(3600))).as("it ran on").isFalse();
    }
}
