package dev.amends.promise;

/** How far an attempt has come. At most one attempt of a promise is live. */
public enum AttemptState {
    /**
     * Committed; the placeholder is on its way to the queue or waits in it. Nothing has been
     * dialled.
     */
    INTENT,
    /** Won the claim: the telephone system may dial. */
    CLAIMED,
    /** The called person answered. */
    ANSWERED,
    /** Over; the outcome says how. */
    ENDED;

    /** Whether it still may lead to a call or is one. */
    public boolean live() {
        return this != ENDED;
    }
}
