package dev.amends.asterisk;

import org.asteriskjava.manager.event.ManagerEvent;

import java.util.Date;

/**
 * Notices that the library may have dropped events. It holds 20,000 between its reader and us, and
 * drops further ones without a word. Whoever lost some has therefore been handed a whole queueful
 * of stale ones first. Used by the library's one thread only.
 */
final class LibraryBacklog {

    /** A little fewer than the library holds: replies are held with them and don't come by here. */
    static final int HELD = 19_000;

    /** An event in a row of so many can't be younger: a million a second are not handed over. */
    static final long STALE_MILLIS = 10;

    private int stale;

    /** Whether events may have been dropped behind those that came before this one. */
    boolean mayHaveLost(ManagerEvent event, long now) {
        Date received = event.getDateReceived();
        boolean behind = received != null && now - received.getTime() > STALE_MILLIS;
        stale = behind ? stale + 1 : 0;
        if (stale < HELD) {
            return false;
        }
        stale = 0;
        return true;
    }
}
