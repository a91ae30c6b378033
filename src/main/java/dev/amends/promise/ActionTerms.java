package dev.amends.promise;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;
import dev.amends.speech.Language;

import java.time.Duration;
import java.time.Instant;

/**
 * What was promised besides a call: what will be done, by whom and when. Never changes.
 *
 * @param number the caller to whom it was promised
 * @param by when it will have been done
 * @param language in which he is spoken to, should he have to be called
 */
public record ActionTerms(
        PromiseId id,
        Deed deed,
        ActionOwner owner,
        PhoneNumber number,
        LineName line,
        Instant by,
        Instant promisedAt,
        Language language) {

    /** Whether the same is promised: what, by whom, and how soon after it was promised. */
    public boolean sameAs(ActionTerms other) {
        return deed.equals(other.deed)
                && owner.equals(other.owner)
                && Duration.between(promisedAt, by)
                        .equals(Duration.between(other.promisedAt, other.by));
    }
}
