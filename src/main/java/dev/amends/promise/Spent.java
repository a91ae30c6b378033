package dev.amends.promise;

import java.time.Instant;
import java.util.Optional;

/**
 * What promised calls have cost so far, by the calendar of a {@link Budget}. A call of which it is
 * not known yet how long it takes counts as long as it may.
 *
 * @param today minutes in this day
 * @param thisMonth minutes in this month
 * @param underWay how many of today's are counted only because it is not known yet
 * @param lastHour how often somebody was dialled within the last hour
 * @param oldest when the oldest of as many calls was made as the budget allows in an hour; empty
 *     when there were not so many within the hour
 */
public record Spent(
        int today, int thisMonth, int underWay, int lastHour, Optional<Instant> oldest) {

    /** Nothing. */
    public static final Spent NOTHING = new Spent(0, 0, 0, 0, Optional.empty());
}
