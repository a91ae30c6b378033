package dev.amends.caller;

import java.time.Instant;

/**
 * A supervisor's decision to take no calls from a person for a while.
 *
 * @param number the one by which he was barred; his others are as well
 */
public record Bar(PhoneNumber number, String reason, Instant since, Instant until) {

    public Bar {
        if (!until.isAfter(since)) {
            throw new IllegalArgumentException("barred for no time at all");
        }
    }

    /** The same, by another of his numbers. */
    public Bar with(PhoneNumber other) {
        return new Bar(other, reason, since, until);
    }
}
