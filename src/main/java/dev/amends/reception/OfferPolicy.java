package dev.amends.reception;

import dev.amends.line.Line;
import dev.amends.reception.CallbackOffer.NotOffered;
import dev.amends.reception.CallbackOffer.Offered;
import dev.amends.routing.Route;

/**
 * Offers the choice when enough callers wait. Whose own number can't be called may key in another.
 * First rule that speaks wins.
 */
public final class OfferPolicy {

    private OfferPolicy() {}

    /** Decides for a caller on arrival. */
    public static CallbackOffer decide(CallerFacts facts, Route route) {
        Line line = facts.line();
        if (line.offerWhenWaiting() == 0) {
            return new Offered("offered to everyone");
        }
        if (!facts.picture().known()) {
            return new NotOffered("not known how many wait");
        }
        if (route instanceof Route.SeniorsFirst && facts.picture().seniorFree()) {
            return new NotOffered("a senior is free for him");
        }
        int waiting = facts.picture().howManyWait();
        return waiting >= line.offerWhenWaiting()
                ? new Offered(waiting + " wait")
                : new NotOffered("only " + waiting + " wait");
    }
}
