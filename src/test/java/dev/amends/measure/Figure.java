package dev.amends.measure;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * One measured value.
 *
 * @param name what it is
 * @param value how much; infinite when nothing good was seen
 * @param unit of what
 * @param goal what it should be, or null when it is only told
 */
record Figure(String name, double value, String unit, @Nullable Goal goal) {

    /** A limit, and on which side of it to be. */
    record Goal(boolean atLeast, double limit) {

        static Goal atLeast(double limit) {
            return new Goal(true, limit);
        }

        static Goal atMost(double limit) {
            return new Goal(false, limit);
        }

        boolean isMetBy(double value) {
            return atLeast ? value >= limit : value <= limit;
        }

        @Override
        public String toString() {
            return (atLeast ? "≥ " : "≤ ") + number(limit);
        }
    }

    boolean met() {
        return goal == null || goal.isMetBy(value);
    }

    /** A line of the table. */
    String row() {
        String judged = goal == null ? "" : goal + (met() ? "  met" : "  MISSED");
        return "%-62s %10s %-9s %s".formatted(name, number(value), unit, judged).stripTrailing();
    }

    /** Members of a JSON object. */
    String json() {
        String start =
                "\"figure\":\"%s\",\"value\":%s,\"unit\":\"%s\""
                        .formatted(name, exact(value), unit);
        return goal == null
                ? start
                : start
                        + ",\"%s\":%s,\"met\":%s"
                                .formatted(
                                        goal.atLeast() ? "at_least" : "at_most",
                                        exact(goal.limit()),
                                        met());
    }

    private static String exact(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null";
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "none";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
