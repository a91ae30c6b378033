package dev.amends.line;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of a line from what happened on it.
 *
 * @param pace empty while too little has happened
 * @param pastWaits seconds waited by who met the same number ahead, by standing and that number;
 *     empty as soon as the pace is known
 */
public record Learned(Optional<Pace> pace, Map<Standing, Map<Integer, Tally>> pastWaits) {

    /** Nothing yet. */
    public static final Learned NOTHING = new Learned(Optional.empty(), Map.of());

    /** Three waits tell something; they have faded a little by then. */
    private static final double ENOUGH = 2.8;

    public Learned {
        pastWaits = Map.copyOf(pastWaits);
    }

    /** The same, without the correction by past predictions. */
    Learned unbiased() {
        return new Learned(pace.map(Pace::unbiased), pastWaits);
    }

    /**
     * What those waited who met the same number ahead: at least half its mean uncertain, as it
     * rests on few.
     */
    Optional<ExpectedWait> pastWait(Standing standing, int ahead) {
        return Optional.ofNullable(pastWaits.getOrDefault(standing, Map.of()).get(ahead))
                .filter(waits -> waits.weight() >= ENOUGH)
                .map(waits ->
                        new ExpectedWait(
                                waits.mean(),
                                Math.max(waits.variance(), waits.mean() * waits.mean() / 4)));
    }
}
