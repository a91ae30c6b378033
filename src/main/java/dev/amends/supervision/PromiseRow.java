package dev.amends.supervision;

import java.time.ZonedDateTime;

/**
 * One promise in a list.
 *
 * @param id the first digits of its id, enough to name it
 * @param caller the last digits of his number
 * @param state the state's word, such as {@code promised}
 * @param tries how often he was tried
 * @param overdue whether it should have been kept by now
 * @param next what happens next, or how it ended, in a few words
 */
public record PromiseRow(
        String id,
        String caller,
        String line,
        ZonedDateTime askedAt,
        String state,
        int tries,
        boolean overdue,
        String next) {}
