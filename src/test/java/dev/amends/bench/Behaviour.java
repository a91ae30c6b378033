package dev.amends.bench;

import java.time.Duration;

/** What a phone does with one incoming call. */
public sealed interface Behaviour {
    /** Refuses with a SIP status of 300 to 699, after ringing for a while when that isn't zero. */
    record Reject(Duration ring, int status) implements Behaviour {}

    /** Sends the caller elsewhere with a 302. */
    record Redirect(String contactUri) implements Behaviour {}

    /** Never replies at all, as if the phone were switched off. */
    record Silence() implements Behaviour {}

    /** Rings until the caller gives up. */
    record RingForever() implements Behaviour {}

    /** Rings for a while (not at all when zero), answers and then plays a script. */
    record Answer(Duration ring, Leg leg, Script script) implements Behaviour {
        /** The same with another leg. */
        public Answer as(Leg other) {
            return new Answer(ring, other, script);
        }

        /** The same with another script. */
        public Answer then(Script other) {
            return new Answer(ring, leg, other);
        }
    }

    /**
     * Chooses the behaviour for each INVITE: by who is called, who calls, and the how manyth it is.
     */
    @FunctionalInterface
    interface Choice {
        /** Called once per INVITE, before anything is replied. */
        Behaviour on(Invite invite);
    }

    /** Refuses at once: 486 busy, 603 declined, 404 not found, 503 out of order. */
    static Behaviour reject(int status) {
        return new Reject(Duration.ZERO, status);
    }

    /** Rings, then refuses. */
    static Behaviour rejectAfter(Duration ring, int status) {
        return new Reject(ring, status);
    }

    /** See {@link RingForever}. */
    static Behaviour ringForever() {
        return new RingForever();
    }

    /** See {@link Silence}. */
    static Behaviour silence() {
        return new Silence();
    }

    /** See {@link Redirect}. */
    static Behaviour redirect(String contactUri) {
        return new Redirect(contactUri);
    }

    /** Rings for that time, answers, and listens until the other side hangs up. */
    static Answer answerAfter(Duration ring) {
        return new Answer(ring, Leg.silent(), Script.listen());
    }
}
