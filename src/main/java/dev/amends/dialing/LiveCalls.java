package dev.amends.dialing;

import java.time.Instant;
import java.util.Set;

/**
 * Calls that are alive.
 *
 * @param ids the ids of all channels and of the calls they belong to: a placeholder, and every leg
 *     that came from it, is found by its attempt's id
 * @param runsSince when the telephone system was started
 */
public record LiveCalls(Set<String> ids, Instant runsSince) {

    public LiveCalls {
        ids = Set.copyOf(ids);
    }

    /** Whether anything of this call or attempt is alive. */
    public boolean has(String id) {
        return ids.contains(id);
    }
}
