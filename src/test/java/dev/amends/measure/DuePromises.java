package dev.amends.measure;

import dev.amends.store.Store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/** A store with nothing in it but promises to as many people, all due, the first one first. */
final class DuePromises {

    private static final String COUNT =
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < %d) ";
    private static final List<String> ROWS =
            List.of(
                    "INSERT INTO person (id, created_at) SELECT n, 0 FROM n",
                    "INSERT INTO number (e164, person_id, added_at)"
                            + " SELECT '+1202' || (4000000 + n), n, 0 FROM n",
                    "INSERT INTO matter (id, person_id, line, opened_at)"
                            + " SELECT n, n, 'support', %d FROM n",
                    "INSERT INTO promise (id, kind, matter_id, person_id, number, line,"
                            + " effective_arrival, asked_at, asked_in, asked_by, step, language,"
                            + " state, version, tries_made, forgiven, not_before)"
                            + " SELECT printf('%%032x', n), 'callback', n, n,"
                            + " '+1202' || (4000000 + n), 'support', %d + n, %d + n,"
                            + " 'due.' || n, '+1202' || (4000000 + n), 2, 'en', 'promised', 2, 0,"
                            + " 0, %d + n FROM n");

    private DuePromises() {}

    /** Makes it in a file that is not there. */
    static void write(Path file, int howMany, Instant since) {
        Store.open(file).close();
        long then = since.toEpochMilli();
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement insert = store.createStatement()) {
            store.setAutoCommit(false);
            for (String rows : ROWS) {
                insert.executeUpdate(
                        COUNT.formatted(howMany) + rows.formatted(then, then, then, then));
            }
            store.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("promises can't be written", e);
        }
    }
}
