package dev.amends.promise;

import dev.amends.caller.CallId;
import dev.amends.promise.Ledger.AttemptOnRecord;
import dev.amends.promise.Ledger.Settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ends attempts: asks the retry rules what becomes of the promise and commits both in one
 * transaction.
 */
public final class Settler {

    /** A conversation with a rep of at least this length counts. */
    public static final Duration CONVERSATION = Duration.ofSeconds(10);

    /** So often a promise is looked at again that somebody else has moved meanwhile. */
    private static final int MOST_LOOKS = 5;

    private final Ledger ledger;
    private final RetryPolicy rules;

    public Settler(Ledger ledger, RetryPolicy rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /**
     * Ends a live attempt so, whatever its state. False when it has ended already, or somebody else
     * moved its promise meanwhile.
     */
    public boolean end(AttemptId id, AttemptOutcome outcome, Instant now) {
        return end(id, outcome, Optional.empty(), now);
    }

    /**
     * The same, of somebody who may have chosen when to be called instead.
     *
     * @param wish that time
     */
    public boolean end(AttemptId id, AttemptOutcome outcome, Optional<Instant> wish, Instant now) {
        return end(id, AttemptState::live, new Ending(outcome, wish), now);
    }

    /**
     * Ends an attempt so if it still stands as it was when the outcome was found out. False when it
     * has moved since: what was found out may no longer be true.
     */
    public boolean end(Attempt asSeen, AttemptOutcome outcome, Instant now) {
        AttemptState seen = asSeen.state();
        Ending ending = new Ending(outcome, Optional.empty());
        return end(asSeen.id(), state -> state.live() && state == seen, ending, now);
    }

    /** Whether this promise would stay open if its call ended so. */
    public boolean staysOpen(Callback callback, AttemptOutcome outcome, Instant now) {
        return callback instanceof Callback.Dialing dialing
                && rules.after(dialing, outcome, now).next().open();
    }

    /** Gives this one up if it is too late for it to be put off; false when it may be. */
    public boolean giveUpClosed(Callback.Promised promise, Instant now) {
        Optional<RetryPolicy.Verdict> late = rules.closed(promise, now);
        late.ifPresent(verdict -> ledger.move(promise, verdict.next(), verdict.reason(), now));
        return late.isPresent();
    }

    /** Gives up the promises for which it has become too late, however they stand. */
    public void giveUp(Instant now) {
        rules.oldest(now).stream()
                .flatMap(oldest ->
                        ledger.longDue(oldest, now.minus(RetryPolicy.CALLABLE_AT_LEAST)).stream())
                .forEach(promise ->
                        rules.waited(promise, now)
                                .ifPresent(late ->
                                        ledger.move(promise, late.next(), late.reason(), now)));
    }

    /**
     * Withdraws an open promise, wherever somebody else moves it meanwhile, and ends its attempt if
     * it is being called. False when it is open no more.
     */
    public boolean withdraw(Callback callback, String reason, Instant now) {
        Optional<Callback> open = Optional.of(callback);
        for (int look = 0; look < MOST_LOOKS && open.isPresent(); look++) {
            if (withdrawAsSeen(open.get(), reason, now)) {
                return true;
            }
            open = ledger.find(callback.id()).filter(Callback::open);
        }
        return false;
    }

    private boolean withdrawAsSeen(Callback callback, String reason, Instant now) {
        return switch (callback) {
            case Callback.Unspoken unspoken ->
                    ledger.move(unspoken, unspoken.unheard(now), reason, now);
            case Callback.Promised promised ->
                    ledger.move(promised, promised.withdrawn(now), reason, now);
            case Callback.Dialing dialing ->
                    ledger.attemptsOf(dialing.id()).stream()
                            .filter(attempt -> attempt.state().live())
                            .anyMatch(live -> withdraw(dialing, live.id(), reason, now));
            case Callback.Kept _, Callback.Withdrawn _, Callback.Broken _ -> false;
        };
    }

    /**
     * A rep was there for the caller of an open promise, who had rung himself: for long enough the
     * promise is over; else it stands.
     */
    public boolean served(Callback callback, CallId call, Duration talked, Instant now) {
        return talked.compareTo(CONVERSATION) >= 0
                && withdraw(callback, "served meanwhile, in call " + call.value(), now);
    }

    private boolean withdraw(Callback.Dialing dialing, AttemptId live, String reason, Instant now) {
        Callback over = dialing.withdrawn(now);
        AttemptOutcome outcome = AttemptOutcome.NO_LONGER_NEEDED;
        return ledger.settle(new Settlement(live, outcome, dialing, over, reason), now);
    }

    /** How an attempt ended, and when he wished to be called instead. */
    private record Ending(AttemptOutcome outcome, Optional<Instant> wish) {}

    private boolean end(
            AttemptId id, Predicate<AttemptState> expected, Ending ending, Instant now) {
        return ledger.attempt(id)
                .filter(found -> expected.test(found.attempt().state()))
                .map(found -> ledger.settle(settlement(found, ending, now), now))
                .orElse(false);
    }

    private Settlement settlement(AttemptOnRecord found, Ending ending, Instant now) {
        AttemptId id = found.attempt().id();
        Callback callback = found.promise();
        return switch (found.attempt().purpose()) {
            case CALL -> settlement(id, callback, ending.outcome(), ending, now);
            case TELL -> told(id, callback, TellingPolicy.outcome(ending.outcome()), ending, now);
            case SURVEY ->
                    new Settlement(
                            id, ending.outcome(), callback, callback, asked(ending.outcome()));
        };
    }

    private Settlement settlement(
            AttemptId id, Callback callback, AttemptOutcome outcome, Ending ending, Instant now) {
        return callback instanceof Callback.Dialing dialing
                ? settlement(
                        id, outcome, dialing, rules.after(dialing, outcome, ending.wish(), now))
                : notDialled(id, outcome, callback);
    }

    private static Settlement told(
            AttemptId id, Callback callback, AttemptOutcome outcome, Ending ending, Instant now) {
        return callback instanceof Callback.Dialing dialing
                ? settlement(
                        id,
                        outcome,
                        dialing,
                        TellingPolicy.after(dialing, outcome, ending.wish(), now))
                : notDialled(id, outcome, callback);
    }

    private static Settlement settlement(
            AttemptId id,
            AttemptOutcome outcome,
            Callback.Dialing dialing,
            RetryPolicy.Verdict verdict) {
        return new Settlement(id, outcome, dialing, verdict.next(), verdict.reason());
    }

    private static Settlement notDialled(AttemptId id, AttemptOutcome outcome, Callback callback) {
        return new Settlement(id, outcome, callback, callback, "was not dialled");
    }

    /** Its promise is kept, whatever comes of it. */
    private static String asked(AttemptOutcome outcome) {
        return switch (outcome) {
            case TOLD -> "agreed to be asked how it was";
            case NO_LONGER_NEEDED -> "did not want to be asked how it was";
            case VOID -> "was not dialled";
            default ->
                    "could not be asked how it was"
                            + outcome.setback().map(one -> ": he " + one.words()).orElse("");
        };
    }
}
