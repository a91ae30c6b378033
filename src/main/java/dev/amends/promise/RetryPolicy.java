package dev.amends.promise;

import java.time.Instant;

/**
 * What becomes of a callback when an attempt has ended: kept, withdrawn, tried again, or broken.
 */
public final class RetryPolicy {

    private final RetrySettings settings;

    public RetryPolicy(RetrySettings settings) {
        this.settings = settings;
    }

    /**
     * The promise's next state and why, after a claimed attempt ended with {@code outcome} at
     * {@code now}.
     */
    public Verdict after(Callback.Dialing callback, AttemptOutcome outcome, Instant now) {
        Tries tries = callback.tries().after(outcome);
        Instant later = now.plus(settings.gap());
        return switch (outcome) {
            case KEPT -> new Verdict(callback.kept(now), "spoke with a rep");
            case NO_LONGER_NEEDED ->
                    new Verdict(callback.withdrawn(now), "said the call is no longer needed");
            case VOID ->
                    new Verdict(callback.again(tries, now), "was not dialled; free to try again");
            case CONGESTION -> forgiven(callback, tries, "the trunk had no room", now);
            case REP_LEFT -> forgiven(callback, tries, "the rep hung up first", now);
            case BUSY,
                    NO_ANSWER,
                    NO_KEY,
                    DECLINED,
                    NOT_NOW,
                    GAVE_UP_HOLDING,
                    CUT_SHORT,
                    FAILED,
                    UNKNOWN ->
                    tries.made() > settings.retries()
                            ? broken(callback, tries, words(outcome) + "; all tries used up", now)
                            : new Verdict(
                                    callback.again(tries, later),
                                    words(outcome)
                                            + "; try "
                                            + tries.made()
                                            + " of "
                                            + (settings.retries() + 1));
        };
    }

    /** Our side's fault: forgiven a few times in a row, then a person has to look. */
    private Verdict forgiven(Callback.Dialing callback, Tries tries, String why, Instant now) {
        return tries.forgiven() > settings.congestions()
                ? broken(callback, tries, why + " too often", now)
                : new Verdict(
                        callback.again(tries, now.plus(settings.gap())), why + ", later again");
    }

    private static Verdict broken(
            Callback.Dialing callback, Tries tries, String reason, Instant now) {
        return new Verdict(callback.broken(tries, now), reason);
    }

    private static String words(AttemptOutcome outcome) {
        return switch (outcome) {
            case BUSY -> "was busy";
            case NO_ANSWER -> "did not answer";
            case NO_KEY -> "answered but pressed no key";
            case DECLINED -> "declined the call";
            case NOT_NOW -> "asked to be called later";
            case GAVE_UP_HOLDING -> "hung up before a rep was there";
            case CUT_SHORT -> "spoke with a rep for less than ten seconds";
            case FAILED -> "could not be dialled";
            default -> "it can't be told how the call ended";
        };
    }

    /** The next state and the reason in words. */
    public record Verdict(Callback next, String reason) {}
}
