package dev.amends.reception;

import dev.amends.care.Matter;
import dev.amends.care.Matters;
import dev.amends.line.Line;
import dev.amends.line.LineName;
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
            return here.sameRep().isZero()
                    ? otherwise
                    : SameRepPolicy.decide(
                            otherwise, knows(matters, facts), here, facts.picture(), facts.now());
        };
    }

    private static Optional<SameRepPolicy.Knows> knows(Matters matters, CallerFacts facts) {
        return facts.number()
                .flatMap(number -> matters.open(number, facts.line().name(), facts.now()))
                .flatMap(Matter::knownBy)
                .map(by -> new SameRepPolicy.Knows(by.rep().value(), by.since()));
    }
}
