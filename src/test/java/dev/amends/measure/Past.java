package dev.amends.measure;

import dev.amends.store.Store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A store with a million past calls of a hundred thousand callers over a hundred days: what a busy
 * line has after some months. Caller {@code n} has ten of them, spread over the days.
 */
final class Past {

    static final int CALLS = 1_000_000;
    static final int CALLERS = 100_000;

    private static final long DAY_MILLIS = 86_400_000;
    private static final String COUNT =
            "WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n + 1 < ?) ";
    private static final List<String> PEOPLE =
            List.of(
                    COUNT + "INSERT INTO person (id, created_at) SELECT n + 1, 0 FROM n",
                    COUNT
                            + "INSERT INTO number (e164, person_id, added_at)"
                            + " SELECT '+1202' || (3000000 + n), n + 1, 0 FROM n");

    /** Neighbours in time are different callers, so that each caller's rows lie scattered. */
    private static final String PAST_CALLS =
            COUNT
                    + "INSERT INTO call (id, person_id, line, at, effective_arrival, route, reason,"
                    + " hung_up_waiting_at) SELECT 'past.' || n, (n * 7919) % ? + 1, 'support',"
                    + " ? + n * ?, ? + n * ?, 'ordinary', 'ordinary caller', NULL FROM n";

    private Past() {}

    /** A caller with a past. */
    static String number(int caller) {
        return "+1202" + (3_000_000 + caller);
    }

    /** A number that has never called; neighbours are in different blocks of a thousand. */
    static String fresh(int n) {
        return "+1202" + (4_000_000 + n * 1_009L % 5_000_000);
    }

    /** Makes it anew. */
    static void write(Path file, Instant now) {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Store.open(file).close();
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            store.setAutoCommit(false);
            for (String sql : PEOPLE) {
                try (PreparedStatement people = store.prepareStatement(sql)) {
                    people.setInt(1, CALLERS);
                    people.executeUpdate();
                }
            }
            calls(store, now.toEpochMilli() - 100 * DAY_MILLIS, 100 * DAY_MILLIS / CALLS);
            store.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the past can't be written", e);
        }
    }

    private static void calls(Connection store, long first, long apart) throws SQLException {
        try (PreparedStatement calls = store.prepareStatement(PAST_CALLS)) {
            calls.setInt(1, CALLS);
            calls.setInt(2, CALLERS);
            for (int time = 0; time < 2; time++) {
                calls.setLong(3 + 2 * time, first);
                calls.setLong(4 + 2 * time, apart);
            }
            calls.executeUpdate();
        }
    }
}
