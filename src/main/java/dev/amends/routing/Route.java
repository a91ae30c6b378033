package dev.amends.routing;

import java.time.Duration;

/** Whom a call should reach first, with the reason. */
public sealed interface Route {

    /** Why, in words for the log and the ledger. */
    String reason();

    /** The word stored with the call. */
    String word();

    /** Whether he counts as having come earlier. */
    default boolean headStart() {
        return !(this instanceof Ordinary);
    }

    /**
     * The phone of the rep who knows his matter, for a moment; then as without it.
     *
     * @param device that rep as his queue names him
     */
    record RepWhoKnows(String device, Duration rings, Route otherwise, String reason)
            implements Route {
        @Override
        public String word() {
            return "same-rep";
        }

        @Override
        public boolean headStart() {
            return otherwise.headStart();
        }
    }

    /** The ordinary queue, in the order of arrival. */
    record Ordinary(String reason) implements Route {
        @Override
        public String word() {
            return "ordinary";
        }
    }

    /** The seniors' queue for a while, then the ordinary queue with the head start. */
    record SeniorsFirst(Duration patience, String reason) implements Route {
        @Override
        public String word() {
            return "senior";
        }
    }

    /** The ordinary queue, counted as having come earlier by the line's head start. */
    record HeadStart(String reason) implements Route {
        @Override
        public String word() {
            return "head-start";
        }
    }
}
