package dev.amends.line;

import java.time.Duration;
import java.util.Map;

/**
 * How often a line's one order was not kept, of all its days.
 *
 * @param served how many were given a rep
 * @param promised how often a promised caller's placeholder was passed by somebody who came later
 * @param onTheLine how often somebody on the line was passed by somebody who came later
 * @param longest by which anybody was passed
 */
public record PassedOver(long served, long promised, long onTheLine, Duration longest) {

    /** Nothing has happened yet. */
    public static final PassedOver NOBODY = new PassedOver(0, 0, 0, Duration.ZERO);

    private static final String SERVED = "served";
    private static final String PROMISED = "passed.promised";
    private static final String ON_THE_LINE = "passed.on_the_line";
    private static final String LONGEST = "passed.longest";

    /** As it was written down among a line's sums. */
    public static PassedOver read(Map<String, Tally> sums) {
        Tally longest = sums.getOrDefault(LONGEST, Tally.EMPTY);
        return new PassedOver(
                count(sums, SERVED),
                count(sums, PROMISED),
                count(sums, ON_THE_LINE),
                Duration.ofMillis(Math.round(1000 * longest.total())));
    }

    private static long count(Map<String, Tally> sums, String name) {
        return Math.round(sums.getOrDefault(name, Tally.EMPTY).weight());
    }

    void record(Map<String, Tally> sums) {
        sums.put(SERVED, new Tally(served, 0, 0));
        sums.put(PROMISED, new Tally(promised, 0, 0));
        sums.put(ON_THE_LINE, new Tally(onTheLine, 0, 0));
        sums.put(LONGEST, new Tally(0, LineExperience.seconds(longest), 0));
    }

    PassedOver oneMoreServed() {
        return new PassedOver(served + 1, promised, onTheLine, longest);
    }

    PassedOver passed(boolean one, Duration by) {
        return new PassedOver(
                served,
                promised + (one ? 1 : 0),
                onTheLine + (one ? 0 : 1),
                by.compareTo(longest) > 0 ? by : longest);
    }
}
