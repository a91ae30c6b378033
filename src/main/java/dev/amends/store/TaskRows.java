package dev.amends.store;

import dev.amends.line.LineName;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Task;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people have to do, as rows of the table {@code task}, and back. */
final class TaskRows {

    private static final String SELECT =
            "SELECT t.since, t.why, t.done_at, t.note, "
                    + PromiseRows.COLUMNS
                    + " FROM task t JOIN promise p ON p.id = t.promise_id WHERE ";
    static final String OPEN = SELECT + "t.done_at IS NULL ORDER BY t.since LIMIT :limit";
    static final String DONE =
            SELECT + "t.done_at IS NOT NULL ORDER BY t.done_at DESC LIMIT :limit";
    static final String BY_PREFIX =
            SELECT
                    + "t.promise_id >= :first AND t.promise_id < :beyond ORDER BY t.promise_id"
                    + " LIMIT "
                    + Ledger.MOST_FOUND;
    static final String OF_PROMISE = SELECT + "t.promise_id = :promise";
    static final String OPEN_OF_PERSON =
            "SELECT t.promise_id FROM task t WHERE t.done_at IS NULL AND t.person_id = :person"
                    + " AND t.line = :line";
    static final String HOW_MANY = "SELECT count(*) FROM task t WHERE t.done_at IS NULL";

    static final TaskQueries QUERIES =
            new TaskQueries(
                    OPEN, DONE, BY_PREFIX, OF_PROMISE, HOW_MANY, (row, context) -> read(row));

    private TaskRows() {}

    /** A promise has just been broken, or runs late: the one task that it can have is open. */
    static void add(Handle handle, PromiseId promise, String why, Instant since) {
        handle.createUpdate(
                        "INSERT INTO task (promise_id, person_id, line, since, why)"
                                + " SELECT p.id, p.person_id, p.line, :since, :why FROM promise p"
                                + " WHERE p.id = :promise ON CONFLICT (promise_id) DO UPDATE SET"
                                + " since = excluded.since, why = excluded.why, done_at = NULL,"
                                + " note = NULL")
                .bind("since", since.toEpochMilli())
                .bind("why", why)
                .bind("promise", promise.value())
                .execute();
    }

    static boolean done(Handle handle, PromiseId promise, String note, Instant now) {
        return handle.createUpdate(
                                "UPDATE task SET note = :note, done_at ="
                                        + " CASE WHEN since > :now THEN since ELSE :now END"
                                        + " WHERE promise_id = :promise AND done_at IS NULL")
                        .bind("now", now.toEpochMilli())
                        .bind("note", note)
                        .bind("promise", promise.value())
                        .execute()
                == 1;
    }

    /**
     * Whoever spoke with a rep needs no call by hand any more: his open tasks on that line are
     * done.
     */
    static List<StoryEntry> spoke(
            Handle handle, long person, LineName line, String how, Instant now) {
        return handle
                .createQuery(OPEN_OF_PERSON)
                .bind("person", person)
                .bind("line", line.value())
                .mapTo(String.class)
                .list()
                .stream()
                .map(PromiseId::new)
                .filter(promise -> done(handle, promise, how, now))
                .map(promise -> StoryEntry.of(promise, "task done", how, now).write(handle))
                .toList();
    }

    private static Task read(ResultSet row) throws SQLException {
        Instant done = Instant.ofEpochMilli(row.getLong("done_at"));
        boolean open = row.wasNull();
        return new Task(
                PromiseRows.read(row),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getString("why"),
                open ? Optional.empty() : Optional.of(new Task.Done(done, row.getString("note"))));
    }
}
