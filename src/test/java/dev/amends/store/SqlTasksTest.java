package dev.amends.store;

import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.promiseId;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.Ledger;
import dev.amends.promise.Setback;
import dev.amends.promise.Task;
import dev.amends.promise.Tasks;
import dev.amends.promise.Tries;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Tasks on SQLite, and those of a database from before there were any. */
class SqlTasksTest extends OnSqlite implements TasksContract {

    @Override
    public Ledger ledger() {
        return store.ledger();
    }

    @Override
    public Tasks tasks() {
        return store.tasks();
    }

    @Test
    void tries_and_broken_promises_of_before_are_counted() throws Exception {
        String file = "jdbc:sqlite:" + folder.resolve("older.db");
        Flyway.configure()
                .dataSource(file, "", "")
                .locations("classpath:dev/amends/store/migration")
                .target("6")
                .load()
                .migrate();
        try (Connection older = DriverManager.getConnection(file);
                Statement write = older.createStatement()) {
            write.execute("PRAGMA application_id = " + StoreFile.OURS);
            write.execute("INSERT INTO person VALUES (1, 0)");
            write.execute("INSERT INTO number VALUES ('+12025550143', 1, 0)");
            write.execute("INSERT INTO matter VALUES (1, 1, 'support', 0, NULL)");
            promise(write, 1, "'broken', 5, 4, 0, NULL, 700");
            write.execute(
                    "INSERT INTO ledger_entry VALUES ('%s', 1, 600, NULL, 'unspoken', 'asked'),"
                                    .formatted(promiseId(1).value())
                            + " ('%s', 2, 700, NULL, 'ended busy', 'was busy; all tries used up')"
                                    .formatted(promiseId(1).value()));
            promise(write, 2, "'promised', 9, 3, 1, 50, NULL");
            int n = 0;
            for (String outcome : List.of("declined", "void", "busy", "unknown", "congestion")) {
                write.execute(
                        "INSERT INTO attempt VALUES ('%s', '%s', %d, 'ended', 0, 0, '%s')"
                                .formatted(
                                        attemptId(++n).value(), promiseId(2).value(), n, outcome));
            }
        }
        try (Store upgraded = Store.open(folder.resolve("older.db"))) {
            Task task = upgraded.tasks().list(false, 9).getFirst();
            assertThat(task.promise().id()).isEqualTo(promiseId(1));
            assertThat(task.why()).isEqualTo("was busy; all tries used up");
            assertThat(task.since().toEpochMilli()).isEqualTo(700);
            assertThat(upgraded.tasks().open()).isOne();
            assertThat(upgraded.ledger().find(promiseId(2)).orElseThrow().tries())
                    .isEqualTo(
                            new Tries(
                                    3,
                                    Map.of(
                                            Setback.BUSY, 2,
                                            Setback.NO_ANSWER, 1,
                                            Setback.CONGESTION, 1)));
        }
    }

    private static void promise(Statement write, int n, String state) throws Exception {
        write.execute(
                "INSERT INTO promise (id, kind, matter_id, person_id, number, line,"
                        + " effective_arrival, asked_at, asked_in, step, state, version, tries_made,"
                        + " forgiven, not_before, ended_at) VALUES ('"
                        + promiseId(n).value()
                        + "', 'callback', 1, 1, '+12025550143', 'support', 0, 0, 'call"
                        + n
                        + "', 1, "
                        + state
                        + ")");
    }
}
