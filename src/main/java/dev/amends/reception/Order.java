package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.Flag;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.CallbackTerms;

/** Something a dialogue wants committed before its answer is given. */
public sealed interface Order {

    /** Promise a callback. */
    record MakePromise(CallbackTerms terms, String reason) implements Order {}

    /** The called person answered this attempt. */
    record NoteAnswer(AttemptId attempt) implements Order {}

    /** The called person decided how this attempt ends. */
    record EndAttempt(AttemptId attempt, AttemptOutcome outcome) implements Order {}

    /** A rep flags the caller he speaks with. */
    record FlagCaller(CallId call, Flag flag) implements Order {}

    /** A rep flags the called person he speaks with. */
    record FlagCalled(AttemptId attempt, Flag flag) implements Order {}

    /** A caller hung up while he was waiting. */
    record NoteHangUp(CallId call) implements Order {}
}
