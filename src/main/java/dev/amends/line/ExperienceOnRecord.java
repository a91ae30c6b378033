package dev.amends.line;

import java.time.Instant;
import java.util.Map;

/**
 * What the lines have gone through, as it was written down: what a restarted program begins with.
 */
public interface ExperienceOnRecord {

    /** All sums by line and name. */
    Map<LineName, Map<String, Tally>> read();

    /** Writes them over the earlier ones, a little later; returns at once. */
    void write(Map<LineName, Map<String, Tally>> sums, Instant now);
}
