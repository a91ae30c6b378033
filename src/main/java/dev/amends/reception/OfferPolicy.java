package dev.amends.reception;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.ExpectedWait;
import dev.amends.line.Line;
import dev.amends.line.Standing;
import dev.amends.line.WaitPolicy;
import dev.amends.reception.CallbackOffer.NotOffered;
import dev.amends.reception.CallbackOffer.Offered;
import dev.amends.routing.Route;

import java.util.Set;

/**
 * Offers the choice to callers who would wait long: those ahead who are expected to hang up are not
 * counted. Where no wait can be predicted, the number of those who wait decides. First rule that
 * speaks wins.
 */
public final class OfferPolicy {

    private OfferPolicy() {}

    /** Decides for a caller who comes now. */
    public static CallbackOffer decide(CallerFacts facts, Route route) {
        return decide(facts, route, new EffectiveArrival(facts.now()));
    }

    /**
     * Decides for a caller on arrival.
     *
     * @param came when he came, before any head start
     */
    static CallbackOffer decide(CallerFacts facts, Route route, EffectiveArrival came) {
        Line line = facts.line();
        if (line.offerWhenWaiting() == 0 || line.offerAbove().isZero()) {
            return new Offered("offered to everyone");
        }
        if (!facts.picture().known()) {
            return new NotOffered("not known how many wait");
        }
        if (route instanceof Route.SeniorsFirst && facts.picture().seniorFree()) {
            return new NotOffered("a senior is free for him");
        }
        return WaitPolicy.expected(facts.picture(), place(facts, route, came))
                .map(wait -> byWait(wait, line))
                .orElseGet(() -> byNumber(facts));
    }

    private static CallbackOffer byWait(ExpectedWait wait, Line line) {
        String seconds = "a wait of " + wait.mean().toSeconds() + " s is expected";
        return wait.mean().compareTo(line.offerAbove()) > 0
                ? new Offered(seconds)
                : new NotOffered("only " + seconds);
    }

    private static CallbackOffer byNumber(CallerFacts facts) {
        int waiting = facts.picture().howManyWait();
        return waiting >= facts.line().offerWhenWaiting()
                ? new Offered(waiting + " wait")
                : new NotOffered("only " + waiting + " wait");
    }

    private static WaitPolicy.Place place(CallerFacts facts, Route route, EffectiveArrival came) {
        Set<String> himself = Set.of(facts.call().value());
        return route instanceof Route.Ordinary
                ? new WaitPolicy.Place(himself, came, Standing.ORDINARY)
                : new WaitPolicy.Place(
                        himself, came.earlierBy(facts.line().headStart()), Standing.AHEAD);
    }
}
