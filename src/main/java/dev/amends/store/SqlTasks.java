package dev.amends.store;

import dev.amends.promise.PromiseId;
import dev.amends.promise.Task;
import dev.amends.promise.Tasks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tasks of people, in SQL; the ledger makes them. */
final class SqlTasks implements Tasks {

    private static final Logger log = LoggerFactory.getLogger(SqlTasks.class);

    private final Connections connections;

    SqlTasks(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Task> list(boolean withDone, int limit) {
        return connections.read(handle -> {
            List<Task> all = new ArrayList<>(TaskRows.list(handle, TaskRows.OPEN, limit));
            if (withDone && all.size() < limit) {
                all.addAll(TaskRows.list(handle, TaskRows.DONE, limit - all.size()));
            }
            return List.copyOf(all);
        });
    }

    @Override
    public int open() {
        return connections.read(TaskRows::open);
    }

    @Override
    public Optional<Task> of(PromiseId promise) {
        return connections.read(handle -> TaskRows.of(handle, promise));
    }

    @Override
    public boolean done(PromiseId promise, String note, Instant now) {
        Optional<StoryEntry> written =
                connections.writeOrNothing(handle ->
                        TaskRows.done(handle, promise, note, now)
                                ? Optional.of(
                                        StoryEntry.of(promise, "task done", note, now)
                                                .write(handle))
                                : Optional.empty());
        written.ifPresent(entry -> log.info("{}", entry));
        return written.isPresent();
    }
}
