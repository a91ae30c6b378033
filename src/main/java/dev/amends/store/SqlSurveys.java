package dev.amends.store;

import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.Callback;
import dev.amends.promise.Surveys;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Calls that ask whoever was called back how that was, in SQL. */
final class SqlSurveys implements Surveys {

    private static final Logger log = LoggerFactory.getLogger(SqlSurveys.class);

    /** A call of his that asked, for whatever promise of his. */
    private static final String ASKED =
            " FROM promise q JOIN attempt s ON s.promise_id = q.id AND s.survey = 1"
                    + " WHERE q.number IN (SELECT n.e164 FROM number n"
                    + " WHERE n.person_id = p.person_id)"
                    + " AND coalesce(s.outcome, '') != 'void'";

    private static final String VOIDS =
            " FROM attempt v WHERE v.promise_id = p.id AND v.survey = 1 AND v.outcome = 'void'";

    static final String KEPT =
            "SELECT "
                    + PromiseRows.COLUMNS
                    + ", EXISTS (SELECT 1 FROM attempt m JOIN survey u ON u.call_id = m.id"
                    + " WHERE m.promise_id = p.id AND u.mark IS NOT NULL) AS marked,"
                    + " (EXISTS (SELECT 1 FROM promise o WHERE o.person_id = p.person_id"
                    + " AND o.state IN ('unspoken', 'promised', 'dialing'))"
                    + " OR EXISTS (SELECT 1 FROM action_promise a"
                    + " WHERE a.person_id = p.person_id AND "
                    + ActionRows.NOT_ENDED
                    + ")) AS promised_more,"
                    + " EXISTS (SELECT 1 FROM task t WHERE t.person_id = p.person_id"
                    + " AND t.done_at IS NULL) AS task, (SELECT max(s.created_at)"
                    + ASKED
                    + ") AS asked, (SELECT count(*)"
                    + VOIDS
                    + ") AS voids, (SELECT max(v.changed_at)"
                    + VOIDS
                    + ") AS last_void FROM promise p WHERE p.state = 'kept' AND p.line = :line"
                    + " AND p.ended_at >= :from AND p.ended_at <= :to"
                    + " AND NOT EXISTS (SELECT 1 FROM survey_left_out l WHERE l.promise_id = p.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM attempt d WHERE d.promise_id = p.id"
                    + " AND d.survey = 1 AND coalesce(d.outcome, '') != 'void') AND "
                    + AttemptRows.NO_CALL_GOES_ON
                    + " ORDER BY p.ended_at LIMIT :limit";

    private static final String INTEND =
            "INSERT INTO attempt (id, promise_id, nth, state, created_at, changed_at, purpose,"
                    + " survey) SELECT :id, p.id, (SELECT coalesce(max(o.nth), 0) + 1 FROM attempt"
                    + " o WHERE o.promise_id = p.id), 'intent', :at, :at, 'tell', 1 FROM promise p"
                    + " WHERE p.id = :promise AND p.state = 'kept' AND NOT EXISTS (SELECT 1 FROM"
                    + " attempt a WHERE a.promise_id = p.id AND "
                    + AttemptRows.LIVE
                    + ")";

    private final Connections connections;

    SqlSurveys(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Kept> kept(LineName line, Instant from, Instant to, int limit) {
        return connections.read(handle ->
                handle.createQuery(KEPT)
                        .bind("line", line.value())
                        .bind("from", from.toEpochMilli())
                        .bind("to", to.toEpochMilli())
                        .bind("limit", limit)
                        .map((row, context) -> kept(row))
                        .list());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                (Callback.Kept) PromiseRows.read(row),
                row.getInt("marked") == 1,
                row.getInt("promised_more") == 1,
                row.getInt("task") == 1,
                PromiseRows.optional(row, "asked"),
                row.getInt("voids"),
                PromiseRows.optional(row, "last_void"));
    }

    @Override
    public boolean intend(Callback.Kept promise, Attempt attempt, String reason) {
        return changed(handle ->
                handle.createUpdate(INTEND)
                                        .bind("id", attempt.id().value())
                                        .bind("at", attempt.createdAt().toEpochMilli())
                                        .bind("promise", promise.id().value())
                                        .execute()
                                == 1
                        ? Optional.of(
                                StoryEntry.of(
                                        promise.id(),
                                        attempt.id(),
                                        "intent",
                                        reason,
                                        attempt.createdAt()))
                        : Optional.empty());
    }

    @Override
    public void leaveOut(Callback.Kept promise, String reason, Instant now) {
        changed(handle ->
                handle.createUpdate(
                                                "INSERT INTO survey_left_out (promise_id)"
                                                        + " VALUES (:promise)"
                                                        + " ON CONFLICT (promise_id) DO NOTHING")
                                        .bind("promise", promise.id().value())
                                        .execute()
                                == 1
                        ? Optional.of(
                                StoryEntry.of(promise.id(), "not asked how it was", reason, now))
                        : Optional.empty());
    }

    private boolean changed(Function<Handle, Optional<StoryEntry>> work) {
        Optional<StoryEntry> written =
                connections.writeOrNothing(
                        handle -> work.apply(handle).map(entry -> entry.write(handle)));
        written.ifPresent(entry -> log.info("{}", entry));
        return written.isPresent();
    }
}
