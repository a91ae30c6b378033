package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.CallerBook;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Signals on SQLite. */
class SqlSignalsTest extends SignalsContract {

    @TempDir Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("amends.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Signals signals() {
        return store.signals();
    }

    @Override
    CallerBook book() {
        return store.callerBook();
    }

    @Test
    void whoever_was_called_is_found_by_the_attempt() {
        Callback.Promised promise = promised(store.ledger(), 3);
        store.ledger().intend(promise, intent(1, promise.id(), NOON));
        CallId attempt = new CallId(attemptId(1).value());
        signals().record(Signal.in(attempt, SignalKind.TAKEN_OVER, "support", NOON, ""));
        written(3, 1);

        assertThat(signals().recent(number(3), NOON))
                .extracting(Signal::kind)
                .containsExactly(SignalKind.TAKEN_OVER);
    }

    @Test
    void a_promise_that_is_late_or_broken_and_an_action_that_is_not_done_are_seen() {
        Callback.Promised late = promised(store.ledger(), 1);
        store.ledger().handOver(late, "overdue", noonPlus(300));
        Callback.Promised lost = promised(store.ledger(), 2);
        store.ledger().move(lost, lost.broken(noonPlus(400)), "tries used up", noonPlus(400));

        assertThat(signals().recent(number(1), NOON))
                .containsExactly(
                        of(1, SignalKind.PROMISE_LATE, noonPlus(300), "promise " + late.id()));
        assertThat(signals().recent(number(2), NOON))
                .containsExactly(
                        of(2, SignalKind.PROMISE_BROKEN, noonPlus(400), "promise " + lost.id()));
    }

    @Test
    void they_go_along_when_two_numbers_are_one_persons_and_back_again() {
        signals().record(of(2, SignalKind.LOW_MARK, NOON, "1 of 5"));
        written(2, 1);

        book().link(number(1), number(2), noonPlus(60));
        assertThat(signals().recent(number(1), NOON)).hasSize(1);
        book().unlink(number(2), noonPlus(70));
        assertThat(signals().recent(number(1), NOON)).isEmpty();
    }

    @Test
    void a_kind_that_another_version_wrote_is_passed_over() throws SQLException {
        signals().record(of(1, SignalKind.LOW_MARK, NOON, "1 of 5"));
        signals().record(of(1, SignalKind.TOLD_STORY, noonPlus(1), ""));
        written(1, 2);
        store.close();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("amends.db"));
                Statement change = connection.createStatement()) {
            change.execute("UPDATE signal SET kind = 'sang_a_song' WHERE kind = 'told_story'");
        }
        open();

        assertThat(signals().recent(number(1), Instant.EPOCH))
                .extracting(Signal::kind)
                .containsExactly(SignalKind.LOW_MARK);
    }
}
