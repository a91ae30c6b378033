package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

class TellPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "0, UP_TO_2", "119, UP_TO_2", "120, UP_TO_2", "121, UP_TO_3", "200, UP_TO_5",
        "301, UP_TO_7", "421, UP_TO_10", "601, UP_TO_15", "901, UP_TO_20", "1201, UP_TO_30",
        "1801, UP_TO_40", "3600, UP_TO_60", "3601, LONGER", "86400, LONGER"
    })
    void a_wait_is_rounded_up_to_a_step(long seconds, WaitStep step) {
        assertThat(WaitStep.of(Duration.ofSeconds(seconds))).isEqualTo(step);
    }

    @Test
    void nothing_is_told_while_nothing_is_known_or_a_rep_is_free() {
        assertThat(TellPolicy.tell(Optional.empty(), 3, Optional.empty())).isEmpty();
        assertThat(TellPolicy.tell(Optional.of(ExpectedWait.NONE), 0, Optional.empty())).isEmpty();
    }

    @Test
    void the_first_time_he_is_told_what_eight_of_ten_do_not_exceed() {
        ExpectedWait wait = new ExpectedWait(200, 200 * 200 / 4.0);
        assertThat(wait.p80()).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(280));
        assertThat(TellPolicy.tell(Optional.of(wait), 4, Optional.empty()))
                .contains(new ToldWait(WaitStep.UP_TO_5, 4));
    }

    @Test
    void the_figure_never_rises_unless_somebody_passed() {
        Optional<ToldWait> before = Optional.of(new ToldWait(WaitStep.UP_TO_5, 4));
        Optional<ExpectedWait> longer = Optional.of(new ExpectedWait(900, 100));
        assertThat(TellPolicy.tell(longer, 4, before)).isEmpty();
        assertThat(TellPolicy.tell(longer, 3, before)).isEmpty();
        assertThat(TellPolicy.tell(longer, 5, before)).contains(new ToldWait(WaitStep.UP_TO_20, 5));
        Optional<ExpectedWait> shorter = Optional.of(new ExpectedWait(100, 100));
        assertThat(TellPolicy.tell(shorter, 2, before)).contains(new ToldWait(WaitStep.UP_TO_2, 2));
    }

    @Test
    void whatever_happens_to_the_line_what_he_hears_only_falls_while_nobody_passes() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int caller = 0; caller < 500; caller++) {
            int ahead = random.nextInt(40);
            Optional<ToldWait> told = Optional.empty();
            for (int turn = 0; turn < 10; turn++) {
                ahead -= random.nextInt(ahead + 1);
                double mean = random.nextDouble() * 4000;
                Optional<ToldWait> now =
                        TellPolicy.tell(
                                Optional.of(new ExpectedWait(mean, mean * mean / 3)), ahead, told);
                if (now.isPresent() && told.isPresent()) {
                    assertThat(now.get().step())
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(told.get().step());
                }
                told = now.isPresent() ? now : told;
            }
        }
    }
}
