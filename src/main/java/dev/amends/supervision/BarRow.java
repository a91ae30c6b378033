package dev.amends.supervision;

import java.time.ZonedDateTime;

/**
 * One who is, or was, barred.
 *
 * @param caller his number without the part that is nobody's business
 * @param state barred, over, or when it was lifted
 */
public record BarRow(
        String caller, String reason, ZonedDateTime since, ZonedDateTime until, String state) {}
