package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.Flag;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Slot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something a dialogue wants committed before its answer is given. */
public sealed interface Order {

    /**
     * Promise a callback.
     *
     * @param askedBy the number he calls from
     * @param slot the time that he chose, which may be taken by now
     */
    record MakePromise(
            CallbackTerms terms, String reason, Optional<PhoneNumber> askedBy, Optional<Slot> slot)
            implements Order {

        /** One at no time that could be taken. */
        public MakePromise(CallbackTerms terms, String reason, Optional<PhoneNumber> askedBy) {
            this(terms, reason, askedBy, Optional.empty());
        }
    }

    /**
     * The rep he speaks with promises him another call: what he was served for is over.
     *
     * @param keeps the promised call that this is, if it is one
     */
    record PromiseAnother(MakePromise promise, Optional<AttemptId> keeps) implements Order {}

    /** He rang again and is asked or waits himself, in this call: he is not called meanwhile. */
    record NotePresent(PromiseId promise, CallId call) implements Order {}

    /** He rang again and wants it no more. */
    record Withdraw(Callback promise, String reason) implements Order {}

    /**
     * A call is over in which a rep was there.
     *
     * @param number who called
     * @param talked how long
     * @param ended when that was over; it is told again and again until it is heard
     */
    record NoteServed(
            CallId call,
            LineName line,
            Optional<PhoneNumber> number,
            Duration talked,
            Instant ended)
            implements Order {}

    /** The called person answered this attempt. */
    record NoteAnswer(AttemptId attempt) implements Order {}

    /**
     * The called person decided how this attempt ends.
     *
     * @param wish when he wants to be called instead, if he chose a time
     */
    record EndAttempt(AttemptId attempt, AttemptOutcome outcome, Optional<Instant> wish)
            implements Order {}

    /** A rep flags the caller he speaks with. */
    record FlagCaller(CallId call, Flag flag) implements Order {}

    /** A rep flags the called person he speaks with. */
    record FlagCalled(AttemptId attempt, Flag flag) implements Order {}

    /** A caller hung up while he was waiting. */
    record NoteHangUp(CallId call) implements Order {}

    /** He hung up while he held for his rep: one was there for him, but had not done with him. */
    record NoteHangUpHolding(CallId call) implements Order {}
}
