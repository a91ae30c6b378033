package dev.amends.store;

import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Task;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The tasks that come of promised actions, which are a part of their rows. */
final class ActionTaskRows {

    private static final String SELECT =
            "SELECT a.why, a.seen_at, a.note, "
                    + ActionRows.COLUMNS
                    + " FROM action_promise a WHERE ";
    private static final String IS_OPEN = "a.overdue_at IS NOT NULL AND a.seen_at IS NULL";
    static final String OPEN = SELECT + IS_OPEN + " ORDER BY a.overdue_at LIMIT :limit";
    static final String DONE =
            SELECT + "a.seen_at IS NOT NULL ORDER BY a.seen_at DESC LIMIT :limit";
    static final String BY_PREFIX =
            SELECT
                    + "a.id >= :first AND a.id < :beyond AND a.overdue_at IS NOT NULL ORDER BY a.id"
                    + " LIMIT "
                    + Ledger.MOST_FOUND;
    static final String OF_PROMISE = SELECT + "a.id = :promise AND a.overdue_at IS NOT NULL";
    static final String HOW_MANY = "SELECT count(*) FROM action_promise a WHERE " + IS_OPEN;

    static final TaskQueries QUERIES =
            new TaskQueries(
                    OPEN, DONE, BY_PREFIX, OF_PROMISE, HOW_MANY, (row, context) -> read(row));

    private ActionTaskRows() {}

    /** Somebody has seen to it; the action itself stays undone. */
    static boolean done(Handle handle, PromiseId promise, String note, Instant now) {
        return handle.createUpdate(
                                "UPDATE action_promise SET note = :note, seen_at ="
                                        + " CASE WHEN overdue_at > :now THEN overdue_at ELSE :now END"
                                        + " WHERE id = :promise AND overdue_at IS NOT NULL"
                                        + " AND seen_at IS NULL")
                        .bind("now", now.toEpochMilli())
                        .bind("note", note)
                        .bind("promise", promise.value())
                        .execute()
                == 1;
    }

    private static Task read(ResultSet row) throws SQLException {
        Instant seen = Instant.ofEpochMilli(row.getLong("seen_at"));
        boolean open = row.wasNull();
        return new Task(
                ActionRows.read(row),
                Instant.ofEpochMilli(row.getLong("overdue_at")),
                row.getString("why"),
                open ? Optional.empty() : Optional.of(new Task.Done(seen, row.getString("note"))));
    }
}
