package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class PbxClockTest {

    private static final Instant ASKED = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant ANSWERED = ASKED.plusMillis(300);

    private static Duration behind(long millisAfterAsked) {
        return PbxClock.behind(ASKED.plusMillis(millisAfterAsked), ASKED, ANSWERED);
    }

    @Test
    void between_question_and_answer_both_clocks_may_be_the_same() {
        assertThat(behind(0)).isZero();
        assertThat(behind(170)).isZero();
        assertThat(behind(300)).isZero();
    }

    @Test
    void it_is_behind_by_as_much_as_is_certain() {
        assertThat(behind(-1)).isEqualTo(Duration.ofMillis(1));
        assertThat(behind(-7_200_000)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void ahead_is_behind_by_less_than_nothing() {
        assertThat(behind(7_200_300)).isEqualTo(Duration.ofHours(-2));
    }
}
