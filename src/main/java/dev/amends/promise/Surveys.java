package dev.amends.promise;

import dev.amends.line.LineName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ledger's part for short calls that ask whoever was called back how that was. As there, every
 * change is one transaction, committed on return. Their attempts are the ledger's own: claimed,
 * settled and told of in the promise's story as all others, only that the promise stays kept.
 */
public interface Surveys {

    /**
     * Promises of a line that were kept between these two moments, of which nothing is decided, for
     * which nobody was called to be asked, and none whose call may still go on; the oldest first.
     */
    List<Kept> kept(LineName line, Instant from, Instant to, int limit);

    /**
     * A kept promise, and what is known of whoever it was made to.
     *
     * @param marked whether he has given the call a mark
     * @param promised whether anything else is promised to him, a call or an action
     * @param task whether a person has to call him
     * @param asked when he was last called to be asked, for whatever promise
     * @param voids how many such calls for this one were surely not dialled
     * @param lastVoid when the last of them ended
     */
    record Kept(
            Callback.Kept promise,
            boolean marked,
            boolean promised,
            boolean task,
            Optional<Instant> asked,
            int voids,
            Optional<Instant> lastVoid) {}

    /** Commits an attempt that is about to be placed. False when there is a live one. */
    boolean intend(Callback.Kept promise, Attempt attempt, String reason);

    /** Nobody is called for this one; its story says why. */
    void leaveOut(Callback.Kept promise, String reason, Instant now);
}
