package dev.amends.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a load: how many turns were right and how long each took; what went wrong is counted
 * apart and has no latency.
 */
final class Tally {

    private static final int KINDS = 20;

    private final Map<String, Integer> complaints = new LinkedHashMap<>();
    private long[] nanos = new long[1024];
    private int good;
    private int wrong;
    private Duration elapsed = Duration.ZERO;

    void good(long tookNanos) {
        if (good == nanos.length) {
            nanos = Arrays.copyOf(nanos, good * 2);
        }
        nanos[good++] = tookNanos;
    }

    void wrong(String complaint) {
        wrong++;
        if (complaints.size() < KINDS || complaints.containsKey(complaint)) {
            complaints.merge(complaint, 1, Integer::sum);
        }
    }

    void elapsed(Duration time) {
        elapsed = time;
    }

    /** The turns of both. */
    Tally and(Tally other) {
        Tally both = new Tally();
        both.nanos = new long[Math.max(1, good + other.good)];
        System.arraycopy(nanos, 0, both.nanos, 0, good);
        System.arraycopy(other.nanos, 0, both.nanos, good, other.good);
        both.good = good + other.good;
        both.wrong = wrong + other.wrong;
        both.complaints.putAll(complaints);
        other.complaints.forEach((what, n) -> both.complaints.merge(what, n, Integer::sum));
        both.elapsed = elapsed.plus(other.elapsed);
        return both;
    }

    int good() {
        return good;
    }

    int wrong() {
        return wrong;
    }

    Map<String, Integer> complaints() {
        return complaints;
    }

    /** Right turns per second. */
    double perSecond() {
        return elapsed.isZero() ? 0 : good / (elapsed.toNanos() / 1e9);
    }

    /** The latency, in milliseconds, that this share of the right turns did not exceed. */
    double millis(double share) {
        if (good == 0) {
            return Double.POSITIVE_INFINITY;
        }
        long[] sorted = Arrays.copyOf(nanos, good);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(good - 1, Math.max(0, Math.ceil(share * good) - 1))] / 1e6;
    }
}
