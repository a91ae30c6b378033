package dev.amends.supervision;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * One who is, or was, barred.
 *
 * @param caller his number without the part that is nobody's business
 * @param state barred, over, or when it was lifted
 * @param tries how often he called all the same
 * @param lastTry when last
 */
public record BarRow(
        String caller,
        String reason,
        ZonedDateTime since,
        ZonedDateTime until,
        String state,
        int tries,
        Optional<ZonedDateTime> lastTry) {}
