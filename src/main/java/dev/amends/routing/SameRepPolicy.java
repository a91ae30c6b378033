package dev.amends.routing;

import dev.amends.line.LinePicture;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the rep who knows a caller's matter is rung before anybody else. First rule that speaks
 * wins: not wanted here; nobody knows it; too long ago; the rep can't be rung now.
 */
public final class SameRepPolicy {

    private SameRepPolicy() {}

    /**
     * Who knows it.
     *
     * @param device his phone's name, with or without the {@code /n} of a Local one
     * @param since when they had spoken
     */
    public record Knows(String device, Instant since) {}

    /**
     * Decides.
     *
     * @param otherwise whom he reaches without it, and afterwards if that rep does not answer
     */
    public static Route decide(
            Route otherwise,
            Optional<Knows> knows,
            SeniorTerms terms,
            LinePicture picture,
            Instant now) {
        if (terms.sameRep().isZero() || knows.isEmpty() || !picture.known()) {
            return otherwise;
        }
        Duration ago = Duration.between(knows.get().since(), now);
        if (ago.compareTo(terms.sameRep()) > 0) {
            return otherwise;
        }
        return free(knows.get().device(), picture)
                .<Route>map(device ->
                        new Route.RepWhoKnows(
                                device,
                                terms.sameRepRings(),
                                otherwise,
                                "the rep who knows the matter is free; " + otherwise.reason()))
                .orElse(otherwise);
    }

    /** As the queue names him, if he waits for a call there: nobody else's phone is rung. */
    private static Optional<String> free(String device, LinePicture picture) {
        return Stream.concat(picture.reps().reps().stream(), picture.seniors().reps().stream())
                .filter(rep -> rep.state() == RepState.FREE)
                .map(Rep::device)
                .filter(name -> name.equals(device) || name.equals(device + "/n"))
                .findFirst();
    }
}
