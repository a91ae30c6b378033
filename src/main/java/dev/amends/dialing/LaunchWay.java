package dev.amends.dialing;

/** Who comes first when a promised call is placed. */
public enum LaunchWay {
    /** A rep, who then waits while the caller's phone rings. */
    REP_FIRST,
    /** The caller: his phone rings a little before his turn. */
    CALLER_FIRST,
    /** The caller where he would hold only shortly after he answered, else a rep. */
    AUTO
}
