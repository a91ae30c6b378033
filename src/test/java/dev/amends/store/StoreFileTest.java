package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.promised;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amends.promise.Callback;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Which files are opened and which are left alone. */
class StoreFileTest {

    private static final int PAGE = 4096;

    @TempDir Path folder;

    @Test
    void a_new_file_is_made_for_its_owner_and_group_only_and_opened_again() throws Exception {
        Path file = folder.resolve("amends.db");
        try (Store store = Store.open(file)) {
            promised(store.ledger(), 1);
        }
        assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("OTHERS");
        try (Store store = Store.open(file)) {
            assertThat(store.ledger().find(promiseId(1))).isPresent();
        }
    }

    @Test
    void who_only_looks_makes_no_store() throws Exception {
        Path file = folder.resolve("amends.db");
        NoStoreYet none = catchThrowableOfType(NoStoreYet.class, () -> Store.openExisting(file));
        assertThat(none).hasMessageContaining(file + " yet").hasMessageContaining("amends run");
        assertThat(file).doesNotExist();
        Files.createFile(file);
        assertThat(catchThrowableOfType(NoStoreYet.class, () -> Store.openExisting(file)))
                .isNotNull();
        assertThat(file).isEmptyFile();
        assertThat(
                        catchThrowableOfType(
                                StoreUnusable.class,
                                () -> Store.openExisting(folder.resolve("no/such/amends.db"))))
                .hasMessageContaining("has no folder");
        Store.open(file).close();
        Store.openExisting(file).close();
    }

    @Test
    void an_empty_file_becomes_the_store() throws Exception {
        Path file = Files.createFile(folder.resolve("amends.db"));
        Store.open(file).close();
        assertThat(Files.size(file)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space.db", "what?mode=memory", "100%25#1.db", "ümlaut;'.db"})
    void any_name_is_that_file(String name) throws Exception {
        Path file = folder.resolve(name);
        try (Store store = Store.open(file)) {
            promised(store.ledger(), 1);
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void several_that_start_at_once_on_a_new_file_all_get_the_same_store() throws Exception {
        Path file = folder.resolve("amends.db");
        try (ExecutorService starters = Executors.newFixedThreadPool(4)) {
            List<Future<Store>> starting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starting.add(starters.submit(() -> Store.open(file)));
            }
            int n = 0;
            for (Future<Store> one : starting) {
                promised(one.get().ledger(), ++n);
            }
            for (Future<Store> one : starting) {
                assertThat(one.get().ledger().list(true, 10)).hasSize(4);
                one.get().close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void another_programs_database_is_left_alone(String journal) throws Exception {
        Path file = folder.resolve("other.db");
        sql(
                file,
                "PRAGMA journal_mode=" + journal,
                "CREATE TABLE t (a)",
                "INSERT INTO t VALUES(1)");

        StoreUnusable refused = refused(file);

        assertThat(refused.problem()).isEqualTo("belongs to another program");
        assertThat(refused)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("[store] path");
    }

    @Test
    void another_programs_database_in_use_is_left_alone() throws Exception {
        Path file = folder.resolve("other.db");
        try (Connection theirs = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = theirs.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("CREATE TABLE t (a)");
            assertThat(refused(file).problem()).isEqualTo("belongs to another program");
            statement.execute("INSERT INTO t VALUES (1)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 100, 5000})
    void a_file_that_is_no_database_is_left_alone(int size) throws Exception {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "n".repeat(size));

        assertThat(refused(file).problem()).isIn("is not a database", "belongs to another program");
    }

    @Test
    void places_where_no_file_can_be_are_named() throws Exception {
        assertThat(refused(folder).problem()).isEqualTo("is a directory");
        assertThat(refused(folder.resolve("none/amends.db")).problem()).isEqualTo("has no folder");
        assertThat(refused(Path.of("/dev/null")).problem()).isEqualTo("is not a file");
        assertThat(
                        catchThrowableOfType(
                                        StoreUnusable.class,
                                        () -> Store.open(Path.of("/proc/amends.db")).close())
                                .problem())
                .isIn(
                        "is in a folder that is not writable",
                        "can't be created (NoSuchFileException)");
    }

    @Test
    void a_newer_amends_store_is_left_alone() throws Exception {
        Path file = folder.resolve("amends.db");
        Store.open(file).close();
        sql(
                file,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                        + " script, checksum, installed_by, execution_time, success)"
                        + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 1, 1)");

        StoreUnusable refused = refused(file);

        assertThat(refused.problem()).contains("newer Amends", "99");
        assertThat(refused.fix()).contains("install that version");
    }

    @Test
    void a_store_with_a_changed_migration_is_left_alone() throws Exception {
        Path file = folder.resolve("amends.db");
        Store.open(file).close();
        sql(file, "UPDATE flyway_schema_history SET checksum = 7");

        assertThat(refused(file)).hasMessageNotContainingAny("SELECT", "CREATE", "checksum");
    }

    @Test
    void a_damaged_store_is_left_alone() throws Exception {
        Path file = folder.resolve("amends.db");
        Store.open(file).close();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, PAGE, (byte) 0x5a);
        Files.write(file, bytes);

        assertThat(refused(file).problem()).isEqualTo("is damaged");
    }

    @Test
    void a_store_that_is_locked_for_now_says_so_and_works_again_later() throws Exception {
        Path file = folder.resolve("amends.db");
        try (Store store = Store.open(file, Duration.ofMillis(50));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement lock = other.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");

            StoreFailure busy =
                    catchThrowableOfType(
                            StoreFailure.class, () -> store.ledger().promise(terms(1), "asked"));
            assertThat(busy.retryable()).isTrue();
            assertThat(busy.toString()).doesNotContain("INSERT", terms(1).number().e164());
            assertThat(store.ledger().find(promiseId(1))).isEmpty();
            assertThat(store.check().run()).extracting(Finding::verdict).contains(Verdict.PROBLEM);

            lock.execute("ROLLBACK");
            Callback made = store.ledger().promise(terms(1), "asked");
            assertThat(store.ledger().find(promiseId(1))).contains(made);
            assertThat(store.check().run())
                    .extracting(Finding::verdict)
                    .doesNotContain(Verdict.PROBLEM);
        }
    }

    @Test
    void a_closed_store_fails_for_good() {
        Store store = Store.open(folder.resolve("amends.db"));
        store.close();
        store.callerBook().arrived(Samples.arrival(1, 1, NOON));

        StoreFailure closed =
                catchThrowableOfType(StoreFailure.class, () -> store.ledger().list(true, 1));
        assertThat(closed.retryable()).isFalse();
    }

    /** Opening is refused, and everything in the folder is as it was. */
    private StoreUnusable refused(Path file) throws IOException {
        List<String> before = contents();
        StoreUnusable refused =
                catchThrowableOfType(StoreUnusable.class, () -> Store.open(file).close());
        assertThat(refused).isNotNull();
        assertThat(contents()).isEqualTo(before);
        return refused;
    }

    private List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                contents.add(file + ":" + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static void sql(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
