package dev.amends.line;

import java.util.Map;

/**
 * How fast a line moves, as estimated from what happened on it.
 *
 * @param handlingSeconds how long one call takes a rep until he has the next one
 * @param handlingVariance how much that differs from call to call, in seconds squared
 * @param hangUpsPerSecond how often one waiting caller hangs up
 * @param passingPerSecond how often a caller comes who has a head start
 * @param passingFor for how long after his arrival an ordinary caller can be passed: the head start
 * @param bias by standing, how much longer waits lately were than predicted
 */
public record Pace(
        double handlingSeconds,
        double handlingVariance,
        double hangUpsPerSecond,
        double passingPerSecond,
        double passingFor,
        Map<Standing, Double> bias) {

    public Pace {
        bias = Map.copyOf(bias);
    }

    /** A pace at which calls differ as much as they last. */
    public Pace(
            double handlingSeconds,
            double hangUpsPerSecond,
            double passingPerSecond,
            double passingFor,
            Map<Standing, Double> bias) {
        this(
                handlingSeconds,
                handlingSeconds * handlingSeconds,
                hangUpsPerSecond,
                passingPerSecond,
                passingFor,
                bias);
    }

    double bias(Standing standing) {
        return bias.getOrDefault(standing, 1.0);
    }

    Pace unbiased() {
        return new Pace(
                handlingSeconds,
                handlingVariance,
                hangUpsPerSecond,
                passingPerSecond,
                passingFor,
                Map.of());
    }
}
