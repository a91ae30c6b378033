package dev.amends.staff;

/** What a rep is doing. Only {@code PAUSED} and {@code GONE} are off duty. */
public enum RepState {
    FREE,
    RINGING,
    TALKING,
    PAUSED,
    /** Logged out or unreachable. */
    GONE;

    /** Whether he takes calls now or soon. */
    public boolean onDuty() {
        return this != PAUSED && this != GONE;
    }
}
