package dev.amends.store;

import dev.amends.care.Said;
import dev.amends.promise.RepDevice;

import org.jdbi.v3.core.Handle;

import java.time.Instant;

/** How a matter's row changes. */
final class MatterRows {

    private MatterRows() {}

    /** What was said first stays, unless it was nothing. */
    static void said(Handle handle, long id, String column, Said said, Instant now) {
        handle.createUpdate(
                        "UPDATE matter SET last_at = :now, %1$s = CASE WHEN coalesce(%1$s, '') = ''"
                                        .formatted(column)
                                + " THEN :code ELSE %s END WHERE id = :id".formatted(column))
                .bind("now", now.toEpochMilli())
                .bind("code", said.code())
                .bind("id", id)
                .execute();
    }

    /** A rep has spoken with its caller. */
    static void known(Handle handle, long id, RepDevice rep, Instant now) {
        handle.createUpdate(
                        "UPDATE matter SET last_at = :now, known_by = :rep, known_at = :now"
                                + " WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("rep", rep.value())
                .bind("id", id)
                .execute();
    }

    /** Something was heard of it. */
    static void heardOf(Handle handle, long id, Instant now) {
        handle.createUpdate("UPDATE matter SET last_at = :now WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** Opens it again, unless its caller has another one open on its line by now. */
    static void reopen(Handle handle, long id, Instant now) {
        handle.createUpdate(
                        "UPDATE matter SET closed_at = NULL, closed_why = NULL, last_at = :now"
                                + " WHERE id = :id AND NOT EXISTS (SELECT 1 FROM matter o"
                                + " WHERE o.person_id = matter.person_id AND o.line = matter.line"
                                + " AND o.closed_at IS NULL)")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** Closes it, not before it was opened; false when it is closed. */
    static boolean close(Handle handle, long id, String why, Instant now) {
        return handle.createUpdate(
                                "UPDATE matter SET closed_why = :why, closed_at = CASE WHEN"
                                        + " opened_at > :now THEN opened_at ELSE :now END"
                                        + " WHERE id = :id AND closed_at IS NULL")
                        .bind("why", why)
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .execute()
                == 1;
    }
}
