package dev.amends.line;

import java.time.Duration;

/**
 * How long somebody will wait who stays until he is served, as a mean and a variance.
 *
 * @param seconds the mean
 * @param variance in seconds squared
 */
public record ExpectedWait(double seconds, double variance) {

    /** A rep is free for him. */
    public static final ExpectedWait NONE = new ExpectedWait(0, 0);

    /** Nothing longer is ever told apart. */
    private static final double MOST_SECONDS = 24 * 3600.0;

    private static final double Z80 = 0.8416;
    private static final double Z90 = 1.2816;

    public ExpectedWait {
        if (!(seconds >= 0) || !(variance >= 0)) {
            throw new IllegalArgumentException("not a wait: " + seconds + ", " + variance);
        }
    }

    /** The mean. */
    public Duration mean() {
        return of(seconds);
    }

    /** As many wait longer as shorter. */
    public Duration p50() {
        return quantile(0);
    }

    /** Eight of ten wait no longer. */
    public Duration p80() {
        return quantile(Z80);
    }

    /** Nine of ten wait no longer. */
    public Duration p90() {
        return quantile(Z90);
    }

    /** The same, longer or shorter by a factor. */
    ExpectedWait times(double factor) {
        return new ExpectedWait(seconds * factor, variance * factor * factor);
    }

    /**
     * A gamma distribution's quantile from its mean and variance, by the formula of Wilson and
     * Hilferty.
     */
    private Duration quantile(double z) {
        if (seconds == 0 || variance == 0) {
            return mean();
        }
        double k = seconds * seconds / variance;
        double root = 1 - 1 / (9 * k) + z / (3 * Math.sqrt(k));
        return of(Math.max(0, seconds * root * root * root));
    }

    private static Duration of(double seconds) {
        return Duration.ofMillis(Math.round(Math.min(seconds, MOST_SECONDS) * 1000));
    }
}
