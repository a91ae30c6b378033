package dev.amends.dialing;

import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.promise.Appointment;
import dev.amends.promise.Callback;
import dev.amends.promise.RepDevice;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the reps who promised something do right now. Only members of the line's own queues count:
 * whatever stands in a promise, nobody else's phone is ever rung for it.
 */
public final class RepsOnFloor {

    private final Floor floor;
    private final Map<LineName, Line> lines;
    private final InstantSource clock;

    public RepsOnFloor(Floor floor, Map<LineName, Line> lines, InstantSource clock) {
        this.floor = floor;
        this.lines = Map.copyOf(lines);
        this.clock = clock;
    }

    /** What the rep of this promise does; nothing when it has none, or it is not known. */
    Optional<RepState> promisedRep(Callback.Promised promise) {
        return promise.terms()
                .appointment()
                .map(Appointment::rep)
                .flatMap(rep -> rep(rep, promise.line()));
    }

    /** What this rep of that line does; nothing when he is none, or it is not known. */
    Optional<RepState> rep(RepDevice rep, LineName name) {
        return Optional.ofNullable(lines.get(name))
                .flatMap(line -> state(rep, line, clock.instant()));
    }

    /** How many reps of all lines wait for a call; one who serves two lines counts twice. */
    int free() {
        Instant now = clock.instant();
        return lines.values().stream().mapToInt(line -> free(floor.picture(line, now))).sum();
    }

    private static int free(LinePicture picture) {
        return picture.known() ? picture.reps().free() : 0;
    }

    /** When the turns of promised callers come on the same floor. */
    TurnsAhead turns() {
        return new TurnsAhead(floor, lines);
    }

    private Optional<RepState> state(RepDevice rep, Line line, Instant now) {
        LinePicture picture = floor.picture(line, now);
        List<RepState> states =
                Stream.concat(picture.reps().reps().stream(), picture.seniors().reps().stream())
                        .filter(member -> member.device().equals(rep.value()))
                        .map(Rep::state)
                        .toList();
        // A senior is in both queues; paused in one of them, he still takes what he promised.
        return picture.known()
                ? states.stream()
                        .filter(state -> state == RepState.FREE)
                        .findFirst()
                        .or(() -> states.stream().findFirst())
                : Optional.empty();
    }
}
