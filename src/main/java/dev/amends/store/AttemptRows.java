package dev.amends.store;

import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.AttemptOnRecord;
import dev.amends.promise.Ledger.Launchable;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Purpose;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Attempts as rows of the table {@code attempt}, and back. */
final class AttemptRows {

    static final String LIVE = "a.state IN ('intent', 'claimed', 'answered')";

    static final String COLUMNS =
            "a.id AS attempt_id, a.promise_id AS attempt_promise, a.state AS attempt_state,"
                    + " a.created_at, a.changed_at, a.outcome,"
                    + " a.message_left, a.purpose, a.survey";
    static final String ON_RECORD =
            "SELECT "
                    + COLUMNS
                    + ", "
                    + PromiseRows.COLUMNS
                    + " FROM attempt a JOIN promise p ON p.id = a.promise_id WHERE ";
    static final String CLAIM =
            "UPDATE attempt SET state = 'claimed', changed_at = :now"
                    + " WHERE id = :id AND state = 'intent'";
    private static final String NO_LIVE_ONE =
            "NOT EXISTS (SELECT 1 FROM attempt a WHERE a.promise_id = p.id AND " + LIVE + ")";

    /**
     * The promises with a call that goes on: its end is known from what it has cost, its outcome
     * may be known before.
     */
    private static final String CALLS_GO_ON =
            "(SELECT o.promise_id FROM call_cost c"
                    + " JOIN attempt o ON o.id = c.attempt_id WHERE c.minutes IS NULL)";

    static final String CALL_GOES_ON = "p.id IN " + CALLS_GO_ON;
    static final String NO_CALL_GOES_ON = "p.id NOT IN " + CALLS_GO_ON;

    /** The void attempts after the last one that was not void. */
    private static final String VOIDS_IN_ROW =
            " FROM attempt v WHERE v.promise_id = p.id AND v.outcome = 'void' AND v.nth >"
                    + " coalesce((SELECT max(o.nth) FROM attempt o"
                    + " WHERE o.promise_id = p.id AND o.outcome != 'void'), 0)";

    static final String LAUNCHABLE =
            "SELECT "
                    + PromiseRows.COLUMNS
                    + ", (SELECT count(*)"
                    + VOIDS_IN_ROW
                    + ") AS voids, (SELECT max(v.changed_at)"
                    + VOIDS_IN_ROW
                    + ") AS last_void FROM promise p WHERE p.state = 'promised'"
                    + " AND p.not_before <= :now AND p.waits_in IS NULL AND "
                    + NO_LIVE_ONE
                    + " AND "
                    + NO_CALL_GOES_ON
                    + " ORDER BY p.effective_arrival, p.asked_at, p.id LIMIT :limit";

    private static final QuickStatement INTEND =
            new QuickStatement(
                    "INSERT INTO attempt (id, promise_id, nth, state, created_at, changed_at, purpose)"
                            + " SELECT :id, p.id, (SELECT coalesce(max(o.nth), 0) + 1 FROM attempt o"
                            + " WHERE o.promise_id = p.id), 'intent', :at, :at, :purpose"
                            + " FROM promise p WHERE p.id = :promise AND p.version = :version"
                            + " AND p.state = 'promised' AND p.waits_in IS NULL AND "
                            + NO_LIVE_ONE);

    private static final RowMapper<AttemptOnRecord> ON_RECORD_MAPPER =
            (row, context) -> new AttemptOnRecord(read(row), PromiseRows.read(row));

    private AttemptRows() {}

    static Optional<AttemptOnRecord> find(Handle handle, AttemptId id) {
        return handle.createQuery(ON_RECORD + "a.id = :id")
                .bind("id", id.value())
                .map(ON_RECORD_MAPPER)
                .findOne();
    }

    static List<AttemptOnRecord> live(Handle handle) {
        return handle.createQuery(ON_RECORD + LIVE + " ORDER BY a.created_at")
                .map(ON_RECORD_MAPPER)
                .list();
    }

    static List<Attempt> of(Handle handle, PromiseId promise) {
        return handle.createQuery(
                        "SELECT "
                                + COLUMNS
                                + " FROM attempt a WHERE a.promise_id = :promise ORDER BY a.nth")
                .bind("promise", promise.value())
                .map((row, context) -> read(row))
                .list();
    }

