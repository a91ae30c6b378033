package dev.amends.store;

import dev.amends.promise.Attempt;
import dev.amends.promise.Ledger.InLine;
import dev.amends.promise.Ledger.Messaged;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Slip;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was done for promises since they ran late, as rows of the table {@code slip}, and back. */
final class SlipRows {

    /** The calls that were to tell him of the last window. */
    private static final String TELLS =
            " FROM attempt t WHERE t.promise_id = s.promise_id AND t.purpose = 'tell'"
                    + " AND t.nth > s.given_after";

    private static final String DIALLED = " AND coalesce(t.outcome, '') != 'void'";

    static final String IN_LINE =
            "SELECT "
                    + PromiseRows.COLUMNS
                    + ", "
                    + AttemptRows.COLUMNS
                    + ", s.raised_at, s.given, s.given_at, s.handed_at, s.message, (SELECT count(*)"
                    + TELLS
                    + DIALLED
                    + ") AS tells, (SELECT count(*)"
                    + TELLS
                    + " AND (t.outcome IN ('kept', 'not_now') OR t.message_left = 1)) AS heard,"
                    + " (SELECT max(t.changed_at)"
                    + TELLS
                    + DIALLED
                    + ") AS told_last, (SELECT max(t.changed_at)"
                    + TELLS
                    + " AND t.outcome = 'void') AS void_last, "
                    + AttemptRows.CALL_GOES_ON
                    + " AS goes_on FROM promise p"
                    + " LEFT JOIN slip s ON s.promise_id = p.id LEFT JOIN attempt a"
                    + " ON a.promise_id = p.id AND "
                    + AttemptRows.LIVE
                    + " WHERE p.state = 'promised' AND p.waits_in IS NULL"
                    + " ORDER BY p.effective_arrival, p.asked_at, p.id LIMIT :limit";

    private static final RowMapper<InLine> MAPPER = (row, context) -> read(row);

    private SlipRows() {}

    static List<InLine> inLine(Handle handle, int limit) {
        return handle.createQuery(IN_LINE).bind("limit", limit).map(MAPPER).list();
    }

    static void write(Handle handle, PromiseId promise, Slip slip) {
        handle.createUpdate(
                        "INSERT INTO slip"
                                + " (promise_id, raised_at, given, given_at, given_after, handed_at,"
                                + " message)"
                                + " VALUES (:promise, :raised, :given, :givenAt, (SELECT"
                                + " coalesce(max(nth), 0) FROM attempt WHERE promise_id = :promise),"
                                + " :handed, :message)"
                                + " ON CONFLICT (promise_id) DO UPDATE"
                                + " SET raised_at = excluded.raised_at, given = excluded.given,"
                                + " given_at = excluded.given_at, given_after = CASE"
                                + " WHEN slip.given = excluded.given THEN slip.given_after"
                                + " ELSE excluded.given_after END,"
                                + " handed_at = excluded.handed_at, message = CASE"
                                + " WHEN slip.given = excluded.given THEN slip.message"
                                + " ELSE excluded.message END")
                .bind("promise", promise.value())
                .bind("raised", millis(slip.raisedAt()))
                .bind("given", slip.given())
                .bind("givenAt", millis(slip.givenAt()))
                .bind("handed", millis(slip.handedAt()))
                .bind("message", slip.telling().message().map(Slip.Message::word).orElse(null))
                .execute();
    }

    /** Only the first word about a message counts, and only while its window is the last one. */
    static boolean messaged(Handle handle, Messaged message) {
        Slip.Message came = message.sent() ? Slip.Message.SENT : Slip.Message.FAILED;
        return handle.createUpdate(
                                "UPDATE slip SET message = :came WHERE promise_id = :promise"
                                        + " AND given_at = :given AND message = 'sending'")
                        .bind("came", came.word())
                        .bind("promise", message.promise().value())
                        .bind("given", message.givenAt().toEpochMilli())
                        .execute()
                == 1;
    }

    static void handed(Handle handle, PromiseId promise, Instant now) {
        handle.createUpdate(
                        "INSERT INTO slip (promise_id, given, handed_at) VALUES (:promise, 0, :now)"
                                + " ON CONFLICT (promise_id) DO UPDATE SET handed_at = :now")
                .bind("promise", promise.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** He has heard of it: a person need not see to it for that any more. */
    static void told(Handle handle, PromiseId promise) {
        handle.createUpdate("UPDATE slip SET handed_at = NULL WHERE promise_id = :promise")
                .bind("promise", promise.value())
                .execute();
    }

    /** He is promised something else now: whatever he was given before is not to be told. */
    static void forget(Handle handle, PromiseId promise) {
        handle.createUpdate("DELETE FROM slip WHERE promise_id = :promise")
                .bind("promise", promise.value())
                .execute();
    }

    private static InLine read(ResultSet row) throws SQLException {
        Optional<Attempt> live =
                row.getString("attempt_id") == null
                        ? Optional.empty()
                        : Optional.of(AttemptRows.read(row));
        return new InLine(PromiseRows.promised(row), live, slip(row), row.getBoolean("goes_on"));
    }

    private static Slip slip(ResultSet row) throws SQLException {
        return new Slip(
                PromiseRows.optional(row, "raised_at"),
                row.getInt("given"),
                PromiseRows.optional(row, "given_at"),
                PromiseRows.optional(row, "handed_at"),
                new Slip.Telling(
                        row.getInt("tells"),
                        row.getInt("heard") > 0,
                        PromiseRows.optional(row, "told_last"),
                        PromiseRows.optional(row, "void_last"),
                        Optional.ofNullable(row.getString("message"))
                                .map(word -> Slip.Message.valueOf(word.toUpperCase(Locale.ROOT)))));
    }

    private static @Nullable Long millis(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).orElse(null);
    }
}
