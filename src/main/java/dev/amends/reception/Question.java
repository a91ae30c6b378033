package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.line.LineName;

/**
 * What the telephone system asks at one point of a call.
 *
 * @param dialogue which dialogue, such as {@code arrival}
 * @param state what the last answer gave it to bring back; empty at the beginning
 * @param heard what the caller keyed, or why he left the queue
 * @param callerId digits and plus sign only; empty when withheld
 * @param language the channel's language as the telephone system names it, such as {@code es_MX};
 *     empty when it has none
 */
public record Question(
        String dialogue,
        LineName line,
        String state,
        String heard,
        CallId call,
        String callerId,
        String language) {

    /** The same caller asked something else, as if this had been heard. */
    Question instead(Turn.Next other, String nowHeard) {
        return new Question(
                other.dialogue(), line, other.state(), nowHeard, call, callerId, language);
    }
}
