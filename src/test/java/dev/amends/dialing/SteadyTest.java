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
    void what_it_has_shown_twice_was_written_before_it_was_put_back_or_may_have_been() {
        steady.look(NOON);
        steady.look(NOON.plusSeconds(1));
        assertThat(steady.putBackSince(NOON, NOON.plusSeconds(1))).isFalse();
        Instant set = NOON.minusSeconds(30);
        assertThat(steady.putBackSince(NOON, set)).as("nobody has looked since").isTrue();
        for (int second = 0; second < 60; second++) {
            steady.look(set.plusSeconds(second));
        }
        Instant now = set.plusSeconds(59);
        assertThat(steady.putBackSince(NOON, now)).isTrue();
        assertThat(steady.putBackSince(NOON.minusSeconds(60), now)).isFalse();
        assertThat(steady.putBackSince(NOON.plusSeconds(5), now)).isFalse();
    }
}
