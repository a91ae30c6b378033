package dev.amends.store;

import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promiseId;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.Actions;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Deed;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What every store of promised actions does. */
interface ActionsContract {

    Actions actions();

    /** The ledger of the same store. */
    Ledger ledger();

    /** The nth action, asked for from {@code n} seconds after noon on, due 600 s later. */
    default ActionPromise.Open promised(int n) {
        ActionTerms terms =
                new ActionTerms(
                        promiseId(n),
                        new Deed("refund", "refund of order " + n),
                        new ActionOwner("PJSIP/rep" + n),
                        number(n),
                        SUPPORT,
                        noonPlus(600 + n),
                        noonPlus(0),
                        new Language("es"));
        ActionPromise.Open open = new ActionPromise.Open(terms, 1, 0, noonPlus(n));
        actions().promise(open, "promised by an order");
        return open;
    }

    @Test
    default void what_was_promised_is_found_with_its_story() {
        ActionPromise.Open open = promised(1);
        assertThat(actions().find(open.id())).contains(open);
        assertThat(actions().findByPrefix(open.id().value().substring(0, 30)))
                .containsExactly(open);
        assertThat(actions().findByPrefix("f")).isEmpty();
        assertThat(actions().story(open.id()))
                .containsExactly(
                        new Ledger.LedgerEntry(noonPlus(0), "open", "promised by an order"));
    }

    @Test
    default void every_state_comes_back_as_it_was_and_only_the_first_move_counts() {
        ActionPromise.Open open = promised(1);
        ActionPromise.Placed placed = open.placed(attemptId(1), noonPlus(2));
        ActionPromise.Asked asked = placed.claimed(noonPlus(3));
        ActionPromise.Open again = asked.unheard(1, noonPlus(60));
        ActionPromise.Done done = again.done(noonPlus(700));
        moves(open, placed, asked, again, done);
        assertThat(done.late()).isTrue();

        ActionPromise.Open second = promised(2);
        moves(second, second.withdrawn(noonPlus(9)));
        ActionPromise.Open third = promised(3);
        ActionPromise.Overdue overdue = third.overdue(noonPlus(99));
        assertThat(actions().overdue(third, overdue, Optional.empty(), "late")).isTrue();
        assertThat(actions().find(third.id())).contains(overdue);
        moves(overdue, overdue.done(noonPlus(100)));
    }

    private void moves(ActionPromise... states) {
        for (int i = 1; i < states.length; i++) {
            assertThat(actions().move(states[i - 1], states[i], "so it was", noonPlus(5))).isTrue();
            assertThat(actions().move(states[i - 1], states[i], "again", noonPlus(6))).isFalse();
            assertThat(actions().find(states[i].id())).contains(states[i]);
            assertThat(actions().story(states[i].id()).getLast())
                    .isEqualTo(
                            new Ledger.LedgerEntry(
                                    noonPlus(5),
                                    states[i - 1].word() + " -> " + states[i].word(),
                                    "so it was"));
        }
    }

    @Test
    default void due_is_whose_time_has_come_and_whoever_is_being_asked() {
        promised(30);
        ActionPromise.Open early = promised(1);
        ActionPromise.Open asked = promised(2);
        ActionPromise.Placed placed = asked.placed(attemptId(2), noonPlus(2));
        actions().move(asked, placed, "rung", noonPlus(2));
        ActionPromise.Open done = promised(3);
        actions().move(done, done.done(noonPlus(3)), "done", noonPlus(3));

        assertThat(actions().due(noonPlus(10))).containsExactlyInAnyOrder(early, placed);
    }

    @Test
    default void an_attempt_finds_its_action_before_and_after_the_claim() {
        ActionPromise.Open open = promised(1);
        ActionPromise.Placed placed = open.placed(attemptId(1), noonPlus(2));
        actions().move(open, placed, "rung", noonPlus(2));
        assertThat(actions().placed(attemptId(1))).contains(placed);
        assertThat(actions().asked(attemptId(1))).isEmpty();
        assertThat(actions().placed(attemptId(2))).isEmpty();

        ActionPromise.Asked asked = placed.claimed(noonPlus(3));
        actions().move(placed, asked, "claimed", noonPlus(3));
        assertThat(actions().placed(attemptId(1))).isEmpty();
        assertThat(actions().asked(attemptId(1))).contains(asked);

        actions().move(asked, asked.later(noonPlus(99)), "later", noonPlus(9));
        assertThat(actions().asked(attemptId(1))).isEmpty();
    }

    @Test
    default void who_was_promised_something_that_is_not_done_is_called_once() {
        ActionPromise.Open open = promised(1);
        ActionPromise.Overdue overdue = open.overdue(noonPlus(700));
        assertThat(actions().overdue(open, overdue, Optional.of(call(1, 21)), "not done")).isTrue();
        assertThat(actions().overdue(open, overdue, Optional.of(call(1, 22)), "not done"))
                .isFalse();

        Callback call = ledger().openFor(number(1), SUPPORT).orElseThrow();
        assertThat(call).isInstanceOf(Callback.Promised.class);
        assertThat(call.id()).isEqualTo(promiseId(21));
        assertThat(ledger().find(promiseId(22))).isEmpty();
        assertThat(ledger().story(call.id()).getFirst().reason())
                .contains("promise " + open.id() + " is not kept");
    }

    @Test
    default void who_has_a_call_coming_keeps_the_time_of_that_one() {
        Callback.Promised there = Samples.promised(ledger(), 1, 20);
        ActionPromise.Open open = promised(1);
        assertThat(
                        actions()
                                .overdue(
                                        open,
                                        open.overdue(noonPlus(700)),
                                        Optional.of(call(1, 21)),
                                        "not done"))
                .isTrue();
        assertThat(ledger().find(there.id())).contains(there);
        assertThat(ledger().find(promiseId(21))).isEmpty();
    }

    @Test
    default void those_not_ended_are_listed_first_the_next_due_first() {
        ActionPromise.Open later = promised(3);
        ActionPromise.Open sooner = promised(2);
        ActionPromise.Open over = promised(1);
        ActionPromise.Done done = over.done(noonPlus(4));
        actions().move(over, done, "done", noonPlus(4));
        assertThat(actions().list(false, 9)).containsExactlyInAnyOrder(sooner, later);
        assertThat(actions().list(true, 9)).hasSize(3).contains(done);
        assertThat(actions().list(true, 1)).hasSize(1);
    }

    @Test
    default void what_was_done_in_time_late_and_not_is_counted() {
        assertThat(actions().score()).isEqualTo(new Actions.Score(0, 0, 0));
        ActionPromise.Open inTime = promised(1);
        actions().move(inTime, inTime.done(noonPlus(601)), "done", noonPlus(601));
        ActionPromise.Open late = promised(2);
        actions().move(late, late.done(noonPlus(603)), "done", noonPlus(603));
        ActionPromise.Open not = promised(3);
        actions().overdue(not, not.overdue(noonPlus(700)), Optional.empty(), "not done");
        promised(4);
        assertThat(actions().score()).isEqualTo(new Actions.Score(1, 1, 1));
    }

    private static CallbackTerms call(int caller, int n) {
        PromiseId id = promiseId(n);
        return new CallbackTerms(
                id,
                number(caller),
                SUPPORT,
                new EffectiveArrival(noonPlus(700)),
                noonPlus(700),
                CallbackTerms.byOrder(id),
                0,
                Language.ENGLISH);
    }
}
