package dev.amends.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says which tones of a set sound in a window of 50 ms. */
final class Tones {
    /** Samples per window: a bin is 20 Hz wide, so tones 50 Hz apart are told apart. */
    static final int WINDOW = 400;

    private static final double[] WEIGHTS = Goertzel.hann(WINDOW);
    private static final double WEIGHTS_POWER = Arrays.stream(WEIGHTS).map(w -> w * w).sum();

    /** Root mean square below which a window is silent, of 32,767. */
    private static final double SILENT = 60;

    /** A tone counts from this amplitude, and from this part of the loudest one. */
    private static final double FAINTEST = 300;

    private static final double PART_OF_LOUDEST = 0.25;

    /** The part of the power that the tones must explain; else it is some other sound. */
    private static final double EXPLAINED = 0.7;

    /** What a window holds. */
    record Found(Heard.Kind kind, List<Integer> tones) {}

    private final List<Integer> listenedFor;

    Tones(List<Integer> listenedFor) {
        this.listenedFor = listenedFor.stream().sorted().distinct().toList();
    }

    Found in(short[] window) {
        double[] weighted = new double[WINDOW];
        double power = 0;
        for (int i = 0; i < WINDOW; i++) {
            weighted[i] = window[i] * WEIGHTS[i];
            power += weighted[i] * weighted[i];
        }
        power /= WEIGHTS_POWER;
        if (Math.sqrt(power) < SILENT) return new Found(Heard.Kind.SILENCE, List.of());
        return loud(weighted, power);
    }

    private Found loud(double[] weighted, double power) {
        double[] amplitudes = new double[listenedFor.size()];
        for (int i = 0; i < amplitudes.length; i++) {
            amplitudes[i] = Goertzel.amplitude(weighted, listenedFor.get(i));
        }
        double loudest = Arrays.stream(amplitudes).max().orElse(0);
        double needed = Math.max(FAINTEST, loudest * PART_OF_LOUDEST);
        List<Integer> found = new ArrayList<>();
        double explained = 0;
        for (int i = 0; i < amplitudes.length; i++) {
            if (amplitudes[i] < needed) continue;
            found.add(listenedFor.get(i));
            explained += amplitudes[i] * amplitudes[i] / 2;
        }
        boolean other = found.isEmpty() || explained < EXPLAINED * power;
        return other
                ? new Found(Heard.Kind.OTHER, List.of())
                : new Found(Heard.Kind.TONES, List.copyOf(found));
    }

    static List<Integer> steps(int fromHz, int toHz, int stepHz) {
        List<Integer> steps = new ArrayList<>();
        for (int hz = fromHz; hz <= toHz; hz += stepHz) steps.add(hz);
        return List.copyOf(steps);
    }
}