    static List<Launchable> launchable(Handle handle, Instant now, int limit) {
        return handle.createQuery(LAUNCHABLE)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> launchable(row))
                .list();
    }

    /** Writes an intent, if its promise still is as it was seen and has no live attempt. */
    static boolean intend(Handle handle, Callback.Promised promise, Attempt attempt) {
        return INTEND.on(handle)
                        .bind("id", attempt.id().value())
                        .bind("at", attempt.createdAt().toEpochMilli())
                        .bind("purpose", attempt.purpose().word())
                        .bind("promise", promise.id().value())
                        .bind("version", promise.version())
                        .execute()
                == 1;
    }

    /** Why one is made, for the story. */
    static String why(Attempt attempt) {
        return switch (attempt.purpose()) {
            case CALL -> "may be called now, a place is kept in the queue";
            case TELL -> "is to be told when he is called";
            case SURVEY -> "is to be asked how it was";
        };
    }

    static boolean claim(Handle handle, AttemptId id, Instant now) {
        return handle.createUpdate(CLAIM)
                        .bind("now", now.toEpochMilli())
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    static boolean answered(Handle handle, AttemptId id, Instant now) {
        return handle.createUpdate(
                                "UPDATE attempt SET state = 'answered', changed_at = :now"
                                        + " WHERE id = :id AND state = 'claimed'")
                        .bind("now", now.toEpochMilli())
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    /** Ends a live attempt of this promise. */
    static boolean end(Handle handle, AttemptId id, PromiseId promise, End end) {
        return handle.createUpdate(
                                "UPDATE attempt AS a SET state = 'ended', outcome = :outcome,"
                                        + " message_left = :message, changed_at = :now WHERE a.id = :id"
                                        + " AND a.promise_id = :promise AND "
                                        + LIVE)
                        .bind("outcome", word(column(end.outcome())))
                        .bind("message", end.outcome() == AttemptOutcome.MESSAGE_LEFT ? 1 : 0)
                        .bind("now", end.at().toEpochMilli())
                        .bind("id", id.value())
                        .bind("promise", promise.value())
                        .execute()
                == 1;
    }

    /**
     * The column is older than some outcomes: a message left is a remark to the outcome without a
     * key, and an attempt to tell or ask something is kept when that came about.
     */
    private static AttemptOutcome column(AttemptOutcome outcome) {
        return switch (outcome) {
            case MESSAGE_LEFT -> AttemptOutcome.NO_KEY;
            case TOLD -> AttemptOutcome.KEPT;
            default -> outcome;
        };
    }

    static String word(AttemptOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    static Attempt read(ResultSet row) throws SQLException {
        Purpose purpose =
                row.getInt("survey") == 1
                        ? Purpose.SURVEY
                        : Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT));
        String state = row.getString("attempt_state").toUpperCase(Locale.ROOT);
        return new Attempt(
                new AttemptId(row.getString("attempt_id")),
                new PromiseId(row.getString("attempt_promise")),
                AttemptState.valueOf(state),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                outcome(row, purpose),
                purpose);
    }

    private static Optional<AttemptOutcome> outcome(ResultSet row, Purpose purpose)
            throws SQLException {
        boolean message = row.getInt("message_left") == 1;
        return Optional.ofNullable(row.getString("outcome"))
                .map(word -> AttemptOutcome.valueOf(word.toUpperCase(Locale.ROOT)))
                .map(ended -> message ? AttemptOutcome.MESSAGE_LEFT : ended)
                .map(ended ->
                        purpose != Purpose.CALL && ended == AttemptOutcome.KEPT
                                ? AttemptOutcome.TOLD
                                : ended);
    }

    private static Launchable launchable(ResultSet row) throws SQLException {
        int voids = row.getInt("voids");
        Instant last = Instant.ofEpochMilli(row.getLong("last_void"));
        return new Launchable(
                PromiseRows.promised(row),
                voids,
                voids == 0 ? Optional.empty() : Optional.of(last));
    }

    /** How and when an attempt ended. */
    record End(AttemptOutcome outcome, Instant at) {}
}
