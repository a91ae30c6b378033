package dev.amends.promise;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A promised call. One record per state; a transition exists only on the states where it is legal.
 * {@code version} grows with every move, so that a move from a state somebody else has left is
 * refused by the ledger.
 */
public sealed interface Callback extends Promise {

    CallbackTerms terms();

    int version();

    /** How many tries were made and how the trunk behaved so far. */
    Tries tries();

    @Override
    default PromiseId id() {
        return terms().id();
    }

    @Override
    default PhoneNumber number() {
        return terms().number();
    }

    @Override
    default LineName line() {
        return terms().line();
    }

    /** The state's word in the ledger. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether it still has to be kept. */
    default boolean open() {
        return this instanceof Unspoken || this instanceof Promised || this instanceof Dialing;
    }

    /** Committed, but not known to have been spoken to the caller. */
    record Unspoken(CallbackTerms terms, int version) implements Callback {
        @Override
        public Tries tries() {
            return Tries.NONE;
        }

        /** He heard it: to be called from now on, or from the time that was agreed. */
        public Promised spoken(Instant now) {
            return new Promised(terms, version + 1, Tries.NONE, terms.notBefore(now));
        }

        /** He hung up or was sent elsewhere before he heard it. */
        public Withdrawn unheard(Instant now) {
            return new Withdrawn(terms, version + 1, Tries.NONE, now);
        }
    }

    /** Spoken; to be called from {@code notBefore} on, in its place. */
    record Promised(CallbackTerms terms, int version, Tries tries, Instant notBefore)
            implements Callback {

        /** The claim was won: the phone may ring now. */
        public Dialing claimed() {
            return new Dialing(terms, version + 1, tries);
        }

        /** He may not be called before this, whatever was thought. */
        public Promised putOff(Instant until) {
            return new Promised(terms, version + 1, tries, terms.notBefore(until));
        }

        /** Counts as having come earlier from now on. */
        public Promised raised(Duration by) {
            return new Promised(terms.earlierBy(by), version + 1, tries, notBefore);
        }

        /** Said to come at about this time instead. */
        public Promised moved(PromisedWindow window) {
            return new Promised(terms.within(Optional.of(window)), version + 1, tries, notBefore);
        }

        /** Ordered to be called from another time on, in the same place. */
        public Promised ordered(Instant from) {
            return changed(terms.ordered(from), from);
        }

        /**
         * Ordered once more by one of our own people: time, number and language are as he says, and
         * the rep if he names one; else a rep who had promised it calls at the new time.
         */
        public Promised orderedAgain(CallbackTerms order) {
            Instant from = order.notBefore(order.askedAt());
            CallbackTerms to = terms.to(order.number(), order.language()).ordered(from);
            return changed(
                    order.appointment()
                            .or(terms::appointment)
                            .map(agreed -> to.with(new Appointment(agreed.rep(), from)))
                            .orElse(to),
                    from);
        }

        /** Asked for once more, on these terms. */
        public Promised changed(CallbackTerms other, Instant from) {
            return new Promised(other, version + 1, tries, from);
        }

        /** Whether it was ordered, or told to him, for a time that has not come. */
        public boolean waitsForItsTime(Instant now) {
            return terms.ordered().or(terms::opening).isPresent() && notBefore.isAfter(now);
        }

        /**
         * Whether the gap since a try is not over, or the time that he has chosen in it has not
         * come.
         */
        public boolean restsAfterTry(Instant now) {
            return tries.made() + tries.forgiven() > 0 && notBefore.isAfter(now);
        }

        public Withdrawn withdrawn(Instant now) {
            return new Withdrawn(terms, version + 1, tries, now);
        }

        /** Too old by now. */
        public Broken broken(Instant now) {
            return new Broken(terms, version + 1, tries, now);
        }
    }

    /** A claimed attempt is under way. */
    record Dialing(CallbackTerms terms, int version, Tries tries) implements Callback {

        /**
         * To be called again from {@code notBefore} on, in the same place; a clock that was ahead
         * may have made this call too early, so not before his own time.
         */
        public Promised again(Tries now, Instant notBefore) {
            return new Promised(terms, version + 1, now, terms.notBefore(notBefore));
        }

        /** The same at a time that he chose when he heard that he is called later. */
        public Promised again(Tries now, PromisedWindow chosen) {
            return new Promised(terms.within(Optional.of(chosen)), version + 1, now, chosen.from());
        }

        public Kept kept(Instant now) {
            return new Kept(terms, version + 1, tries.after(AttemptOutcome.KEPT), now);
        }

        public Withdrawn withdrawn(Instant now) {
            Tries made = tries.after(AttemptOutcome.NO_LONGER_NEEDED);
            return new Withdrawn(terms, version + 1, made, now);
        }

        public Broken broken(Tries made, Instant now) {
            return new Broken(terms, version + 1, made, now);
        }
    }

    /** He spoke with a rep. */
    record Kept(CallbackTerms terms, int version, Tries tries, Instant at) implements Callback {}

    /** No longer wanted, or never heard. */
    record Withdrawn(CallbackTerms terms, int version, Tries tries, Instant at)
            implements Callback {}

    /** Tries or days used up: a task for a person. */
    record Broken(CallbackTerms terms, int version, Tries tries, Instant at) implements Callback {}
}
