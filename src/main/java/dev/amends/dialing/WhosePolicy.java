package dev.amends.dialing;

import dev.amends.promise.Appointment;
import dev.amends.promise.Callback;
import dev.amends.promise.RepDevice;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose a promised call is at this moment. One that a rep promised is his alone for a while from
 * its time on; after that any rep of the line takes it, so that it is never lost with him.
 */
public final class WhosePolicy {

    private WhosePolicy() {}

    /** The answer, with its reason. */
    public sealed interface Whose {

        String reason();

        /** This rep's, and he is free. */
        record OneReps(RepDevice rep, String reason) implements Whose {}

        /** This rep's, who can't take it now. */
        record NobodysYet(String reason) implements Whose {}

        /**
         * Whoever is free.
         *
         * @param insteadOfOne whether one rep had promised it
         */
        record Anybodys(boolean insteadOfOne, String reason) implements Whose {}
    }

    /**
     * Decides.
     *
     * @param promisedRep what the rep who promised it does; nothing when that is not known or he
     *     has left his queue
     * @param patience how long from its time on it is his alone
     */
    public static Whose decide(
            Callback.Promised promise,
            Optional<RepState> promisedRep,
            Duration patience,
            Instant now) {
        Optional<Appointment> agreed = promise.terms().appointment();
        if (agreed.isEmpty()) {
            return new Whose.Anybodys(false, "promised by no rep in particular");
        }
        if (!now.isBefore(endOfHisTime(promise, patience))) {
            return new Whose.Anybodys(true, "the rep who promised it was not free in time");
        }
        if (promisedRep.filter(state -> state == RepState.FREE).isEmpty()) {
            return new Whose.NobodysYet("the rep who promised it is not free");
        }
        return new Whose.OneReps(agreed.get().rep(), "promised by him");
    }

    /** When a promised rep's time alone is over: counted anew with each time it is due. */
    static Instant endOfHisTime(Callback.Promised promise, Duration patience) {
        return promise.notBefore().plus(patience);
    }
}
