package dev.amends.measure;

import dev.amends.store.Store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
        write(file, CALLS, now);
    }

    /** The same with so many past calls, ten of each caller. */
    static void write(Path file, int howMany, Instant now) {
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
                    people.setInt(1, howMany / 10);
                    people.executeUpdate();
                }
            }
            String index = dropped(store);
            calls(store, howMany, now.toEpochMilli() - 100 * DAY_MILLIS);
            try (Statement again = store.createStatement()) {
                again.execute(index);
            }
            store.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the past can't be written", e);
        }
    }

    /** Without it, and made again over all at once, the rows are written several times as fast. */
    private static String dropped(Connection store) throws SQLException {
        try (Statement statement = store.createStatement()) {
            statement.execute("PRAGMA cache_size = -200000");
            try (ResultSet index =
                    statement.executeQuery(
                            "SELECT sql FROM sqlite_master WHERE name = 'call_of_person'")) {
                String sql = index.getString(1);
                statement.execute("DROP INDEX call_of_person");
                return sql;
            }
        }
    }

    private static void calls(Connection store, int howMany, long first) throws SQLException {
        try (PreparedStatement calls = store.prepareStatement(PAST_CALLS)) {
            calls.setInt(1, howMany);
            calls.setInt(2, howMany / 10);
            for (int time = 0; time < 2; time++) {
                calls.setLong(3 + 2 * time, first);
                calls.setLong(4 + 2 * time, 100 * DAY_MILLIS / howMany);
            }
            calls.executeUpdate();
        }
    }
}
