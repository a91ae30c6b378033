package dev.amends.store;

import dev.amends.supervision.Learning;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is on record of a time, in SQL: every statement goes by an index over time, and looks at a
 * bounded number of rows. Somebody whom we called is looked at as part of the call in which he
 * asked for it.
 */
final class SqlLearning implements Learning {

    /** A matter may be opened a little after the call that it is about has come. */
    private static final Duration OPENED_AFTER = Duration.ofMinutes(10);

    static final String CALLS =
            "SELECT c.id, c.person_id, c.line, c.at, c.route, c.answered_at, c.hung_up_waiting_at,"
                    + " (SELECT m.reason FROM matter m WHERE m.person_id = c.person_id"
                    + " AND m.line = c.line AND m.opened_at <= c.at + :opened"
                    + " AND (m.closed_at IS NULL OR m.closed_at >= c.at)"
                    + " ORDER BY m.opened_at DESC LIMIT 1) AS reason,"
                    + " (SELECT max(b.at) FROM call b WHERE b.person_id = c.person_id"
                    + " AND b.at < c.at AND b.at >= c.at - :week) AS came_before,"
                    + " (SELECT min(a.at) FROM call a WHERE a.person_id = c.person_id"
                    + " AND a.at > c.at AND a.at <= c.at + :week AND a.line = c.line) AS came_again"
                    + " FROM call c WHERE c.at >= :from AND c.at < :to ORDER BY c.at DESC"
                    + " LIMIT :most";

    /** The call in which he asked, where it is an attempt that is named. */
    private static final String ASKED_IN =
            " LEFT JOIN attempt t ON t.id = o.call_id LEFT JOIN promise p ON p.id = t.promise_id"
                    + " WHERE o.at >= :from AND o.at < :to ORDER BY o.at DESC LIMIT :most";

    private static final String CALL = "SELECT coalesce(p.asked_in, o.call_id) AS call, ";

    static final String SEEN = CALL + "o.kind, o.detail FROM signal o" + ASKED_IN;
    static final String FLAGGED =
            "SELECT CAST(f.id AS TEXT) AS call, 'flagged' AS kind, f.flagged_by AS detail FROM flag f"
                    + " WHERE f.since >= :from AND f.since < :to ORDER BY f.since DESC LIMIT :most";
    static final String TOLD =
            "SELECT o.call_id AS call, 'told_story' AS kind, '' AS detail"
                    + " FROM call c CROSS JOIN story o WHERE o.call_id = c.id"
                    + " AND o.length_ms IS NOT NULL AND o.empty = 0"
                    + " AND c.at >= :from AND c.at < :to ORDER BY c.at DESC LIMIT :most";
    static final String CLOSED =
            CALL + "o.line, o.rep, o.came, o.mistake, o.remedy FROM closing o" + ASKED_IN;
    static final String SURVEYED = CALL + "o.mark, o.solved FROM survey o" + ASKED_IN;

    static final String CALLBACKS =
            "SELECT p.line, p.asked_in, p.state, p.window_to, coalesce(s.given, 0) AS given,"
                    + " (SELECT a.created_at FROM attempt a WHERE a.promise_id = p.id"
                    + " AND a.outcome = 'kept' AND a.purpose = 'call' LIMIT 1) AS kept_at FROM promise p"
                    + " LEFT JOIN slip s ON s.promise_id = p.id"
                    + " WHERE p.asked_at >= :from AND p.asked_at < :to"
                    + " ORDER BY p.asked_at DESC LIMIT :most";
    static final String ACTIONS =
            "SELECT a.line, a.code, a.owner, a.state, a.due_by, a.ended_at,"
                    + " coalesce(p.asked_in, o.call_id, '') AS call FROM action_promise a"
                    + " LEFT JOIN closing o ON o.action_id = a.id"
                    + " LEFT JOIN attempt t ON t.id = o.call_id"
                    + " LEFT JOIN promise p ON p.id = t.promise_id"
                    + " WHERE a.promised_at >= :from AND a.promised_at < :to"
                    + " ORDER BY a.promised_at DESC LIMIT :most";

    private final Connections connections;

