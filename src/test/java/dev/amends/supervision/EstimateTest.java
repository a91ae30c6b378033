package dev.amends.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.function.DoubleUnaryOperator;

/** The intervals, against what defines them and against printed tables. */
class EstimateTest {

    /**
     * Wilson's interval is made of all shares that what was seen does not contradict: at its ends
     * the distance is 1.96 standard errors of that share. Found here by halving, without his
     * formula.
     */
    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "5, 10", "10, 10", "3, 12", "17, 40", "1, 1000", "620, 1000"})
    void the_ends_of_a_share_are_the_shares_that_are_just_not_contradicted(int happened, int of) {
        double p = (double) happened / of;
        Estimate.Known share = (Estimate.Known) Estimate.share(happened, of);
        DoubleUnaryOperator far = q -> Math.abs(p - q) - Estimate.Z * Math.sqrt(q * (1 - q) / of);
        double low = happened == 0 ? 0 : zero(far, 1e-12, p);
        double high = happened == of ? 1 : zero(far, 1 - 1e-12, p);
        assertThat(share.low()).isCloseTo(low, within(1e-6));
        assertThat(share.high()).isCloseTo(high, within(1e-6));
        assertThat(share.value()).isEqualTo(p);
    }

    private static double zero(DoubleUnaryOperator of, double outside, double inside) {
        double far = outside;
        double near = inside;
        for (int i = 0; i < 200; i++) {
            double middle = (far + near) / 2;
            if (of.applyAsDouble(middle) > 0) {
                far = middle;
            } else {
                near = middle;
            }
        }
        return (far + near) / 2;
    }

    /** Ten values of which the mean is 3 and the standard deviation 1, and so on. */
    @ParameterizedTest
    @CsvSource({"10, 2.262", "15, 2.145", "20, 2.093", "30, 2.045", "61, 2.000", "1001, 1.962"})
    void a_mean_has_the_width_that_the_tables_of_students_distribution_say(int n, double t) {
        // n values, half of them a below and half a above 3 (one at 3 if n is odd): s^2 = m
        // a^2/(n-1).
        Estimate.Sum sum = Estimate.Sum.NOTHING;
        int pairs = n / 2;
        double a = Math.sqrt((n - 1) / (2.0 * pairs));
        for (int i = 0; i < pairs; i++) {
            sum = sum.and(3 - a).and(3 + a);
        }
        if (n % 2 == 1) {
            sum = sum.and(3);
        }
        Estimate.Known mean = (Estimate.Known) Estimate.mean(sum);
        assertThat(mean.value()).isCloseTo(3, within(1e-9));
        assertThat((mean.high() - mean.low()) / 2 * Math.sqrt(n)).isCloseTo(t, within(2e-3));
    }

    @Test
    void of_fewer_than_ten_there_is_no_figure() {
        assertThat(Estimate.share(9, 9)).isEqualTo(new Estimate.TooFew(9));
        assertThat(Estimate.share(0, 0)).isEqualTo(new Estimate.TooFew(0));
        assertThat(Estimate.mean(Estimate.Sum.NOTHING.and(4))).isEqualTo(new Estimate.TooFew(1));
    }

    @Test
    void who_all_say_the_same_leave_no_doubt_of_their_mean() {
        Estimate.Sum sum = Estimate.Sum.NOTHING;
        for (int i = 0; i < 10; i++) {
            sum = sum.and(0.1);
        }
        Estimate.Known mean = (Estimate.Known) Estimate.mean(sum);
        assertThat(mean.high() - mean.low()).isCloseTo(0, within(1e-6));
    }
}
