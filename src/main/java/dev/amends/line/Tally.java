package dev.amends.line;

/**
 * A sum that forgets: older values count less and less, so that its mean follows the day.
 *
 * @param weight how many values it stands for
 * @param total their sum
 * @param squares the sum of their squares
 */
public record Tally(double weight, double total, double squares) {

    /** Nothing yet. */
    public static final Tally EMPTY = new Tally(0, 0, 0);

    /**
     * With one more value.
     *
     * @param memory how many values it stands for at most
     */
    Tally with(double value, double memory) {
        return with(value, 1, memory);
    }

    /** With one more value that counts so much. */
    Tally with(double value, double counts, double memory) {
        double keep = 1 - 1 / memory;
        return new Tally(
                weight * keep + counts,
                total * keep + counts * value,
                squares * keep + counts * value * value);
    }

    /** The same mean, with no more weight than this. */
    Tally atMost(double most) {
        double keep = weight > most ? most / weight : 1;
        return new Tally(weight * keep, total * keep, squares * keep);
    }

    /** The mean; only with a weight. */
    double mean() {
        return total / weight;
    }

    /** The variance; only with a weight. */
    double variance() {
        return Math.max(0, squares / weight - mean() * mean());
    }

    /** Whether these can be sums at all: what comes from a file may be anything. */
    boolean plausible() {
        return sum(weight) && sum(total) && sum(squares);
    }

    private static boolean sum(double value) {
        return value >= 0 && value < 1e15;
    }
}
