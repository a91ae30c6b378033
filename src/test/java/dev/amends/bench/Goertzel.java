package dev.amends.bench;

/**
 * The amplitude of one frequency in a window of samples, by Goertzel's recurrence (G. Goertzel,
 * 1958) on Hann-weighted samples, so that a tone doesn't leak further than 2 bins.
 */
final class Goertzel {
    private Goertzel() {}

    /** The Hann weights of a window. */
    static double[] hann(int length) {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            weights[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
        }
        return weights;
    }

    /** The amplitude of {@code hz} in samples that are already weighted by {@link #hann}. */
    static double amplitude(double[] weighted, int hz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hz / Audio.RATE);
        double before = 0;
        double last = 0;
        for (double sample : weighted) {
            double next = sample + coefficient * last - before;
            before = last;
            last = next;
        }
        double power = last * last + before * before - coefficient * last * before;
        // A sine of amplitude A sums up to A/2 times the sum of the weights, which is length/2.
        return Math.sqrt(Math.max(0, power)) * 4 / weighted.length;
    }
}