    SqlLearning(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Called> calls(Span span) {
        return connections.read(handle ->
                during(handle, CALLS, span)
                        .bind("week", AGAIN.toMillis())
                        .bind("opened", OPENED_AFTER.toMillis())
                        .map((row, context) -> called(row))
                        .list());
    }

    private static Called called(ResultSet row) throws SQLException {
        Instant at = Instant.ofEpochMilli(row.getLong("at"));
        String reason = row.getString("reason");
        return new Called(
                row.getString("id"),
                row.getString("line"),
                at,
                row.getString("route"),
                reason == null || reason.isEmpty() ? "not known" : reason,
                since(at, row, "answered_at"),
                since(at, row, "hung_up_waiting_at"),
                came(row, "came_before"),
                came(row, "came_again"));
    }

    /** Who withholds his number may have called at any time. */
    private static Optional<Boolean> came(ResultSet row, String column) throws SQLException {
        return row.getString("person_id") == null
                ? Optional.empty()
                : Optional.of(row.getString(column) != null);
    }

    private static Optional<Duration> since(Instant at, ResultSet row, String column)
            throws SQLException {
        long then = row.getLong(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.max(0, then - at.toEpochMilli())));
    }

    @Override
    public List<Seen> seen(Span span) {
        RowMapper<Seen> read =
                (row, context) ->
                        new Seen(
                                String.valueOf(row.getString("call")),
                                row.getString("kind"),
                                rep(row.getString("detail")));
        return connections.read(handle ->
                Stream.of(SEEN, TOLD, FLAGGED)
                        .flatMap(what -> during(handle, what, span).map(read).list().stream())
                        .toList());
    }

    /** Who saw it is the first word, if that is the name of a phone. */
    private static String rep(String detail) {
        String first = detail.split(" ", 2)[0];
        return first.contains("/") ? first : "";
    }

    @Override
    public List<Closed> closed(Span span) {
        return connections.read(handle ->
                during(handle, CLOSED, span)
                        .map((row, context) ->
                                new Closed(
                                        row.getString("call"),
                                        row.getString("line"),
                                        row.getString("rep"),
                                        row.getString("came"),
                                        Optional.ofNullable(row.getString("mistake")),
                                        Optional.ofNullable(row.getString("remedy"))))
                        .list());
    }

    @Override
    public List<Surveyed> surveyed(Span span) {
        return connections.read(handle ->
                during(handle, SURVEYED, span)
                        .map((row, context) ->
                                new Surveyed(
                                        row.getString("call"),
                                        whole(row, "mark"),
                                        whole(row, "solved").map(solved -> solved == 1)))
                        .list());
    }

    private static Optional<Integer> whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public List<Promised> promised(Span span) {
        return connections.read(handle ->
                Stream.concat(
                                during(handle, CALLBACKS, span)
                                        .map((row, context) ->
                                                new Promised(
                                                        "call",
                                                        row.getString("line"),
                                                        row.getString("asked_in"),
                                                        "",
                                                        callback(row)))
                                        .list()
                                        .stream(),
                                during(handle, ACTIONS, span)
                                        .map((row, context) ->
                                                new Promised(
                                                        row.getString("code"),
                                                        row.getString("line"),
                                                        row.getString("call"),
                                                        row.getString("owner"),
                                                        action(row)))
                                        .list()
                                        .stream())
                        .toList());
    }

    /** In time: rung before the end of the time that he was told first. */
    private static Fate callback(ResultSet row) throws SQLException {
        long until = row.getLong("window_to");
        boolean untold = row.wasNull();
        return switch (row.getString("state")) {
            case "kept" ->
                    row.getInt("given") == 0 && (untold || row.getLong("kept_at") <= until)
                            ? Fate.IN_TIME
                            : Fate.LATE;
            case "broken" -> Fate.BROKEN;
            case "withdrawn" -> Fate.WITHDRAWN;
            default -> Fate.OPEN;
        };
    }

    private static Fate action(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "done" ->
                    row.getLong("ended_at") <= row.getLong("due_by") ? Fate.IN_TIME : Fate.LATE;
            case "overdue" -> Fate.BROKEN;
            case "withdrawn" -> Fate.WITHDRAWN;
            default -> Fate.OPEN;
        };
    }

    private static Query during(Handle handle, String statement, Span span) {
        return handle.createQuery(statement)
                .bind("from", span.from().toEpochMilli())
                .bind("to", span.to().toEpochMilli())
                .bind("most", MOST);
    }
}
