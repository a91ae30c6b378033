package dev.amends.promise;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person has to do because we could not, or can't in time: to see to somebody to
 * whom a promise was broken or runs late. There is one at most for each promise.
 *
 * @param why it was broken, or is late
 * @param done how it ended; nothing while it is open
 */
public record Task(Promise promise, Instant since, String why, Optional<Done> done) {

    /** A task that somebody has seen to, with what he noted. */
    public record Done(Instant at, String note) {}
}
