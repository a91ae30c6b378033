package dev.amends.dialing;

import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far an attempt came, as the telephone system itself wrote it down. */
public sealed interface Witness {

    /** Whether nothing more will be written about the attempt. */
    default boolean complete() {
        return took().isPresent();
    }

    /** How long the line to the called person was open, once it is over. */
    default Optional<Duration> took() {
        return switch (this) {
            case Spoke(Duration _, Duration open) -> Optional.of(open);
            case Ended(AttemptOutcome _, Duration open) -> Optional.of(open);
            default -> Optional.empty();
        };
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
    record Bridged(Instant since, String call, Duration held) implements Witness {

        /** With a rep who was there before him. */
        public Bridged(Instant since, String call) {
            this(since, call, Duration.ZERO);
        }
    }

    /** Over, after having been bridged with a rep for so long; the line was open for longer. */
    record Spoke(Duration bridged, Duration open) implements Witness {

        /** Where nobody looks at what it costs. */
        public Spoke(Duration bridged) {
            this(bridged, bridged);
        }
    }

    /** Over without a conversation; the line was open for so long. */
    record Ended(AttemptOutcome outcome, Duration open) implements Witness {

        /** Nobody answered. */
        public Ended(AttemptOutcome outcome) {
            this(outcome, Duration.ZERO);
        }
    }
}
