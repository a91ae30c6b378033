package dev.amends.supervision;

/**
 * A figure of which only a sample is known, with the interval that holds the true one in 95 of 100
 * cases. Of fewer than {@value #LEAST} there is no figure: it would say more of chance than of
 * callers.
 */
public sealed interface Estimate {

    /** The fewest that a figure is given of. */
    int LEAST = 10;

    /** The standard normal distribution's quantile for 95 percent, both sides. */
    double Z = 1.959964;

    /** How many it is of. */
    int of();

    /** Too few. */
    record TooFew(int of) implements Estimate {}

    /**
     * Between {@code low} and {@code high}.
     *
     * @param value what was seen
     */
    record Known(double low, double value, double high, int of) implements Estimate {}

    /**
     * The share of those to whom something happened, with Wilson's score interval: E. B. Wilson,
     * "Probable inference, the law of succession, and statistical inference", J. Am. Stat. Assoc.
     * 22 (1927) 209. Recommended also for few: Brown, Cai, DasGupta, Stat. Sci. 16 (2001) 101.
     */
    static Estimate share(int happened, int of) {
        if (of < LEAST) {
            return new TooFew(of);
        }
        double p = (double) happened / of;
        double z2 = Z * Z / of;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / of + z2 / (4 * of)) / (1 + z2);
        return new Known(Math.max(0, centre - half), p, Math.min(1, centre + half), of);
    }

    /** A mean with Student's interval. */
    static Estimate mean(Sum of) {
        int n = of.count();
        if (n < LEAST) {
            return new TooFew(n);
        }
        double mean = of.total() / n;
        double variance = Math.max(0, (of.squares() - n * mean * mean) / (n - 1));
        double half = student(n - 1) * Math.sqrt(variance / n);
        return new Known(mean - half, mean, mean + half, n);
    }

    /**
     * Student's quantile for 95 percent, both sides, by expansion around the normal one: Abramowitz
     * and Stegun, Handbook of Mathematical Functions, 26.7.5; right to a thousandth from nine
     * degrees of freedom on.
     */
    private static double student(int freedom) {
        double z2 = Z * Z;
        double first = Z * (z2 + 1) / 4;
        double second = Z * (5 * z2 * z2 + 16 * z2 + 3) / 96;
        double third = Z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / 384;
        double v = freedom;
        return Z + first / v + second / (v * v) + third / (v * v * v);
    }

    /** What a mean is made of. */
    record Sum(int count, double total, double squares) {

        /** Of nothing. */
        public static final Sum NOTHING = new Sum(0, 0, 0);

        /** One more. */
        public Sum and(double value) {
            return new Sum(count + 1, total + value, squares + value * value);
        }
    }
}
