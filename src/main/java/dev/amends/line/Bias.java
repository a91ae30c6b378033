package dev.amends.line;

/**
 * How waits compare with their predictions, lately. Only those who did not hang up are seen, and
 * they are rather those with short waits: each counts as the many who would have waited as long and
 * hung up.
 *
 * @param weight how many waits this stands for
 * @param waited their seconds
 * @param predicted the seconds they were expected to wait
 */
record Bias(double weight, double waited, double predicted) {

    static final Bias NONE = new Bias(0, 0, 0);

    private static final double REMEMBERED = 150;

    /** So many waits that went exactly as predicted are mixed in. */
    private static final double DOUBTED = 20;

    private static final double LEAST = 0.5;
    private static final double MOST = 2;

    /** No wait counts as more than so many. */
    private static final double HEAVIEST = 5;

    static Bias of(Tally written) {
        return new Bias(written.weight(), written.total(), written.squares());
    }

    /** How many callers somebody stands for who waited so long while others hang up. */
    static double weight(double waitedSeconds, double hangUpsPerSecond) {
        return Math.min(HEAVIEST, Math.exp(hangUpsPerSecond * waitedSeconds));
    }

    Bias with(double waitedSeconds, double predictedSeconds, double counts) {
        double keep = 1 - 1 / REMEMBERED;
        return new Bias(
                weight * keep + counts,
                waited * keep + counts * waitedSeconds,
                predicted * keep + counts * predictedSeconds);
    }

    /** By how much to correct a prediction. */
    double factor() {
        if (weight == 0 || predicted == 0) {
            return 1;
        }
        double doubt = DOUBTED * predicted / weight;
        return Math.clamp((waited + doubt) / (predicted + doubt), LEAST, MOST);
    }

    Tally record() {
        return new Tally(weight, waited, predicted);
    }
}
