package dev.amends.routing;

import dev.amends.line.Line;

import java.util.Set;

/**
 * Whether a rep of a line is given ordinary callers; upset ones he gets anyhow. Neither waits nor
 * fails: what did not come about is seen on the floor and asked for again.
 */
public interface OrdinaryCallers {

    /**
     * Writes down who is kept from them, for the telephone system: it gives them again to all of
     * these when a caller comes and Amends is gone. False when it could not be written.
     */
    boolean remember(Line line, Set<String> kept);

    /** He gets none from now on, unless somebody else has paused him: that pause stays. */
    void keepFrom(String queue, String device);

    /** He gets them again, if he was kept from them by us. */
    void giveAgain(String queue, String device);
}
