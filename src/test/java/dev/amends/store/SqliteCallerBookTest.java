package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.arrival;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallerBook;
import dev.amends.line.ArrivalsOnRecord;
import dev.amends.line.EffectiveArrival;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The caller book and the arrivals on SQLite. */
class SqliteCallerBookTest extends CallerBookContract {

    private static final int MANY = 3_000;

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
    CallerBook book() {
        return store.callerBook();
    }

    @Override
    ArrivalsOnRecord arrivals() {
        return store.arrivalsOnRecord();
    }

    @Test
    void closing_writes_what_was_still_in_the_queue() {
        for (int n = 1; n <= MANY; n++) {
            book().arrived(arrival(n, 1, NOON.minusSeconds(n)));
            book().hungUpWaiting(call(n), NOON.minusMillis(n));
        }
        store.close();
        store = Store.open(folder.resolve("amends.db"));

        List<String> ids = new ArrayList<>();
        for (int n = 1; n <= MANY; n++) {
            ids.add(call(n).value());
        }
        assertThat(arrivals().of(ids)).hasSize(MANY);
        assertThat(book().history(number(1), NOON.minusSeconds(500), NOON))
                .satisfies(history -> {
                    assertThat(history.earlierCalls()).isEqualTo(500);
                    assertThat(history.hungUpWaitingAt()).contains(NOON.minusMillis(1));
                });
        assertThat(book().history(number(1), NOON.minusSeconds(MANY), NOON).earlierCalls())
                .isEqualTo(SqlCallerBook.COUNTED);
    }

    @Test
    void an_attempt_has_its_promises_place() {
        Callback.Promised promise = promised(store.ledger(), 5);
        store.ledger().intend(promise, intent(1, promise.id(), NOON));

        assertThat(arrivals().of(List.of(attemptId(1).value(), attemptId(2).value(), "nobody")))
                .containsOnlyKeys(attemptId(1).value())
                .containsValue(new EffectiveArrival(noonPlus(5)));
        assertThat(arrivals().of(List.of())).isEmpty();
    }
}
