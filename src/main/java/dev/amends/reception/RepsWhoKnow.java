package dev.amends.reception;

import dev.amends.care.Matter;
import dev.amends.care.Matters;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.RepDevice;
import dev.amends.routing.Route;
import dev.amends.routing.SameRepPolicy;
import dev.amends.routing.SeniorTerms;

import java.util.Map;
import java.util.Optional;

/** Finds the rep who knows a caller's open matter, on lines where he is to be rung first. */
public interface RepsWhoKnow {

    /** Nobody is. */
    RepsWhoKnow NOBODY = (route, _) -> route;

    /** The route by which he is brought to that rep first, or the same as before. */
    Route route(Route otherwise, CallerFacts facts);

    /** As the matters tell. */
    static RepsWhoKnow of(Matters matters, Map<LineName, SeniorTerms> terms) {
        Map<LineName, SeniorTerms> all = Map.copyOf(terms);
        return (otherwise, facts) -> {
            Line line = facts.line();
            SeniorTerms here = all.getOrDefault(line.name(), SeniorTerms.NONE);
            if (here.sameRep().isZero()) {
                return otherwise;
            }
            Route route =
                    SameRepPolicy.decide(
                            otherwise, knows(matters, facts), here, facts.picture(), facts.now());
            return dialled(route) ? route : otherwise;
        };
    }

    /** Whatever a queue calls its members: only the name of a phone is dialled. */
    private static boolean dialled(Route route) {
        return !(route instanceof Route.RepWhoKnows first) || RepDevice.fits(first.device());
    }

    private static Optional<SameRepPolicy.Knows> knows(Matters matters, CallerFacts facts) {
        return facts.number()
                .flatMap(number -> matters.open(number, facts.line().name(), facts.now()))
                .flatMap(Matter::knownBy)
                .map(by -> new SameRepPolicy.Knows(by.rep().value(), by.since()));
    }
}
