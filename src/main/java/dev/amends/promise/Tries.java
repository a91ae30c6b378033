package dev.amends.promise;

/**
 * How often a callback was tried.
 *
 * @param made tries that count, see {@link AttemptOutcome#countsAsAttempt()}
 * @param congestions times the trunk had no room, since the last try that got through
 */
public record Tries(int made, int congestions) {

    public static final Tries NONE = new Tries(0, 0);

    /** The count after an attempt that ended so. */
    public Tries after(AttemptOutcome outcome) {
        if (outcome == AttemptOutcome.CONGESTION) {
            return new Tries(made, congestions + 1);
        }
        return outcome.countsAsAttempt() ? new Tries(made + 1, 0) : this;
    }
}
