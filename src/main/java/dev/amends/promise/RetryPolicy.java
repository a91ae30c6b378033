package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of a callback when an attempt has ended: kept, withdrawn, tried again, or broken. A
 * setback has its own number of tries and its own gap; all tries together, and the days since it
 * was promised, have a limit as well. First rule that speaks wins.
 */
public final class RetryPolicy {

    /**
     * A promise that may be called only since a little while is not given up, however old it is: he
     * may have chosen that time.
     */
    static final Duration CALLABLE_AT_LEAST = Duration.ofDays(1);

    /** The same where hours end sooner: so long before their end it could be called at least. */
    private static final Duration CALLABLE_BEFORE_CLOSING = Duration.ofHours(1);

    private final RetrySettings settings;
    private final List<Function<End, Optional<Verdict>>> rules =
            List.of(this::over, this::allUsedUp, this::soOften, this::tooLate);

    public RetryPolicy(RetrySettings settings) {
        this.settings = settings;
    }

    /** The next state and the reason in words. */
    public record Verdict(Callback next, String reason) {}

    /** A claimed attempt that ended at {@code now}, and when he wished to be called instead. */
    private record End(
            Callback.Dialing callback,
            AttemptOutcome outcome,
            Optional<Instant> wish,
            Tries tries,
            Instant now) {}

    /** The same as below, of somebody who wished nothing. */
    public Verdict after(Callback.Dialing callback, AttemptOutcome outcome, Instant now) {
        return after(callback, outcome, Optional.empty(), now);
    }

    /**
     * The promise's next state and why, after a claimed attempt ended with {@code outcome} at
     * {@code now}.
     *
     * @param wish when he chose to be called instead, if he did
     */
    public Verdict after(
            Callback.Dialing callback,
            AttemptOutcome outcome,
            Optional<Instant> wish,
            Instant now) {
        End end = new End(callback, outcome, wish, callback.tries().after(outcome), now);
        return rules.stream()
                .map(rule -> rule.apply(end))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> again(end));
    }

    /** What becomes of a promise that has waited for so long; nothing when it goes on waiting. */
    public Optional<Verdict> waited(Callback.Promised callback, Instant now) {
        return waited(callback, CALLABLE_AT_LEAST, now);
    }

    /**
     * The same of one that would now be put off until somebody may be called again. Each time it is
     * put off it may be called only since a little while, so without this it would go on for ever.
     */
    public Optional<Verdict> closed(Callback.Promised callback, Instant now) {
        return waited(callback, CALLABLE_BEFORE_CLOSING, now);
    }

    private Optional<Verdict> waited(Callback.Promised callback, Duration callable, Instant now) {
        boolean given = now.isBefore(callback.notBefore().plus(callable));
        return given || !late(callback.terms(), now)
                ? Optional.empty()
                : Optional.of(new Verdict(callback.broken(now), "not reached; " + days()));
    }

    /** Promises that were asked for after this are not too old; nothing when none ever is. */
    Optional<Instant> oldest(Instant now) {
        return settings.giveUpAfter().isZero()
                ? Optional.empty()
                : Optional.of(now.minus(settings.giveUpAfter()));
    }

    private Optional<Verdict> over(End end) {
        Callback.Dialing callback = end.callback();
        return switch (end.outcome()) {
            case KEPT -> verdict(callback.kept(end.now()), "spoke with a rep");
            case NO_LONGER_NEEDED ->
                    verdict(callback.withdrawn(end.now()), "said the call is no longer needed");
            case VOID ->
                    verdict(
                            callback.again(end.tries(), end.now()),
                            "was not dialled; free to try again");
            case TOLD ->
                    verdict(callback.again(end.tries(), end.now()), "was told when he is called");
            default -> Optional.empty();
        };
    }

    private Optional<Verdict> soOften(End end) {
        Setback setback = setback(end);
        return end.tries().of(setback) < settings.rule(setback).tries()
                ? Optional.empty()
                : broken(
                        end,
                        setback == Setback.CONGESTION
                                ? " too often"
                                : "; no more than " + tries(setback) + " may end so");
    }

    private Optional<Verdict> allUsedUp(End end) {
        return end.outcome().countsAsAttempt() && end.tries().made() > settings.retries()
                ? broken(end, "; all tries used up")
                : Optional.empty();
    }

    private Optional<Verdict> tooLate(End end) {
        return end.wish().isEmpty() && late(end.callback().terms(), next(end))
                ? broken(end, "; " + days())
                : Optional.empty();
    }

    private Verdict again(End end) {
        String when = end.outcome().countsAsAttempt() ? "; try " + ofAll(end) : ", later again";
        return new Verdict(end.callback().again(end.tries(), next(end)), words(end) + when);
    }

    private Instant next(End end) {
        return end.wish()
                .filter(wish -> wish.isAfter(end.now()))
                .orElseGet(() -> end.now().plus(settings.rule(setback(end)).gap()));
    }

    private boolean late(CallbackTerms terms, Instant then) {
        return !settings.giveUpAfter().isZero()
                && !then.isBefore(terms.notBefore(terms.askedAt()).plus(settings.giveUpAfter()));
    }

    private String ofAll(End end) {
        return end.tries().made() + " of " + (settings.retries() + 1);
    }

    private String days() {
        long days = settings.giveUpAfter().toDays();
        return days == 1 ? "the day for it is used up" : "the " + days + " days for it are used up";
    }

    private static Optional<Verdict> broken(End end, String why) {
        return verdict(end.callback().broken(end.tries(), end.now()), words(end) + why);
    }

    private static Optional<Verdict> verdict(Callback next, String reason) {
        return Optional.of(new Verdict(next, reason));
    }

    /** The rule that is asked; those without one are over before. */
    private static Setback setback(End end) {
        return end.outcome().setback().orElseThrow();
    }

    private String tries(Setback setback) {
        int many = settings.rule(setback).tries();
        return many == 1 ? "one try" : many + " tries";
    }

    private static String words(End end) {
        return switch (end.outcome()) {
            case MESSAGE_LEFT -> "pressed no key, was told that his place is kept and to ring us";
            case DECLINED -> "declined the call";
            case NOT_NOW -> Setback.NOT_NOW.words() + inMinutes(end);
            case CUT_SHORT -> "spoke with a rep for less than ten seconds";
            case REP_LEFT -> "the rep hung up first";
            case UNKNOWN -> "it can't be told how the call ended";
            default -> setback(end).words();
        };
    }

    private static String inMinutes(End end) {
        return end.wish()
                .map(wish -> Duration.between(end.now(), wish).plusSeconds(59).toMinutes())
                .map(minutes -> ", in " + minutes + " min, a time that he chose")
                .orElse("");
    }
}
