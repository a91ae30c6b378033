package dev.amends.line;

/** How a caller stands in the one order; past waits are compared within the same standing only. */
public enum Standing {
    /** Counts from the moment he came. */
    ORDINARY,
    /** Counts as having come earlier by the line's head start, and so passes others. */
    AHEAD
}
