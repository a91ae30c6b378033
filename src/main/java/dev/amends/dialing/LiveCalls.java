package dev.amends.dialing;

import java.time.Instant;
import java.util.Set;

/**
 * Calls that are alive.
 *
 * @param ids the ids of all channels and of the calls they belong to: a placeholder, a call that
 *     rings before a rep is there, and every leg that came from either, is found by its attempt's
 *     id
 * @param ringing those of attempts whose phones were rung before a rep was there, and whose calls
 *     live, besides any placeholder
 * @param runsSince when the telephone system was started
 */
public record LiveCalls(Set<String> ids, Set<String> ringing, Instant runsSince) {

    public LiveCalls {
        ids = Set.copyOf(ids);
        ringing = Set.copyOf(ringing);
    }

    /** Whether anything of this call or attempt is alive. */
    public boolean has(String id) {
        return ids.contains(id);
    }
}
