package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class ExpectedWaitTest {

    /** Exact quantiles of the gamma distribution with shape k and mean 100 s. */
    @ParameterizedTest(name = "shape {0}")
    @CsvSource({
        "1, 69.315, 160.944, 230.259",
        "2, 83.917, 149.715, 194.486",
        "5, 93.418, 134.419, 159.872",
        "20, 98.338, 118.173, 129.513"
    })
    void its_quantiles_are_a_gamma_distributions(double k, double p50, double p80, double p90) {
        ExpectedWait wait = new ExpectedWait(100, 100 * 100 / k);
        assertThat(seconds(wait.p50())).isCloseTo(p50, within(1.0));
        assertThat(seconds(wait.p80())).isCloseTo(p80, within(1.6));
        assertThat(seconds(wait.p90())).isCloseTo(p90, within(2.4));
    }

    @Test
    void no_wait_is_none_at_every_quantile() {
        assertThat(ExpectedWait.NONE.p90()).isEqualTo(Duration.ZERO);
        assertThat(ExpectedWait.NONE.mean()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_wait_that_is_hardly_known_is_still_a_wait() {
        ExpectedWait wait = new ExpectedWait(1, 1e9);
        assertThat(wait.p50()).isEqualTo(Duration.ZERO);
        assertThat(wait.p90()).isLessThanOrEqualTo(Duration.ofDays(1));
    }

    @Test
    void what_is_no_number_is_no_wait() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedWait(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedWait(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedWait(1, Double.NaN));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
