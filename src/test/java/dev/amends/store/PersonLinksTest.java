package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.arrival;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.caller.CallerBook;
import dev.amends.caller.Flag;
import dev.amends.caller.Linking;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ordered;
import dev.amends.promise.Promising;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Two numbers that are one person's. */
class PersonLinksTest extends OnSqlite {

    private static final Instant LATER = noonPlus(3600);

    private CallerBook callers;

    @BeforeEach
    void a_book() {
        callers = store.callerBook();
    }

    @Test
    void calls_and_flags_of_both_are_one_history_and_go_apart_again() {
        callers.arrived(arrival(1, 1, NOON));
        callers.arrived(arrival(2, 2, noonPlus(10)));
        callers.flag(number(2), new Flag("billing", NOON, noonPlus(99_999)));
        await().until(() -> calls(1) + calls(2) == 2);

        assertThat(callers.link(number(1), number(2), LATER))
                .isEqualTo(new Linking.Done(List.of()));
        assertThat(calls(1)).isEqualTo(2);
        assertThat(calls(2)).isEqualTo(2);
        assertThat(callers.history(number(1), Instant.EPOCH, LATER).flag()).isPresent();

        assertThat(callers.unlink(number(2), LATER)).isInstanceOf(Linking.Done.class);
        assertThat(calls(1)).isEqualTo(1);
        assertThat(calls(2)).isEqualTo(1);
        assertThat(callers.history(number(1), Instant.EPOCH, LATER).flag()).isEmpty();
    }

    @Test
    void of_two_open_promises_for_one_line_that_of_who_came_first_stays() {
        Callback.Promised first = promised(store.ledger(), 1);
        Callback.Promised second = promised(store.ledger(), 2);

        assertThat(callers.link(number(2), number(1), LATER)).isEqualTo(merged(first, second));
        assertThat(store.ledger().openFor(number(2), SUPPORT)).contains(first);
        assertThat(store.ledger().find(second.id())).get().isInstanceOf(Callback.Withdrawn.class);
        assertThat(store.ledger().story(second.id()).getLast().reason())
                .contains("one person's who has promise " + first.id());
    }

    @Test
    void the_sooner_call_stays_though_it_was_asked_for_later_and_has_the_earlier_place() {
        Callback.Promised inWeeks = ordered(1, NOON.plus(Duration.ofDays(21)));
        Callback.Promised tomorrow = ordered(2, NOON.plus(Duration.ofDays(1)));

        assertThat(callers.link(number(1), number(2), LATER)).isEqualTo(merged(tomorrow, inWeeks));
        assertThat(store.ledger().openFor(number(1), SUPPORT))
                .contains(
                        tomorrow.changed(
                                tomorrow.terms().at(inWeeks.terms().arrival()),
                                tomorrow.notBefore()));
        assertThat(store.ledger().find(inWeeks.id())).get().isInstanceOf(Callback.Withdrawn.class);
        assertThat(store.ledger().story(tomorrow.id()).getLast())
                .isEqualTo(
                        new Ledger.LedgerEntry(
                                LATER,
                                "place changed",
                                "the earlier one of promise "
                                        + inWeeks.id()
                                        + " of the same person"));
    }

    @Test
    void who_asks_from_his_other_number_changes_the_one_promise_he_has() {
        Callback.Promised first = promised(store.ledger(), 1);
        callers.link(number(1), number(2), LATER);

        Promising second = store.ledger().promise(LedgerScene.request(Samples.terms(2), 2));
        assertThat(second).isInstanceOf(Promising.Changed.class);
        Callback.Promised changed = ((Promising.Changed) second).promise();
        assertThat(changed.id()).isEqualTo(first.id());
        assertThat(changed.terms().number()).isEqualTo(number(2));
        assertThat(changed.terms().arrival()).isEqualTo(first.terms().arrival());
    }

    @Test
    void while_one_is_being_called_and_when_there_is_nothing_to_link_it_is_refused() {
        Callback.Promised first = promised(store.ledger(), 1);
        promised(store.ledger(), 2);
        store.ledger().intend(first, intent(1, first.id(), NOON));
        assertThat(store.ledger().claim(attemptId(1), noonPlus(100))).isPresent();

        assertThat(refusal(callers.link(number(1), number(2), LATER))).contains("under way");
        assertThat(refusal(callers.link(number(1), number(1), LATER))).contains("already");
        assertThat(refusal(callers.unlink(number(2), LATER))).contains("not linked");
    }

    /** Caller {@code n} is called at this time, as one of our own people ordered. */
    private Callback.Promised ordered(int n, Instant at) {
        return ((Ordered.Made) store.ledger().order(Samples.terms(n).ordered(at), "ordered"))
                .promise();
    }

    private static Linking merged(Callback stays, Callback withdrawn) {
        return new Linking.Done(
                List.of(new Linking.Merged(stays.id().value(), withdrawn.id().value())));
    }

    private int calls(int caller) {
        return callers.history(number(caller), Instant.EPOCH, LATER).earlierCalls();
    }

    private static String refusal(Linking linking) {
        return ((Linking.Refused) linking).why();
    }
}
