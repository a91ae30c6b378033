package dev.amends.reception;

import dev.amends.care.Concern;

import java.time.Instant;

/**
 * When a caller came, and what he has said since of what his call is about.
 *
 * @param at what he counts with in the one order, before any head start
 */
record FirstArrival(Instant at, Concern concern) {

    /** He comes now, and was asked nothing. */
    static FirstArrival now(Instant now) {
        return new FirstArrival(now, Concern.NONE);
    }

    /** The same, with which call of his it is. */
    FirstArrival call(int nth) {
        return new FirstArrival(at, concern.call(nth));
    }

    /** The same, with a story that his rep can hear. */
    FirstArrival withStory() {
        return new FirstArrival(at, concern.withStory());
    }
}
