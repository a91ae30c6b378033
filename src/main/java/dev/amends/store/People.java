package dev.amends.store;

import dev.amends.caller.PhoneNumber;
import dev.amends.care.Matter;
import dev.amends.line.LineName;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** Persons, the numbers that point to them, and their matters. */
final class People {

    static final String BY_NUMBER = "SELECT person_id FROM number WHERE e164 = :number";

    static final String MATTER =
            "SELECT n.person_id, m.id, coalesce(m.last_at, m.opened_at) AS last_at"
                    + " FROM number n LEFT JOIN matter m"
                    + " ON m.person_id = n.person_id AND m.line = :line AND m.closed_at IS NULL"
                    + " WHERE n.e164 = :number";

    private static final QuickStatement FIND = new QuickStatement(BY_NUMBER);
    private static final QuickStatement FIND_MATTER = new QuickStatement(MATTER);
    private static final QuickStatement OPEN_MATTER =
            new QuickStatement(
                    "INSERT INTO matter (id, person_id, line, opened_at)"
                            + " VALUES (:id, :person, :line, :now)");
    private static final QuickStatement ADD =
            new QuickStatement("INSERT INTO person (id, created_at) VALUES (:id, :now)");
    private static final QuickStatement ADD_NUMBER =
            new QuickStatement(
                    "INSERT INTO number (e164, person_id, added_at)"
                            + " VALUES (:number, :id, :now)");

    private static final SecureRandom RANDOM = new SecureRandom();

    private People() {}

    /** A new id: 63 random bits, so that several nodes never meet. */
    static long newId() {
        return RANDOM.nextLong() & Long.MAX_VALUE;
    }

    /** The person behind a number, if he ever called. */
    static Optional<Long> find(Handle handle, PhoneNumber number) {
        return FIND.on(handle).bind("number", number.e164()).first(row -> row.getLong("person_id"));
    }

    /** The person behind a number; a new one for a number that is new. */
    static long of(Handle handle, PhoneNumber number, Instant now) {
        return find(handle, number).orElseGet(() -> add(handle, number, now));
    }

    /**
     * One person's one problem.
     *
     * @param fresh whether it has just been opened
     */
    record OpenMatter(long person, long id, boolean fresh) {}

    /** The open matter of a number's person on a line; a new one when none is or it went quiet. */
    static OpenMatter matter(Handle handle, PhoneNumber number, LineName line, Instant now) {
        return FIND_MATTER
                .on(handle)
                .bind("number", number.e164())
                .bind("line", line.value())
                .first(row ->
                        new Found(
                                row.getLong("person_id"),
                                row.getLong("id"),
                                row.getLong("last_at")))
                .map(found -> matter(handle, found, line, now))
                .orElseGet(() -> open(handle, add(handle, number, now), line, now));
    }

    /** A person, and the open matter that he may have. */
    private record Found(long person, long matter, long lastAt) {
        boolean hasMatter() {
            return matter != 0;
        }
    }

    private static OpenMatter matter(Handle handle, Found found, LineName line, Instant now) {
        return found.hasMatter() && !gone(handle, found, now)
                ? new OpenMatter(found.person(), found.matter(), false)
                : open(handle, found.person(), line, now);
    }

    /** Whether it went quiet; then it is closed. */
    private static boolean gone(Handle handle, Found matter, Instant now) {
        boolean quiet = matter.lastAt() < now.minus(Matter.QUIET).toEpochMilli();
        if (quiet) {
            MatterRows.close(handle, matter.matter(), "nothing was heard of it", now);
        }
        return quiet;
    }

    private static OpenMatter open(Handle handle, long person, LineName line, Instant now) {
        long id = newId();
        OPEN_MATTER
                .on(handle)
                .bind("id", id)
                .bind("person", person)
                .bind("line", line.value())
                .bind("now", now.toEpochMilli())
                .execute();
        return new OpenMatter(person, id, true);
    }

    private static long add(Handle handle, PhoneNumber number, Instant now) {
        long id = newId();
        ADD.on(handle).bind("id", id).bind("now", now.toEpochMilli()).execute();
        ADD_NUMBER
                .on(handle)
                .bind("number", number.e164())
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
        return id;
    }
}
