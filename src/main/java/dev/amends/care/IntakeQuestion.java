package dev.amends.care;

/** What a caller may be asked on arrival, in this order. */
public enum IntakeQuestion {
    /** May the call be recorded? */
    CONSENT,
    /** Is it about the matter that is open? */
    SAME_MATTER,
    /** What is it about? */
    REASON,
    /** What would he like to be done? */
    WISH,
    /** Would he like to tell what happened? */
    STORY
}
