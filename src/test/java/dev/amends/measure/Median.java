package dev.amends.measure;

import java.util.ArrayList;
import java.util.List;

/** The middle one of the values of several rounds; of an even number the lower middle one. */
final class Median {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** Not a number while there is none. */
    double value() {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((sorted.size() - 1) / 2);
    }
}
