package dev.amends.dialing;

import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionPromise;
import dev.amends.staff.RepState;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is known right now of those who have to do what was promised. */
public final class Owners {

    private final RepsOnFloor reps;
    private final Map<LineName, Line> lines;

    public Owners(RepsOnFloor reps, Map<LineName, Line> lines) {
        this.reps = reps;
        this.lines = Map.copyOf(lines);
    }

    /** The owner of this one. */
    ActionPolicy.Owner of(ActionPromise action, Instant now) {
        return new ActionPolicy.Owner(
                line(action).filter(line -> line.hours().open(now)).isPresent(),
                action.terms()
                        .owner()
                        .phone()
                        .flatMap(phone -> reps.rep(phone, action.line()))
                        .filter(state -> state == RepState.FREE)
                        .isPresent());
    }

    /** Its line; nothing when the settings no longer have it. */
    Optional<Line> line(ActionPromise action) {
        return Optional.ofNullable(lines.get(action.line()));
    }
}
