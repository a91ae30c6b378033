package dev.amends.promise;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of every promise and attempt. Every change is one transaction, committed on return;
 * every move is optimistic: false or empty means that somebody else moved first and nothing
 * changed. It is the only place that logs moves, and it keeps each with its time and reason.
 */
public interface Ledger {

    /** How many are found at most where the beginning of an id is all that is known. */
    int MOST_FOUND = 10;

    /**
     * Commits a new callback, in state {@link Callback.Unspoken}. When the same call and step asked
     * before, or the person already has an open callback on that line, nothing new is written and
     * that one is the answer; he who asks on the line is still called only once he has hung up.
     * Where whoever asks has one himself, from whatever number of his, it is changed to what he
     * asks for: see {@link SecondRequestPolicy}. Refused when the person, or whoever asks, has
     * another open one anywhere, or when a limit is reached, and not made when the time he chose is
     * full: counted and committed in one transaction, so that it holds whoever else asks at the
     * same moment.
     */
    Promising promise(PromiseRequest request);

    /** The same for one of our own people, whom no limit holds. */
    default Callback promise(CallbackTerms terms, String reason) {
        return switch (promise(
                new PromiseRequest(terms, reason, Optional.empty(), PromiseLimits.NONE))) {
            case Promising.Made made -> made.promise();
            case Promising.Existing existing -> existing.promise();
            case Promising.Changed changed -> changed.promise();
            case Promising.Taken _ -> throw new IllegalStateException("no time was chosen");
            case Promising.Refused refused -> throw new IllegalStateException(refused.reason());
        };
    }

    /** For which times between these two calls are promised on this line that have their own. */
    List<Instant> booked(LineName line, Instant from, Instant to);

    /** The promise with this id. */
    Optional<Callback> find(PromiseId id);

    /** The promises whose ids start with this text, at most {@value #MOST_FOUND}. */
    List<Callback> findByPrefix(String prefix);

    /**
     * Promises a call for the time for which {@code terms} were ordered by one of our own people:
     * no limit holds it, and nobody has to tell the caller, so it counts as spoken. The person's
     * open callback on that line is called at that time, on that number and in that language
     * instead; refused while that is under way, or when he has another open one anywhere.
     */
    Ordered order(CallbackTerms terms, String reason);

    /**
     * Spoken promises that were asked for, agreed and ordered for times before {@code then}, that
     * may be called since {@code due}, and whose callers do not wait themselves; at most a hundred.
     */
    List<Callback.Promised> longDue(Instant then, Instant due);

    /**
     * Whoever calls from this number has spoken with a rep of that line: nobody has to call him by
     * hand any more, so his open {@link Tasks} there are done.
     */
    void spoke(PhoneNumber number, LineName line, String how, Instant now);

    /** An open callback on this line, of this number's person or asked for from this number. */
    Optional<Callback> openFor(PhoneNumber number, LineName line);

    /**
     * The promised caller rang again and is asked or waits himself, in this call: the promise stays
     * as it is, but is not called meanwhile. False when it has ended or another call waits in its
     * place.
     */
    boolean notePresent(PromiseId id, CallId call, Instant now);

    /** That call has ended or goes another way: its promise may be called again. */
    boolean noteGone(CallId call, String reason, Instant now);

    /** All open promises whose callers wait themselves meanwhile. */
    List<Present> present();

    /** The call in which the caller of this promise waits himself. */
    Optional<CallId> presentIn(PromiseId id);

    /** Promises that were committed but are not known to have been spoken. */
    List<Callback.Unspoken> unspoken();

    /** Moves a promise on. */
    boolean move(Callback from, Callback to, String reason, Instant now);

    /**
     * Spoken promises that may be called now, whose callers do not wait themselves, that have no
     * live attempt, and none whose call may go on although its outcome is known; by effective
     * arrival, at most {@code limit}.
     */
    List<Launchable> launchable(Instant now, int limit);

    /**
     * Commits attempts that are about to be placed, all in one transaction, and answers which it
     * did: left out is whose promise moved or has a live attempt.
     */
    List<Attempt> intend(List<Intent> intents);

    /** The same of one. */
    default boolean intend(Callback.Promised promise, Attempt attempt) {
        return !intend(List.of(new Intent(promise, attempt))).isEmpty();
    }

    /**
     * Spoken promises that are not being called and whose callers do not wait themselves, in the
     * one order, at most {@code limit}.
     */
    List<InLine> inLine(int limit);

    /**
     * A promise that runs late was moved up, or he was given a new window: commits both with what
     * else was done for it. False when it has moved.
     */
    boolean slipped(Slipped step, Instant now);

    /**
     * What came of the message of a window. False when that was known, or he was given another
     * window since.
     */
    boolean messaged(Messaged message, Instant now);

