package dev.amends.bench;

import java.util.List;

/** The sound of the bench: 8,000 samples per second, packets of 20 ms, sums of sines. */
final class Audio {
    /** Samples per second. */
    static final int RATE = 8_000;

    /** Samples per packet. */
    static final int FRAME = 160;

    /** The amplitude of one tone, of 32,767. */
    static final int LOUDNESS = 6_000;

    private Audio() {}

    /** {@code count} samples of simultaneous tones, going on from sample number {@code start}. */
    static short[] tones(List<Integer> frequencies, long start, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int hz : frequencies) {
                sum += Math.sin(2 * Math.PI * hz * ((start + i) % RATE) / RATE);
            }
            samples[i] = (short) Math.round(LOUDNESS * sum);
        }
        return samples;
    }
}
