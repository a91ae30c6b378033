package dev.amends.line;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long somebody in this place will wait, from the live picture and the line's pace. First rule
 * that speaks wins: nothing known, nobody on duty; a free rep; the formula; past waits of others in
 * the same place; nothing.
 *
 * <p>The formula is QLa (Ibrahim and Whitt 2009): with n ahead the wait is the sum of n + 1 steps,
 * step i at the rate sμ + iθ, for s reps, a mean handling time of 1/μ and a mean patience of 1/θ.
 */
public final class WaitPolicy {

    /** However many pass, the queue moves a little. */
    private static final double SLOWEST = 0.05;

    private WaitPolicy() {}

    /**
     * A place in the one order.
     *
     * @param himself his call, and the placeholder that stands there for him: not ahead of himself
     */
    public record Place(Set<String> himself, EffectiveArrival arrival, Standing standing) {
        public Place {
            himself = Set.copyOf(himself);
        }
    }

    /** How long he will wait; nothing while that can't be told. */
    public static Optional<ExpectedWait> expected(LinePicture picture, Place place) {
        return expected(picture, ahead(picture, place), place.standing());
    }

    /** The same, of somebody who stands so and has these ahead of him. */
    public static Optional<ExpectedWait> expected(
            LinePicture picture, Ahead ahead, Standing standing) {
        int reps = picture.reps().onDuty();
        if (!picture.known() || reps == 0) {
            return Optional.empty();
        }
        if (repFree(picture, ahead)) {
            return Optional.of(ExpectedWait.NONE);
        }
        return picture.learned()
                .pace()
                .map(pace -> formula(ahead, reps, pace, standing))
                .or(() -> picture.learned().pastWait(standing, ahead.all()));
    }

    /** Whether a rep is free for him, after those ahead of him. */
    public static boolean repFree(LinePicture picture, Place place) {
        return repFree(picture, ahead(picture, place));
    }

    private static boolean repFree(LinePicture picture, Ahead ahead) {
        return ahead.all() < picture.reps().free();
    }

    /**
     * Who is ahead of a place, in whichever queue of the line, or still spoken with. For many
     * places at one moment {@link Ranks} are quicker.
     */
    public static Ahead ahead(LinePicture picture, Place place) {
        return ahead(picture.waiting(), place)
                .and(ahead(picture.waitingForSeniors(), place))
                .and(ahead(picture.firstSpokenWith(), place));
    }

    /** Loops, as this is most of the work of most turns on a busy line. */
    private static Ahead ahead(List<Waiting> waiting, Place place) {
        int live = 0;
        int promised = 0;
        for (Waiting one : waiting) {
            if (one.arrival().compareTo(place.arrival()) <= 0
                    && !place.himself().contains(one.id())) {
                if (one.promised()) {
                    promised++;
                } else {
                    live++;
                }
            }
        }
        return new Ahead(live, promised);
    }

    /**
     * Those ahead.
     *
     * @param live callers on the line, who may hang up
     * @param promised placeholders, who don't
     */
    public record Ahead(int live, int promised) {
        /** How many places are ahead. */
        public int all() {
            return live + promised;
        }

        Ahead and(Ahead others) {
            return new Ahead(live + others.live, promised + others.promised);
        }
    }

    static ExpectedWait formula(Ahead ahead, int reps, Pace pace, Standing standing) {
        double served = reps / pace.handlingSeconds();
        ExpectedWait wait = sum(ahead, served, pace.hangUpsPerSecond(), 0, 0);
        double passing = pace.passingPerSecond();
        if (standing == Standing.ORDINARY && passing > 0) {
            // Passed all the time he waits, or at most while the head start lasts.
            ExpectedWait always = sum(ahead, served, pace.hangUpsPerSecond(), passing, 0);
            ExpectedWait atFirst =
                    sum(ahead, served, pace.hangUpsPerSecond(), 0, passing * pace.passingFor());
            wait = always.seconds() < atFirst.seconds() ? always : atFirst;
        }
        return wait.times(pace.bias(standing));
    }

    /**
     * The sum over the steps.
     *
     * @param passing how often the queue grows ahead of him
     * @param more places that will come ahead of him, on average
     */
    private static ExpectedWait sum(
            Ahead ahead, double served, double hangUps, double passing, double more) {
        double places = ahead.all() + more;
        double live = places > 0 ? (ahead.live() + more) / places : 0;
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < places + 1; i++) {
            double rate = served + i * live * hangUps - passing;
            double step = 1 / Math.max(rate, SLOWEST * served);
            double share = Math.min(1, places + 1 - i);
            mean += share * step;
            variance += share * step * step;
        }
        return new ExpectedWait(mean, variance);
    }
}
