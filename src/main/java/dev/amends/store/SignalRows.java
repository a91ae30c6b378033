package dev.amends.store;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was seen of callers, as rows of the table {@code signal}, and back. */
final class SignalRows {

    static final String RECENT =
            "SELECT kind, line, call_id, at, detail FROM signal WHERE person_id = ("
                    + People.BY_NUMBER
                    + ") AND at >= :since ORDER BY at DESC LIMIT "
                    + Signals.MOST;

    /** Who makes a call, or who was called by an attempt: their ids are never the same. */
    static final String CALLER =
            "SELECT person_id FROM call WHERE id = :id AND person_id IS NOT NULL UNION ALL"
                    + " SELECT p.person_id FROM attempt a JOIN promise p ON p.id = a.promise_id"
                    + " WHERE a.id = :id";

    private static final QuickStatement LOOK = new QuickStatement(RECENT);
    private static final QuickStatement FIND = new QuickStatement(CALLER);
    private static final QuickStatement WRITE =
            new QuickStatement(
                    "INSERT INTO signal (id, person_id, line, call_id, kind, at, detail)"
                            + " VALUES (:id, :person, :line, :call, :kind, :at, :detail)");

    private SignalRows() {}

    static List<Signal> recent(Handle handle, PhoneNumber number, Instant since) {
        return LOOK
                .on(handle)
                .bind("number", number.e164())
                .bind("since", since.toEpochMilli())
                .all(row -> read(row, number))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Signal> read(ResultSet row, PhoneNumber number) throws SQLException {
        Optional<SignalKind> kind = SignalKind.of(row.getString("kind"));
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Signal(
                                kind.get(),
                                Optional.of(number),
                                Optional.ofNullable(row.getString("call_id")).map(CallId::new),
                                row.getString("line"),
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("detail")));
    }

    /** Nothing is written of somebody who is not known. */
    static void write(Handle handle, Signal signal) {
        person(handle, signal).ifPresent(person -> write(handle, person, signal));
    }

    static void write(Handle handle, long person, Signal signal) {
        WRITE.on(handle)
                .bind("id", People.newId())
                .bind("person", person)
                .bind("line", signal.line())
                .bind("call", signal.call().map(CallId::value).orElse(null))
                .bind("kind", signal.kind().word())
                .bind("at", signal.at().toEpochMilli())
                .bind("detail", signal.detail())
                .execute();
    }

    private static Optional<Long> person(Handle handle, Signal signal) {
        return signal.number()
                .map(number -> People.of(handle, number, signal.at()))
                .or(() -> signal.call().flatMap(call -> caller(handle, call)));
    }

    /** The person who makes that call, if he is known. */
    static Optional<Long> caller(Handle handle, CallId call) {
        return FIND.on(handle).bind("id", call.value()).first(row -> row.getLong("person_id"));
    }
}
