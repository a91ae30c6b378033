package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.arrival;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.caller.CallerBook;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** What every record of signals must do, wherever it keeps them. */
abstract class SignalsContract {

    /** Empty, the same one during a test. */
    abstract Signals signals();

    /** The callers of the same record. */
    abstract CallerBook book();

    @Test
    void what_was_seen_of_a_number_is_told_of_it_the_newest_first_and_of_no_other() {
        signals().record(of(1, SignalKind.LOW_MARK, NOON, "1 of 5"));
        signals().record(of(1, SignalKind.PROMISE_LATE, noonPlus(60), ""));
        signals().record(of(2, SignalKind.TOLD_STORY, noonPlus(70), ""));
        written(2, 1);

        assertThat(signals().recent(number(1), NOON))
                .containsExactly(
                        of(1, SignalKind.PROMISE_LATE, noonPlus(60), ""),
                        of(1, SignalKind.LOW_MARK, NOON, "1 of 5"));
    }

    @Test
    void what_is_older_is_left_out() {
        signals().record(of(1, SignalKind.LOW_MARK, NOON, "1 of 5"));
        written(1, 1);

        assertThat(signals().recent(number(1), NOON)).hasSize(1);
        assertThat(signals().recent(number(1), NOON.plusMillis(1))).isEmpty();
    }

    @Test
    void whoever_is_known_by_his_call_only_is_found_by_it_even_at_once() {
        book().arrived(arrival(1, 1, NOON));
        signals().record(in(1, SignalKind.HAMMERED_KEYS));
        written(1, 1);

        assertThat(signals().recent(number(1), NOON))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.kind()).isEqualTo(SignalKind.HAMMERED_KEYS);
                    assertThat(signal.number()).contains(number(1));
                    assertThat(signal.call()).contains(call(1));
                });
    }

    @Test
    void of_a_call_that_nobody_knows_nothing_is_remembered() {
        signals().record(in(99, SignalKind.HAMMERED_KEYS));
        signals().record(of(1, SignalKind.LOW_MARK, NOON, "2 of 5"));
        written(1, 1);

        assertThat(signals().recent(number(1), Instant.EPOCH)).hasSize(1);
    }

    @Test
    void only_so_many_are_told_the_newest_ones() {
        for (int n = 0; n < Signals.MOST + 5; n++) {
            signals().record(of(1, SignalKind.LOW_MARK, noonPlus(n), "1 of 5"));
        }
        signals().record(of(2, SignalKind.LOW_MARK, NOON, "1 of 5"));
        written(2, 1);

        List<Signal> told = signals().recent(number(1), NOON);
        assertThat(told).hasSize(Signals.MOST);
        assertThat(told.getFirst().at()).isEqualTo(noonPlus(Signals.MOST + 4));
        assertThat(told.getLast().at()).isEqualTo(noonPlus(5));
    }

    static Signal of(int caller, SignalKind kind, Instant at, String detail) {
        return Signal.of(number(caller), kind, SUPPORT.value(), at, detail);
    }

    static Signal in(int call, SignalKind kind) {
        return Signal.in(call(call), kind, SUPPORT.value(), noonPlus(5), "");
    }

    /** Waits until so many of that caller are there: the order in which they come is kept. */
    void written(int caller, int many) {
        await().until(() -> signals().recent(number(caller), Instant.EPOCH).size() >= many);
    }
}
