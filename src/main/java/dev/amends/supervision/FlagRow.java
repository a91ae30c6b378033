package dev.amends.supervision;

import java.time.ZonedDateTime;

/**
 * One flag in a list.
 *
 * @param caller the last digits of his number
 * @param kind what it says, such as {@code upset}
 * @param by who set it
 */
public record FlagRow(
        String caller,
        String kind,
        String reason,
        String by,
        ZonedDateTime since,
        ZonedDateTime until) {}
