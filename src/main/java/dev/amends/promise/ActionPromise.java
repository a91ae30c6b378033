package dev.amends.promise;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import java.time.Instant;
import java.util.Locale;

/**
 * Something else than a call that was promised: a refund by Friday. One record per state; a
 * transition exists only on the states where it is legal. {@code version} grows with every move.
 *
 * <pre>
 *          +-- no answer, later --+
 *          v                      |
 *        OPEN --> PLACED --> ASKED ---> DONE, in time or late
 *          |         |         |        ^
 *          +---------+---------+--> OVERDUE (a task, and the caller is called)
 * </pre>
 *
 * Whoever orders it can end it as done, not done or withdrawn in any state but the last ones.
 */
public sealed interface ActionPromise extends Promise {

    ActionTerms terms();

    int version();

    /** How often in a row its owner was asked and did not answer. */
    int unanswered();

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
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Not yet known to be done, and not yet too late. */
    sealed interface Pending extends ActionPromise permits Open, Placed, Asked {

        /** It is done. */
        default Done done(Instant now) {
            return new Done(terms(), version() + 1, unanswered(), now);
        }

        /** It is not done, or nobody says that it is. */
        default Overdue overdue(Instant now) {
            return new Overdue(terms(), version() + 1, unanswered(), now);
        }

        /** It is not wanted any more. */
        default Withdrawn withdrawn(Instant now) {
            return new Withdrawn(terms(), version() + 1, unanswered(), now);
        }
    }

    /** Its owner is asked from {@code askFrom} on whether it is done. */
    record Open(ActionTerms terms, int version, int unanswered, Instant askFrom)
            implements Pending {

        /** His phone is about to be rung, by this attempt. */
        public Placed placed(AttemptId attempt, Instant now) {
            return new Placed(terms, version + 1, unanswered, attempt, now);
        }
    }

    /** Ordered, and not yet claimed: his phone has not rung. */
    record Placed(ActionTerms terms, int version, int unanswered, AttemptId attempt, Instant since)
            implements Pending {

        /** The claim was won: his phone may ring now. */
        public Asked claimed(Instant now) {
            return new Asked(terms, version + 1, unanswered, attempt, now);
        }

        /** It never came to that. */
        public Open again(Instant askFrom) {
            return new Open(terms, version + 1, unanswered, askFrom);
        }
    }

    /** His phone rings, or he is just being asked. */
    record Asked(ActionTerms terms, int version, int unanswered, AttemptId attempt, Instant since)
            implements Pending {

        /** He did not answer: asked again from then on. */
        public Open unheard(int inARow, Instant askFrom) {
            return new Open(terms, version + 1, inARow, askFrom);
        }

        /** He wants to be asked again later. */
        public Open later(Instant askFrom) {
            return new Open(terms, version + 1, 0, askFrom);
        }
    }

    /** Broken: a task for a person, and its caller is called. It can still be done, too late. */
    record Overdue(ActionTerms terms, int version, int unanswered, Instant at)
            implements ActionPromise {

        /** It is done after all. */
        public Done done(Instant now) {
            return new Done(terms, version + 1, unanswered, now);
        }

        /** It is not wanted any more. */
        public Withdrawn withdrawn(Instant now) {
            return new Withdrawn(terms, version + 1, unanswered, now);
        }
    }

    /** Kept. */
    record Done(ActionTerms terms, int version, int unanswered, Instant at)
            implements ActionPromise {

        /** Whether that was after its time. */
        public boolean late() {
            return at.isAfter(terms.by());
        }
    }

    /** No longer wanted. */
    record Withdrawn(ActionTerms terms, int version, int unanswered, Instant at)
            implements ActionPromise {}
}
