package dev.amends.reception;

import java.time.Duration;
import java.util.List;

/**
 * What a line does for somebody whom it calls.
 *
 * @param choices how far away the times are from which he chooses who is asked when to be called
 *     instead, the first by key 1; at most nine, none longer than a day; none at all: he is not
 *     asked
 * @param message whether a machine is told that his place is kept and that he may ring us
 * @param record whether he is asked if the call may be recorded
 */
public record CalledTerms(List<Duration> choices, boolean message, boolean record) {

    /** He is neither asked nor left a message. */
    public static final CalledTerms NONE = new CalledTerms(List.of(), false, false);

    /** The same without any recording. */
    public CalledTerms(List<Duration> choices, boolean message) {
        this(choices, message, false);
    }

    public CalledTerms {
        choices = List.copyOf(choices);
        if (choices.size() > LaterTerms.MOST_CHOICES) {
            throw new IllegalArgumentException("more times than keys");
        }
    }

    /** What of it is left when a later call, or one after a machine, would be one too many. */
    CalledTerms leaving(boolean laterCall, boolean callAfterMachine) {
        return new CalledTerms(
                laterCall ? choices : List.of(), message && callAfterMachine, record);
    }
}
