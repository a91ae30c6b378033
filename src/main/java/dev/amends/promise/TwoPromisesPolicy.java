package dev.amends.promise;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which of two open promises stays when their callers turn out to be one person, who has one for
 * each line: the one whose time is sooner, in the earlier place of both. He is called no later than
 * he was told by either. Pure.
 */
public final class TwoPromisesPolicy {

    private static final Comparator<Callback.Promised> SOONEST =
            Comparator.comparing((Callback.Promised promised) -> told(promised.terms()))
                    .thenComparing(promised -> promised.terms().arrival())
                    .thenComparing(promised -> promised.id().value());

    private TwoPromisesPolicy() {}

    /**
     * What becomes of the two.
     *
     * @param over the one that is not needed any more
     */
    public record Choice(Callback.Promised stays, Callback.Promised over) {

        /** Whether the one that stays has the better place of the other from now on. */
        public boolean movesUp() {
            return over.terms().arrival().compareTo(stays.terms().arrival()) < 0;
        }

        /** The one that stays, in the earlier place. */
        public Callback.Promised inTheEarlierPlace() {
            return movesUp()
                    ? stays.changed(stays.terms().at(over.terms().arrival()), stays.notBefore())
                    : stays;
        }
    }

    /** Of these two. */
    public static Choice of(Callback.Promised one, Callback.Promised other) {
        return SOONEST.compare(one, other) <= 0 ? new Choice(one, other) : new Choice(other, one);
    }

    /**
     * When he expects the call: he may have been told another time since he got his own; without
     * any, as soon as it is his turn.
     */
    private static Instant told(CallbackTerms terms) {
        Instant window = terms.window().map(PromisedWindow::from).orElse(terms.askedAt());
        return terms.ownTime().filter(window::isBefore).orElse(window);
    }
}
