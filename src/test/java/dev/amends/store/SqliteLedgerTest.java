package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promiseId;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.speech.Language;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The ledger on SQLite. */
class SqliteLedgerTest extends OnSqlite implements LedgerContract {

    @Override
    public Ledger ledger() {
        return store.ledger();
    }

    @Test
    void a_promise_from_before_languages_was_made_in_english() throws Exception {
        String file = "jdbc:sqlite:" + folder.resolve("older.db");
        Flyway.configure()
                .dataSource(file, "", "")
                .locations("classpath:dev/amends/store/migration")
                .target("1")
                .load()
                .migrate();
        try (Connection older = DriverManager.getConnection(file);
                Statement write = older.createStatement()) {
            write.execute("PRAGMA application_id = " + StoreFile.OURS);
            write.execute("INSERT INTO person VALUES (1, 0)");
            write.execute("INSERT INTO number VALUES ('+12025550143', 1, 0)");
            write.execute("INSERT INTO matter VALUES (1, 1, 'support', 0, NULL)");
            write.execute(
                    "INSERT INTO promise VALUES ('%s', 'callback', 1, 1, '+12025550143', 'support',"
                                    .formatted(promiseId(1).value())
                            + " 0, 0, 'a-call', 1, 'unspoken', 1, 0, 0, NULL, NULL)");
        }
        try (Store upgraded = Store.open(folder.resolve("older.db"))) {
            Callback promise = upgraded.ledger().find(promiseId(1)).orElseThrow();
            assertThat(promise.terms().language()).isEqualTo(Language.ENGLISH);
        }
    }

    @Test
    void a_matter_stays_the_same_for_fourteen_days_and_then_a_new_one_is_opened() throws Exception {
        askAndWithdraw(1, Duration.ZERO);
        askAndWithdraw(2, Duration.ofDays(14));
        askAndWithdraw(3, Duration.ofDays(14).plusMillis(1));

        assertThat(numbers("SELECT count(*) FROM matter WHERE closed_at IS NOT NULL"))
                .containsExactly(1L);
        assertThat(numbers("SELECT count(*) FROM promise GROUP BY matter_id ORDER BY 1"))
                .containsExactly(1L, 2L);
        assertThat(numbers("SELECT count(*) FROM person")).containsExactly(1L);
    }

    private void askAndWithdraw(int n, Duration later) {
        Instant at = NOON.plus(later);
        CallbackTerms terms =
                new CallbackTerms(
                        promiseId(n),
                        number(1),
                        SUPPORT,
                        new EffectiveArrival(at),
                        at,
                        call(n),
                        2,
                        Language.ENGLISH);
        Callback.Unspoken made = (Callback.Unspoken) ledger().promise(terms, "asked");
        assertThat(ledger().move(made, made.unheard(at), "hung up", at)).isTrue();
    }

    private List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection look =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("amends.db"));
                Statement statement = look.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
