package dev.amends.promise;

/**
 * How often a callback was tried.
 *
 * @param made tries that count, see {@link AttemptOutcome#countsAsAttempt()}
 * @param forgiven tries that failed on our side, since the last one that counted: the trunk had no
 *     room, or the rep hung up first
 */
public record Tries(int made, int forgiven) {

    public static final Tries NONE = new Tries(0, 0);

    /** The count after an attempt that ended so. */
    public Tries after(AttemptOutcome outcome) {
        if (outcome == AttemptOutcome.CONGESTION || outcome == AttemptOutcome.REP_LEFT) {
            return new Tries(made, forgiven + 1);
        }
        return outcome.countsAsAttempt() ? new Tries(made + 1, 0) : this;
    }
}
