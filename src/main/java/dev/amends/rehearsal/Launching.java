package dev.amends.rehearsal;

import dev.amends.line.LinePicture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How promised calls are launched: whose phone rings when, and for whom a rep is kept. */
public interface Launching {

    /**
     * What there is to see.
     *
     * @param order everybody who wants a rep, first in line first
     */
    record Moment(List<InOrder> order, Supplier<LinePicture> picture, Instant now) {
        public Moment {
            order = List.copyOf(order);
        }
    }

    /**
     * A phone that shall ring.
     *
     * @param raised whether he is raised in order as far as anybody may be
     */
    record Ring(String id, boolean raised) {}

    /** Whose phones ring now, before a rep is there for them. */
    List<Ring> ring(Moment moment);

    /** Whether a free rep whose turn this one has is given to him, and his phone rings then. */
    boolean repFirst(InOrder due, Moment moment);

    /**
     * How long a free rep is kept whose turn this one has and whose phone begins to ring only then;
     * nothing when he is passed.
     */
    default Optional<Duration> ringsAtHisTurn(InOrder due, Moment moment) {
        return Optional.empty();
    }

    /** How long a free rep is kept for somebody whose phone rings, if he is. */
    Optional<Duration> keep(InOrder ringing, Moment moment);

    /** Somebody was there after his phone had rung for so long, the key included. */
    default void answered(Duration after) {}

    /** A phone rang in vain for so long. */
    default void inVain(Duration after) {}

    /** A called person meets his rep after having held for so long. */
    default void met(Duration held) {}

    /** Whether those who hold come before everybody else. */
    default boolean holdersFirst() {
        return false;
    }

    /** Whether a kept rep is given to whoever answers first, instead of only to the one. */
    default boolean firstAnswerTakesRep() {
        return true;
    }

    /** How often it wants to look even if nothing happens; zero for never. */
    default Duration beat() {
        return Duration.ZERO;
    }
}