    /**
     * Makes a promise that is late a task for a person as well; it stands, and the task is done by
     * itself when he has spoken with a rep, or no longer wants it. False when it has moved.
     */
    boolean handOver(Callback.Promised promise, String why, Instant now);

    /** The attempt with this id and its promise. */
    Optional<AttemptOnRecord> attempt(AttemptId id);

    /** All live attempts, oldest first. */
    List<AttemptOnRecord> liveAttempts();

    /** All attempts of a promise, oldest first. */
    List<Attempt> attemptsOf(PromiseId id);

    /**
     * The claim: attempt {@code INTENT → CLAIMED} and promise {@code Promised → Dialing} (a kept
     * one whose call asks how it was stays as it is) in one conditional transaction, with the
     * budget, which counts the call as long as it may take from then on. Refused while the caller
     * waits himself, and when he was put off. Only the winner gets the promise, and with it the
     * number.
     */
    Claim claim(AttemptId id, Budget budget, Instant now);

    /** The same where nothing is too dear; empty when it is lost. */
    default Optional<Callback.Dialing> claim(AttemptId id, Instant now) {
        return claim(id, Budget.NONE, now) instanceof Claim.Won won
                ? Optional.of(won.promise())
                : Optional.empty();
    }

    /** What promised calls have cost so far. */
    Spent spent(Budget budget, Instant now);

    /** Claimed attempts of which it is not known how long the call took, oldest first. */
    List<AttemptId> unmeasured();

    /**
     * So many minutes a claimed attempt has cost, instead of as many as it might have; never more
     * than those. False when that was known.
     */
    boolean cost(AttemptId id, int minutes);

    /** The same of an attempt of which that cannot be told: as many as it might have. */
    default boolean cost(AttemptId id) {
        return cost(id, Integer.MAX_VALUE);
    }

    /** The called person answered: {@code CLAIMED → ANSWERED}. */
    boolean answered(AttemptId id, Instant now);

    /**
     * Ends a live attempt and moves its promise in one transaction. False when the attempt has
     * already ended or the promise has moved. {@code to} equals {@code from} when the promise stays
     * as it is (a void intent).
     */
    boolean settle(Settlement settlement, Instant now);

    /** Everything that ever happened to a promise, oldest first. */
    List<LedgerEntry> story(PromiseId id);

    /** Open promises first, then ended ones, newest first, at most {@code limit}. */
    List<Callback> list(boolean withEnded, int limit);

    /** A promise whose caller waits himself meanwhile, and his call. */
    record Present(Callback promise, CallId call) {}

    /** An attempt and the promise it is for, as they stand. */
    record AttemptOnRecord(Attempt attempt, Callback promise) {}

    /** An attempt that is about to be placed, and its promise as it was seen. */
    record Intent(Callback.Promised promise, Attempt attempt) {
        public Intent {
            if (attempt.state() != AttemptState.INTENT || !attempt.promise().equals(promise.id())) {
                throw new IllegalArgumentException("not an intent of this promise");
            }
        }
    }

    /** What the ledger answers to a claim. */
    sealed interface Claim {

        /** The phone may ring, and the call take so many minutes. */
        record Won(Callback.Dialing promise, int minutes) implements Claim {}

        /** The same of a call that asks how it was: its promise stays kept. */
        record Asks(Callback.Kept promise, int minutes) implements Claim {}

        /** Nothing was written: it would be too dear before this time. */
        record NotNow(Callback.Promised promise, Instant until, String reason) implements Claim {}

        /** Nothing was written: not a waiting attempt, or somebody else won it. */
        record Lost() implements Claim {}
    }

    /** How an attempt ended and what becomes of its promise. */
    record Settlement(
            AttemptId attempt, AttemptOutcome outcome, Callback from, Callback to, String reason) {}

    /**
     * A promise that may be launched.
     *
     * @param voidsInRow attempts that ended void since the last one that did not
     * @param lastVoidAt when the last of them ended
     */
    record Launchable(Callback.Promised promise, int voidsInRow, Optional<Instant> lastVoidAt) {}

    /**
     * A promise that waits for its turn.
     *
     * @param live its attempt, if it has one: a placeholder, or a call that is to tell him
     *     something
     * @param callGoesOn whether a call with him may go on, although its outcome is known
     */
    record InLine(
            Callback.Promised promise, Optional<Attempt> live, Slip slip, boolean callGoesOn) {}

    /** What changes of a promise that runs late, and all that was done for it by then. */
    record Slipped(Callback.Promised from, Callback.Promised to, Slip slip, String reason) {}

    /**
     * A message that has been sent, or not.
     *
     * @param givenAt when he was given the window of which it tells
     */
    record Messaged(PromiseId promise, Instant givenAt, boolean sent, String reason) {}

    /** One line of a promise's story. */
    record LedgerEntry(Instant at, String what, String reason) {}
}
