package dev.amends.dialing;

import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Settler;

import java.time.Duration;
import java.time.Instant;

/**
 * What came of an attempt, from what is on record, what the telephone system wrote down, and
 * whether anything of it is alive. In doubt an attempt counts as having rung: it is never repeated
 * within the gap.
 */
public final class ReconcilePolicy {

    /** A conversation of at least this length keeps the promise. */
    static final Duration CONVERSATION = Settler.CONVERSATION;

    /** How long an order may be on its way before its absence means anything. */
    static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private ReconcilePolicy() {}

    /**
     * What was found out.
     *
     * @param alive whether any channel of the attempt exists
     * @param runsSince since when the telephone system runs
     * @param steadySince since when our clock has run without a step: a conversation counts from
     *     then on at the earliest, until it is over and its length is known
     */
    public record Evidence(
            Witness witness, boolean alive, Instant runsSince, Instant steadySince) {}

    /** What to do with the attempt. */
    public sealed interface Verdict {

        /** Nothing yet: it is under way. */
        record LeaveIt() implements Verdict {}

        /**
         * Nothing yet: they speak with each other, and from this moment on it is a conversation.
         */
        record Speaking(Instant until) implements Verdict {}

        /** It ended so. */
        record Ended(AttemptOutcome outcome) implements Verdict {}
    }

    /**
     * Decides about a live attempt.
     *
     * @param now when it was asked what is alive
     */
    public static Verdict decide(Attempt attempt, Evidence evidence, Instant now) {
        return switch (evidence.witness()) {
            case Witness.Ended ended -> new Verdict.Ended(ended.outcome());
            case Witness.Spoke spoke -> spoke(spoke.bridged());
            case Witness.Bridged bridged when evidence.alive() -> speaking(bridged, evidence, now);
            default ->
                    evidence.alive() || stillOnItsWay(attempt, evidence, now)
                            ? new Verdict.LeaveIt()
                            : new Verdict.Ended(vanished(attempt, evidence));
        };
    }

    private static Verdict speaking(Witness.Bridged bridged, Evidence evidence, Instant now) {
        Instant steady = evidence.steadySince();
        Instant since = bridged.since().isAfter(steady) ? bridged.since() : steady;
        Instant until = since.plus(CONVERSATION);
        return now.isBefore(until)
                ? new Verdict.Speaking(until)
                : new Verdict.Ended(AttemptOutcome.KEPT);
    }

    private static Verdict spoke(Duration bridged) {
        return new Verdict.Ended(
                bridged.compareTo(CONVERSATION) >= 0
                        ? AttemptOutcome.KEPT
                        : AttemptOutcome.CUT_SHORT);
    }

    private static boolean stillOnItsWay(Attempt attempt, Evidence evidence, Instant now) {
        return !restartedSince(attempt, evidence)
                && now.isBefore(attempt.changedAt().plus(ON_ITS_WAY));
    }

    private static AttemptOutcome vanished(Attempt attempt, Evidence evidence) {
        if (attempt.state() == AttemptState.INTENT) {
            return AttemptOutcome.VOID;
        }
        boolean neverDialled =
                attempt.state() == AttemptState.CLAIMED
                        && evidence.witness() instanceof Witness.Nothing
                        && !restartedSince(attempt, evidence);
        return neverDialled ? AttemptOutcome.VOID : AttemptOutcome.UNKNOWN;
    }

    private static boolean restartedSince(Attempt attempt, Evidence evidence) {
        return evidence.runsSince().isAfter(attempt.changedAt());
    }
}
