package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a callback when the call has ended that was to tell him that it comes later: it
 * stands, in its place, with all its tries, unless he wants it no more or at another time.
 */
public final class TellingPolicy {

    /** He chose a time, and is called soon after it. */
    private static final Duration SOON = Duration.ofMinutes(15);

    /** How he ended it is on record before he has heard the last words and put down his phone. */
    static final Duration REST = Duration.ofMinutes(1);

    private TellingPolicy() {}

    /**
     * How the call ended, seen as one that tells: a key 1 of which nobody heard any more means that
     * he listened.
     */
    public static AttemptOutcome outcome(AttemptOutcome outcome) {
        return outcome == AttemptOutcome.GAVE_UP_HOLDING ? AttemptOutcome.TOLD : outcome;
    }

    /**
     * Decides.
     *
     * @param wish when he chose to be called instead, if he did
     */
    public static RetryPolicy.Verdict after(
            Callback.Dialing callback,
            AttemptOutcome outcome,
            Optional<Instant> wish,
            Instant now) {
        return switch (outcome) {
            case NO_LONGER_NEEDED ->
                    new RetryPolicy.Verdict(
                            callback.withdrawn(now),
                            "was told that it comes later, and no longer needs it");
            case KEPT -> new RetryPolicy.Verdict(callback.kept(now), "spoke with a rep");
            case TOLD ->
                    new RetryPolicy.Verdict(stands(callback, now), "was told when he is called");
            case MESSAGE_LEFT ->
                    new RetryPolicy.Verdict(
                            stands(callback, now), "pressed no key, was told when he is called");
            case NOT_NOW ->
                    wish.filter(now::isBefore)
                            .map(time ->
                                    new RetryPolicy.Verdict(
                                            callback.again(
                                                    callback.tries(),
                                                    PromisedWindow.from(time, SOON)),
                                            "was told that it comes later, and chose another"
                                                    + " time"))
                            .orElseGet(() ->
                                    new RetryPolicy.Verdict(
                                            stands(callback, now),
                                            "was told that it comes later, and chose no time"));
            default -> notTold(callback, outcome, now);
        };
    }

    private static RetryPolicy.Verdict notTold(
            Callback.Dialing callback, AttemptOutcome outcome, Instant now) {
        String why = outcome.setback().map(one -> ": he " + one.words()).orElse("");
        Callback next =
                outcome == AttemptOutcome.VOID
                        ? callback.again(callback.tries(), now)
                        : stands(callback, now);
        return new RetryPolicy.Verdict(next, "could not be told" + why);
    }

    private static Callback stands(Callback.Dialing callback, Instant now) {
        return callback.again(callback.tries(), now.plus(REST));
    }
}
