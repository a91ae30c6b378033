package dev.amends.store;

import dev.amends.caller.PhoneNumber;

import org.jdbi.v3.core.Handle;

import java.time.Instant;

/** The block list: numbers that a person has put out of bounds. */
final class BlockRows {

    static final String BLOCKED = "SELECT 1 FROM blocked WHERE number = :number";

    private static final QuickStatement LOOK = new QuickStatement(BLOCKED);

    private BlockRows() {}

    static boolean has(Handle handle, PhoneNumber number) {
        return LOOK.on(handle).bind("number", number.e164()).first(row -> true).isPresent();
    }

    /** A later reason replaces an earlier one. */
    static int put(Handle handle, PhoneNumber number, String reason, Instant now) {
        take(handle, number);
        return handle.createUpdate(
                        "INSERT INTO blocked (number, reason, since)"
                                + " VALUES (:number, :reason, :now)")
                .bind("number", number.e164())
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static boolean take(Handle handle, PhoneNumber number) {
        return handle.createUpdate("DELETE FROM blocked WHERE number = :number")
                        .bind("number", number.e164())
                        .execute()
                == 1;
    }
}
