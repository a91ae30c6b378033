package dev.amends.promise;

import java.util.Optional;

/** How an attempt ended: what the network said, or what the called person keyed. */
public enum AttemptOutcome {
    /** Bridged to a rep for at least ten seconds. */
    KEPT,
    /** Surely not dialled; free to try again at once. */
    VOID,
    BUSY,
    NO_ANSWER,
    /**
     * Answered, but nobody pressed a key: a machine, or a person who did not want to. Never counts
     * as reached.
     */
    NO_KEY,
    /** The same, and it was told that his place is kept and that he may ring us. */
    MESSAGE_LEFT,
    /** The person declined the ringing call. */
    DECLINED,
    /** Asked to be called later. */
    NOT_NOW,
    /** Said that the call is no longer needed. */
    NO_LONGER_NEEDED,
    /**
     * Heard that the call comes later, and when, or agreed to be asked how it was; only of an
     * attempt that is for that.
     */
    TOLD,
    /** Hung up while waiting for a rep after having answered and pressed 1. */
    GAVE_UP_HOLDING,
    /** Bridged to a rep, for less than ten seconds: nobody can have been helped. */
    CUT_SHORT,
    /** The rep hung up before the person answered: our side's fault. */
    REP_LEFT,
    /** The trunk had no room: the trunk's fault. */
    CONGESTION,
    /** The number or the trunk does not work. */
    FAILED,
    /** It can't be told; treated as if the phone had rung. */
    UNKNOWN;

    /** Whether it uses up one of the promised person's attempts. */
    public boolean countsAsAttempt() {
        return switch (this) {
            case VOID, REP_LEFT, CONGESTION, TOLD -> false;
            default -> true;
        };
    }

    /** By which rule it is tried again; nothing when it is over, or was never dialled. */
    public Optional<Setback> setback() {
        return switch (this) {
            case KEPT, VOID, NO_LONGER_NEEDED, TOLD -> Optional.empty();
            case BUSY, DECLINED -> Optional.of(Setback.BUSY);
            case NO_ANSWER, UNKNOWN -> Optional.of(Setback.NO_ANSWER);
            case NO_KEY, MESSAGE_LEFT -> Optional.of(Setback.MACHINE);
            case NOT_NOW -> Optional.of(Setback.NOT_NOW);
            case GAVE_UP_HOLDING, CUT_SHORT -> Optional.of(Setback.GAVE_UP_HOLDING);
            case CONGESTION, REP_LEFT -> Optional.of(Setback.CONGESTION);
            case FAILED -> Optional.of(Setback.FAILED);
        };
    }
}
