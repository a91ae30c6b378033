package dev.amends.promise;

import dev.amends.line.Pace;

/**
 * How many callbacks a time to come can hold besides the callers who will come by themselves: so
 * many that in 95 of 100 cases the reps have the time for all of them, {@code b·E[S] ≤ s·T −
 * λT·E[S] − z·√(λT·E[S²] + b·Var S)}.
 */
final class BookingGuard {

    private static final double Z95 = 1.6449;

    /** More are never booked for one time. */
    private static final int MOST = 1000;

    private BookingGuard() {}

    /**
     * The most callbacks that fit.
     *
     * @param repSeconds what all reps together have in that time, {@code s·T}
     * @param callers how many come by themselves, {@code λT}
     */
    static int most(double repSeconds, double callers, Pace pace) {
        int most = 0;
        while (most < MOST && fits(most + 1, repSeconds, callers, pace)) {
            most++;
        }
        return most;
    }

    private static boolean fits(int callbacks, double repSeconds, double callers, Pace pace) {
        double mean = pace.handlingSeconds();
        double variance = pace.handlingVariance();
        double squares = variance + mean * mean;
        double spread = Math.sqrt(callers * squares + callbacks * variance);
        return callbacks * mean <= repSeconds - callers * mean - Z95 * spread;
    }
}
