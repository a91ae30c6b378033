package dev.amends.supervision;

import java.time.ZonedDateTime;

/**
 * One task of a person in a list.
 *
 * @param id the first digits of the promise's id, by which it is named
 * @param caller the last digits of his number
 * @param promised what was promised, and when
 * @param why the promise was broken or is late
 * @param done when and with what note somebody saw to it; empty while it is open
 */
public record TaskRow(
        String id,
        String caller,
        String line,
        String promised,
        String why,
        ZonedDateTime since,
        String done) {}
