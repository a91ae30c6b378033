package dev.amends.simulation;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asterisk's own database: what was written or removed in the last second is lost in a crash. */
final class AstDb {

    private static final Duration NOT_ON_DISK_YET = Duration.ofSeconds(1);

    private final Map<Object, Object> values = new HashMap<>();
    private final Deque<Change> changes = new ArrayDeque<>();

    private record Change(Instant at, Object key, @Nullable Object before) {}

    void put(Object key, Object value, Instant now) {
        remember(key, now);
        values.put(key, value);
    }

    void remove(Object key, Instant now) {
        if (values.containsKey(key)) {
            remember(key, now);
            values.remove(key);
        }
    }

    <T> Optional<T> get(Object key, Class<T> kind) {
        return Optional.ofNullable(values.get(key)).filter(kind::isInstance).map(kind::cast);
    }

    void crash(Instant now) {
        while (!changes.isEmpty() && changes.peek().at().isAfter(now.minus(NOT_ON_DISK_YET))) {
            Change change = changes.pop();
            if (change.before() == null) {
                values.remove(change.key());
            } else {
                values.put(change.key(), change.before());
            }
        }
    }

    private void remember(Object key, Instant now) {
        while (!changes.isEmpty() && changes.peekLast().at().isBefore(now.minus(NOT_ON_DISK_YET))) {
            changes.removeLast();
        }
        changes.push(new Change(now, key, values.get(key)));
    }
}
