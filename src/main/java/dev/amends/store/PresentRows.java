package dev.amends.store;

import dev.amends.caller.CallId;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.Present;
import dev.amends.promise.PromiseId;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/** Promised callers who rang again and wait themselves: the column {@code waits_in}. */
final class PresentRows {

    static final String ALL =
            "SELECT "
                    + PromiseRows.COLUMNS
                    + ", p.waits_in FROM promise p WHERE p.waits_in IS NOT NULL ORDER BY p.asked_at";
    static final String BY_CALL = PromiseRows.SELECT + "p.waits_in = :call";

    private PresentRows() {}

    /** Notes the call, unless the promise has ended or another call is noted. */
    static boolean come(Handle handle, PromiseId id, CallId call) {
        return handle.createUpdate(
                                "UPDATE promise AS p SET waits_in = :call WHERE p.id = :id"
                                        + " AND (p.waits_in IS NULL OR p.waits_in = :call) AND "
                                        + PromiseRows.OPEN)
                        .bind("call", call.value())
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    /** Forgets the call; the promise it was noted with, if there was one. */
    static Optional<Callback> go(Handle handle, CallId call) {
        Optional<Callback> promise =
                handle.createQuery(BY_CALL)
                        .bind("call", call.value())
                        .map(PromiseRows.MAPPER)
                        .findOne();
        promise.ifPresent(found ->
                handle.createUpdate("UPDATE promise SET waits_in = NULL WHERE waits_in = :call")
                        .bind("call", call.value())
                        .execute());
        return promise;
    }

    static List<Present> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) ->
                        new Present(PromiseRows.read(row), new CallId(row.getString("waits_in"))))
                .list();
    }

    static Optional<CallId> of(Handle handle, PromiseId id) {
        return handle.createQuery(
                        "SELECT waits_in FROM promise WHERE id = :id AND waits_in IS NOT NULL")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(CallId::new);
    }
}
