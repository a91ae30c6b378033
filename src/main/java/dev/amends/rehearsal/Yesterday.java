package dev.amends.rehearsal;

import dev.amends.line.ExperienceOnRecord;
import dev.amends.line.LineName;
import dev.amends.line.Tally;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a line has learned that saw callers and conversations like these the day before. */
record Yesterday(LineName line, World.People people) implements ExperienceOnRecord {

    /** As many of each as a line remembers over night. */
    private static final double SEEN = 60;

    @Override
    public Map<LineName, Map<String, Tally>> read() {
        return Map.of(
                line,
                Map.of("handling", sums(people.handling()), "patience", sums(people.patience())));
    }

    private static Tally sums(Duration mean) {
        return new Tally(SEEN, SEEN * mean.toMillis() / 1000.0, SEEN);
    }

    @Override
    public void write(Map<LineName, Map<String, Tally>> sums, Instant now) {
        // Each day begins with the same yesterday.
    }
}
