package dev.amends.dialing;

import dev.amends.line.ExpectedWait;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Ranks;
import dev.amends.line.Standing;
import dev.amends.line.WaitPolicy;
import dev.amends.line.Waiting;
import dev.amends.promise.Attempt;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.InLine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When the turns of promised callers come, by the same reckoning as what callers are told. Those
 * who are due and have no placeholder yet are places as well.
 */
final class TurnsAhead {

    private final Floor floor;
    private final Map<LineName, Line> lines;

    TurnsAhead(Floor floor, Map<LineName, Line> lines) {
        this.floor = floor;
        this.lines = Map.copyOf(lines);
    }

    /** A line of the settings. */
    Optional<Line> line(LineName name) {
        return Optional.ofNullable(lines.get(name));
    }

    /** As it is now, with all those promised. */
    Now at(List<InLine> promised, Instant now) {
        return new Now(promised, now);
    }

    /** A line at one moment, with everybody in order. */
    private record Look(LinePicture picture, Ranks ranks) {

        static Look at(LinePicture picture) {
            return new Look(picture, new Ranks(picture));
        }

        Optional<ExpectedWait> turn(WaitPolicy.Place place) {
            return WaitPolicy.expected(picture, ranks.ahead(place), place.standing());
        }
    }

    /** The turns at one moment. */
    final class Now {

        private final Map<LineName, Look> looks = new HashMap<>();
        private final Instant now;

        private Now(List<InLine> promised, Instant now) {
            this.now = now;
            for (Line line : lines.values()) {
                LinePicture picture = floor.picture(line, now);
                looks.put(line.name(), Look.at(picture.and(unseen(promised, line, picture))));
            }
        }

        /** Those who are due on this line and are not seen in its queue. */
        private List<Waiting> unseen(List<InLine> promised, Line line, LinePicture picture) {
            Set<String> seen =
                    picture.waiting().stream().map(Waiting::id).collect(Collectors.toSet());
            return promised.stream()
                    .filter(one -> one.promise().terms().line().equals(line.name()))
                    .filter(one -> !one.promise().notBefore().isAfter(now))
                    .filter(one -> one.live().filter(live -> seen.contains(id(live))).isEmpty())
                    .map(InLine::promise)
                    .map(one -> new Waiting(one.id().value(), one.terms().arrival()))
                    .toList();
        }

        /** How long it is until a rep is there for him, had he come so much earlier. */
        Optional<ExpectedWait> turn(InLine one, Duration earlier) {
            String promise = one.promise().id().value();
            return look(one.promise())
                    .flatMap(look ->
                            look.turn(
                                    new WaitPolicy.Place(
                                            one.live()
                                                    .map(live -> Set.of(promise, id(live)))
                                                    .orElse(Set.of(promise)),
                                            one.promise().terms().arrival().earlierBy(earlier),
                                            Standing.ORDINARY)));
        }

        /** Whether it is the last moment to ring his phone so that he is called by then. */
        boolean urgent(Callback.Promised promise, Instant latest) {
            return look(promise)
                    .flatMap(look -> look.picture().step())
                    .filter(step ->
                            CallerFirstPolicy.urgent(latest, step, RingTimes.supposed(), now))
                    .isPresent();
        }

        private Optional<Look> look(Callback.Promised promise) {
            return Optional.ofNullable(looks.get(promise.terms().line()));
        }

        private static String id(Attempt attempt) {
            return attempt.id().value();
        }
    }
}
