package dev.amends.rehearsal;

/** How far somebody in the one order has come. */
public enum Stage {
    /** On the line. */
    WAITING,
    /** Promised a call that is due; his phone does not ring yet. */
    DUE,
    /** Promised a call that was tried in vain and is due again later. */
    RESTING,
    /** His phone rings. */
    RINGING,
    /** Answered, pressed the key, and holds for a rep. */
    HOLDING,
    /** Speaks with a rep, or is gone. */
    OVER
}
