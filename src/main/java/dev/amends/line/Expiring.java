package dev.amends.line;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Values by id, each for a while, in the order in which they came. Forgetting costs nothing where
 * nothing is due, however many there are. Not for several threads at once.
 */
final class Expiring<T> {

    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();
    private final Map<String, T> values = new LinkedHashMap<>();
    private final Queue<Entry<T>> due = new PriorityQueue<>(Comparator.comparing(Entry<T>::until));

    private record Entry<T>(String id, T value, Instant until) {}

    /** Keeps it until that moment, in place of what this id had. */
    void put(String id, T value, Instant until) {
        Entry<T> entry = new Entry<>(id, value, until);
        entries.put(id, entry);
        values.put(id, value);
        due.add(entry);
    }

    /** Forgets it now; what it was, or null. */
    @Nullable T remove(String id) {
        entries.remove(id);
        return values.remove(id);
    }

    /** All whose moment has not passed. */
    Map<String, T> at(Instant now) {
        for (Entry<T> next = due.peek();
                next != null && next.until().isBefore(now);
                next = due.peek()) {
            due.remove();
            if (entries.get(next.id()) == next) {
                remove(next.id());
            }
        }
        return all();
    }

    /** All, also those whose moment has passed unnoticed. */
    Map<String, T> all() {
        return Collections.unmodifiableMap(values);
    }
}
