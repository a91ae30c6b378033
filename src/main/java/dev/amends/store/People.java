package dev.amends.store;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Persons, the numbers that point to them, and their matters. */
final class People {

    static final String BY_NUMBER = "SELECT person_id FROM number WHERE e164 = :number";

    /** After so many quiet days a matter counts as closed. */
    private static final Duration QUIET = Duration.ofDays(14);

    private static final SecureRandom RANDOM = new SecureRandom();

    private People() {}

    /** A new id: 63 random bits, so that several nodes never meet. */
    static long newId() {
        return RANDOM.nextLong() & Long.MAX_VALUE;
    }

    /** The person behind a number, if he ever called. */
    static Optional<Long> find(Handle handle, PhoneNumber number) {
        return handle.createQuery(BY_NUMBER)
                .bind("number", number.e164())
                .mapTo(Long.class)
                .findOne();
    }

    /** The person behind a number; a new one for a number that is new. */
    static long of(Handle handle, PhoneNumber number, Instant now) {
        return find(handle, number).orElseGet(() -> add(handle, number, now));
    }

    /** The person's open matter on a line; a new one when there is none or it went quiet. */
    static long matter(Handle handle, long person, LineName line, Instant now) {
        return handle.createQuery(
                        "SELECT id, opened_at FROM matter WHERE person_id = :person"
                                + " AND line = :line AND closed_at IS NULL")
                .bind("person", person)
                .bind("line", line.value())
                .map((row, context) -> new Open(row.getLong("id"), row.getLong("opened_at")))
                .findOne()
                .filter(open -> !gone(handle, open, now))
                .map(Open::id)
                .orElseGet(() -> open(handle, person, line, now));
    }

    private record Open(long id, long since) {}

    /** Whether it went quiet; then it is closed. */
    private static boolean gone(Handle handle, Open matter, Instant now) {
        boolean quiet = matter.since() < now.minus(QUIET).toEpochMilli();
        if (quiet) {
            handle.createUpdate("UPDATE matter SET closed_at = :now WHERE id = :id")
                    .bind("now", now.toEpochMilli())
                    .bind("id", matter.id())
                    .execute();
        }
        return quiet;
    }

    private static long open(Handle handle, long person, LineName line, Instant now) {
        long id = newId();
        handle.createUpdate(
                        "INSERT INTO matter (id, person_id, line, opened_at)"
                                + " VALUES (:id, :person, :line, :now)")
                .bind("id", id)
                .bind("person", person)
                .bind("line", line.value())
                .bind("now", now.toEpochMilli())
                .execute();
        return id;
    }

    private static long add(Handle handle, PhoneNumber number, Instant now) {
        long id = newId();
        handle.createUpdate("INSERT INTO person (id, created_at) VALUES (:id, :now)")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate(
                        "INSERT INTO number (e164, person_id, added_at)"
                                + " VALUES (:number, :id, :now)")
                .bind("number", number.e164())
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
        return id;
    }
}
