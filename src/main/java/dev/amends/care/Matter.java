package dev.amends.care;

import dev.amends.line.LineName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One caller's one problem on one line, over all his calls. At most one of a person is open on a
 * line, so that "the same matter?" has one meaning.
 *
 * @param lastAt when something was last heard of it
 * @param reason what it is about, if he was ever asked
 * @param wish what he would like to be done, if he was ever asked
 * @param knownBy the rep who spoke with him last
 * @param closedAt when it was closed; one that went quiet may still stand open
 */
public record Matter(
        MatterId id,
        LineName line,
        Instant openedAt,
        Instant lastAt,
        Optional<Said> reason,
        Optional<Said> wish,
        Optional<KnownBy> knownBy,
        Optional<Instant> closedAt) {

    /** After so many days without a call or a promise a matter counts as closed. */
    public static final Duration QUIET = Duration.ofDays(14);
}
