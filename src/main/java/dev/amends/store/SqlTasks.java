package dev.amends.store;

import dev.amends.promise.PromiseId;
import dev.amends.promise.Task;
import dev.amends.promise.Tasks;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks of people, of both kinds of promises, in SQL; the ledger makes them. */
final class SqlTasks implements Tasks {

    private static final Logger log = LoggerFactory.getLogger(SqlTasks.class);

    private static final Comparator<Task> OLDEST_FIRST = Comparator.comparing(Task::since);
    private static final Comparator<Task> LAST_DONE_FIRST =
            Comparator.comparing((Task task) -> task.done().orElseThrow().at()).reversed();

    private final Connections connections;

    SqlTasks(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Task> list(boolean withDone, int limit) {
        return connections.read(handle -> {
            Stream<Task> open =
                    both(
                            TaskRows.QUERIES.open(handle, limit),
                            ActionTaskRows.QUERIES.open(handle, limit),
                            OLDEST_FIRST);
            Stream<Task> done = withDone ? done(handle, limit) : Stream.empty();
            return Stream.concat(open, done).limit(limit).toList();
        });
    }

    private static Stream<Task> done(Handle handle, int limit) {
        return both(
                TaskRows.QUERIES.done(handle, limit),
                ActionTaskRows.QUERIES.done(handle, limit),
                LAST_DONE_FIRST);
    }

    private static Stream<Task> both(List<Task> calls, List<Task> actions, Comparator<Task> order) {
        return Stream.concat(calls.stream(), actions.stream()).sorted(order);
    }

    @Override
    public int open() {
        return connections.read(handle ->
                TaskRows.QUERIES.howMany(handle) + ActionTaskRows.QUERIES.howMany(handle));
    }

    @Override
    public Optional<Task> of(PromiseId promise) {
        return connections.read(handle ->
                TaskRows.QUERIES
                        .of(handle, promise)
                        .or(() -> ActionTaskRows.QUERIES.of(handle, promise)));
    }

    @Override
    public List<Task> findByPrefix(String prefix) {
        return connections.read(handle -> {
            List<Task> found = new ArrayList<>(TaskRows.QUERIES.byPrefix(handle, prefix));
            found.addAll(ActionTaskRows.QUERIES.byPrefix(handle, prefix));
            return List.copyOf(found);
        });
    }

    @Override
    public boolean done(PromiseId promise, String note, Instant now) {
        Optional<StoryEntry> written =
                connections.writeOrNothing(handle ->
                        entry(handle, promise, note, now).map(entry -> entry.write(handle)));
        written.ifPresent(entry -> log.info("{}", entry));
        return written.isPresent();
    }

    private static Optional<StoryEntry> entry(
            Handle handle, PromiseId promise, String note, Instant now) {
        if (TaskRows.done(handle, promise, note, now)) {
            return Optional.of(StoryEntry.of(promise, "task done", note, now));
        }
        return ActionTaskRows.done(handle, promise, note, now)
                ? Optional.of(StoryEntry.ofAction(promise, "task done", note, now))
                : Optional.empty();
    }
}
