package dev.amends.care;

/** What a caller may be asked on arrival, in this order. */
public enum IntakeQuestion {
    /** Is it about the matter that is open? */
    SAME_MATTER,
    /** What is it about? */
    REASON,
    /** What would he like to be done? */
    WISH
}
