package dev.amends.dialing;

import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;

import java.time.Duration;
import java.time.Instant;

/** How far an attempt came, as the telephone system itself wrote it down. */
public sealed interface Witness {

    /** Whether nothing more will be written about the attempt. */
    default boolean complete() {
        return this instanceof Spoke || this instanceof Ended;
    }

    /** Whether anything of the attempt is alive. */
    default boolean alive(AttemptId attempt, LiveCalls calls) {
        return calls.has(attempt.value())
                || switch (this) {
                    case Answered answered -> calls.has(answered.call());
                    case Bridged bridged -> calls.has(bridged.call());
                    default -> false;
                };
    }

    /** Nothing was written: not dialled, or lost with a crash of the telephone system. */
    record Nothing() implements Witness {}

    /** About to dial, or ringing. */
    record Dialing() implements Witness {}

    /**
     * The called person answered; from then on his call with this id is what is alive of the
     * attempt.
     */
    record Answered(String call) implements Witness {}

    /**
     * Bridged with a rep since then, and not known to have ended.
     *
     * @param held how long he had held for him after he had pressed the key
     */
    record Bridged(Instant since, String call, Duration held) implements Witness {}

    /** Over, after having been bridged with a rep for so long. */
    record Spoke(Duration bridged) implements Witness {}

    /** Over without a conversation. */
    record Ended(AttemptOutcome outcome) implements Witness {}
}
