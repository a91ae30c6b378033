package dev.amends.store;

import static dev.amends.store.LedgerScene.allAtOnce;
import static dev.amends.store.LedgerScene.lately;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How many promises a ledger allows. */
interface LimitsContract extends LedgerScene {

    @Test
    default void a_withheld_number_asks_like_any_other() {
        PromiseRequest withheld = new PromiseRequest(terms(1), "asked", Optional.empty(), LIMITS);
        assertThat(ledger().promise(withheld)).isInstanceOf(Promising.Made.class);
    }

    @Test
    default void one_number_is_promised_so_many_a_day() {
        for (int n = 1; n <= 2; n++) {
            over(made(lately(n, 1, 0)));
        }
        assertThat(ledger().promise(lately(3, 1, 86_399)))
                .isEqualTo(new Promising.Refused("2 promises to this number in a day"));
        assertThat(ledger().promise(lately(4, 2, 86_399))).isInstanceOf(Promising.Made.class);
        assertThat(ledger().promise(lately(5, 1, 86_400))).isInstanceOf(Promising.Made.class);
    }

    @Test
    default void a_block_of_a_thousand_numbers_is_promised_so_many_an_hour() {
        for (int n = 1; n <= 3; n++) {
            made(lately(n, n, 0));
        }
        assertThat(ledger().promise(lately(4, 999, 3_599)))
                .isEqualTo(new Promising.Refused("3 promises to this block of numbers in an hour"));
        assertThat(ledger().promise(lately(5, 1_000, 3_599))).isInstanceOf(Promising.Made.class);
        assertThat(ledger().promise(lately(6, 999, 3_600))).isInstanceOf(Promising.Made.class);
    }

    @Test
    default void there_are_so_many_promises_an_hour_in_all() {
        for (int n = 1; n <= 5; n++) {
            made(lately(n, n * 1_000, 0));
        }
        assertThat(ledger().promise(lately(6, 6_000, 3_599)))
                .isEqualTo(new Promising.Refused("5 promises in an hour"));
        assertThat(ledger().promise(lately(7, 7_000, 3_600))).isInstanceOf(Promising.Made.class);
    }

    @Test
    default void a_limit_holds_however_many_ask_at_the_same_moment() throws Exception {
        AtomicInteger asking = new AtomicInteger();
        List<Promising> answers =
                allAtOnce(() -> {
                    int n = asking.incrementAndGet();
                    return ledger().promise(lately(n, n * 1_000, 0));
                });
        assertThat(answers.stream().filter(Promising.Made.class::isInstance)).hasSize(5);
        assertThat(answers.stream().filter(Promising.Refused.class::isInstance))
                .hasSize(RACERS - 5);
    }

    @Test
    default void the_same_order_twice_is_no_second_promise_to_count() {
        made(lately(1, 1, 0));
        for (int again = 0; again < 5; again++) {
            assertThat(ledger().promise(lately(1, 1, 0))).isInstanceOf(Promising.Existing.class);
        }
    }
}
