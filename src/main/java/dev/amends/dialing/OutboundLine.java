package dev.amends.dialing;

import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;

import java.util.List;
import java.util.Optional;

/**
 * The telephone system as dialing needs it. Every method may throw {@link TelephoneDown}, after
 * which it is not known whether the order arrived: the reconciler finds out.
 */
public interface OutboundLine {

    /** Whether the telephone system can be asked at this moment. */
    boolean connected();

    /**
     * Asks for a placeholder of each of these attempts, without waiting for one answer before the
     * next one is asked for. It says nothing but the id; the rest is asked back later.
     *
     * @throws TelephoneDown when one was not answered or refused; all were asked for
     */
    void place(List<AttemptId> attempts);

    /**
     * Has the called person's phone rung before a rep is there for him, while the placeholder keeps
     * his place. It says nothing but the id either, and claims as a placeholder does.
     */
    void ring(AttemptId attempt);

    /** Takes a placeholder out of its queue; a phone that rings for it rings on. */
    void unseat(AttemptId attempt);

    /** Asks for a call of this attempt without a rep, to tell the promised person something. */
    void tell(AttemptId attempt);

    /** The same to ask somebody who was called back how it was. */
    void survey(AttemptId attempt);

    /** Hangs up whatever of it is no longer wanted, while it is not answered. */
    void withdraw(AttemptId attempt);

    /** What the telephone system itself wrote down about an attempt. */
    Witness witness(AttemptId attempt);

    /**
     * Whether the telephone system wrote down that it began to speak this promise to its caller.
     */
    boolean said(PromiseId promise);

    /**
     * The call in which a rep was there for the caller of this promise, who had rung again, if the
     * telephone system wrote one down.
     */
    Optional<ServedCall> served(PromiseId promise);

    /** Removes what it wrote down about an attempt, once that is committed here. */
    void forget(AttemptId attempt);

    /** Removes what it wrote down about a promise, once that is committed here. */
    void forget(PromiseId promise);

    /** All calls that are alive now, and since when the telephone system runs. */
    LiveCalls calls();
}
