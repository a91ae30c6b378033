package dev.amends.line;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Values by id, each for a while, in the order in which they came. Forgetting costs nothing where
 * nothing is due, and a value that is put again and again takes no more room than one. Not for
 * several threads at once.
 */
final class Expiring<T> {

    private final Map<String, T> values = new LinkedHashMap<>();
    private final Map<String, Instant> until = new HashMap<>();

    /** One for each id, with the moment it was first kept until: looked at again then. */
    private final Queue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));

    private record Due(String id, Instant at) {}

    /** Keeps it until that moment, in place of what this id had. */
    void put(String id, T value, Instant moment) {
        values.put(id, value);
        if (until.put(id, moment) == null) {
            due.add(new Due(id, moment));
        }
    }

    /** Forgets it now; what it was, or null. */
    @Nullable T remove(String id) {
        if (until.containsKey(id)) {
            until.put(id, Instant.MIN);
        }
        return values.remove(id);
    }

    /** All whose moment has not passed. */
    Map<String, T> at(Instant now) {
        for (Due next = due.peek(); next != null && next.at().isBefore(now); next = due.peek()) {
            due.remove();
            lookAgain(next.id(), now);
        }
        return all();
    }

    private void lookAgain(String id, Instant now) {
        Instant moment = until.getOrDefault(id, Instant.MIN);
        if (moment.isBefore(now)) {
            until.remove(id);
            values.remove(id);
        } else {
            due.add(new Due(id, moment));
        }
    }

    /** All, also those whose moment has passed unnoticed. */
    Map<String, T> all() {
        return Collections.unmodifiableMap(values);
    }
}
