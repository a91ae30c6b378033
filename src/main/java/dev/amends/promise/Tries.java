package dev.amends.promise;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often a callback was tried.
 *
 * @param made tries that count, see {@link AttemptOutcome#countsAsAttempt()}
 * @param setbacks how many of them ended so, none of them zero; {@link Setback#CONGESTION} counts
 *     those that failed on our side since the last one that counted
 */
public record Tries(int made, Map<Setback, Integer> setbacks) {

    public static final Tries NONE = new Tries(0, Map.of());

    public Tries {
        setbacks = Map.copyOf(setbacks);
    }

    /** Some of which nothing more is known, and so many in a row that failed on our side. */
    public Tries(int made, int forgiven) {
        this(made, forgiven == 0 ? Map.of() : Map.of(Setback.CONGESTION, forgiven));
    }

    /** How many ended so. */
    public int of(Setback setback) {
        return setbacks.getOrDefault(setback, 0);
    }

    /** Tries that failed on our side since the last one that counted. */
    public int forgiven() {
        return of(Setback.CONGESTION);
    }

    /** The count after an attempt that ended so. */
    public Tries after(AttemptOutcome outcome) {
        if (outcome == AttemptOutcome.VOID) {
            return this;
        }
        Map<Setback, Integer> then = new EnumMap<>(Setback.class);
        then.putAll(setbacks);
        if (outcome.countsAsAttempt()) {
            then.remove(Setback.CONGESTION);
        }
        Optional<Setback> setback = outcome.setback();
        setback.ifPresent(one -> then.merge(one, 1, Integer::sum));
        return new Tries(outcome.countsAsAttempt() ? made + 1 : made, then);
    }
}
