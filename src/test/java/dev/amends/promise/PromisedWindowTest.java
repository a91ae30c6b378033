package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amends.line.ExpectedWait;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

class PromisedWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-02T15:02:10Z");

    @Test
    void it_goes_from_the_median_to_nine_of_ten_rounded_outward_to_five_minutes() {
        ExpectedWait wait = new ExpectedWait(900, 900 * 900 / 5.0);
        assertThat(wait.p50()).isBetween(Duration.ofMinutes(13), Duration.ofMinutes(15));
        assertThat(wait.p90()).isBetween(Duration.ofMinutes(23), Duration.ofMinutes(25));
        assertThat(PromisedWindow.of(wait, NOW))
                .isEqualTo(
                        new PromisedWindow(
                                Instant.parse("2026-11-02T15:15:00Z"),
                                Instant.parse("2026-11-02T15:30:00Z")));
    }

    @Test
    void with_a_rep_free_it_has_begun_and_leaves_a_minute_for_ringing() {
        PromisedWindow window =
                PromisedWindow.of(ExpectedWait.NONE, Instant.parse("2026-11-02T15:04:30Z"));
        assertThat(window.from()).isEqualTo(Instant.parse("2026-11-02T15:00:00Z"));
        assertThat(window.to()).isEqualTo(Instant.parse("2026-11-02T15:10:00Z"));
        assertThat(window.open(NOW)).isTrue();
    }

    @Test
    void it_always_holds_what_it_is_rounded_from() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            double mean = random.nextDouble() * 20_000;
            ExpectedWait wait = new ExpectedWait(mean, mean * mean * random.nextDouble());
            Instant now = NOW.plusMillis(random.nextInt(10_000_000));
            PromisedWindow window = PromisedWindow.of(wait, now);
            assertThat(window.from()).as("seed %d", seed).isBeforeOrEqualTo(now.plus(wait.p50()));
            assertThat(window.to()).as("seed %d", seed).isAfter(now.plus(wait.p90()));
            assertThat(window.from().getEpochSecond() % 300).as("seed %d", seed).isZero();
            assertThat(window.to().getEpochSecond() % 300).as("seed %d", seed).isZero();
        }
    }

    @Test
    void it_never_ends_before_it_begins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PromisedWindow(NOW, NOW));
    }
}
