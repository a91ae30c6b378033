package dev.amends.store;

import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.ActionPromise;
import dev.amends.promise.Actions;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Task;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Promised actions in SQL, and the tasks that come of them. */
class SqlActionsTest extends OnSqlite implements ActionsContract {

    @Override
    public Actions actions() {
        return store.actions();
    }

    @Override
    public Ledger ledger() {
        return store.ledger();
    }

    @Test
    void what_is_not_kept_is_a_task_until_a_person_has_seen_to_it() {
        ActionPromise.Overdue first = overdue(1);
        ActionPromise.Overdue second = overdue(2);
        assertThat(store.tasks().open()).isEqualTo(2);
        assertThat(store.tasks().list(false, 9))
                .containsExactly(
                        new Task(first, noonPlus(701), "nobody said so", Optional.empty()),
                        new Task(second, noonPlus(702), "nobody said so", Optional.empty()));
        assertThat(store.tasks().findByPrefix("0")).hasSize(2);

        assertThat(store.tasks().done(first.id(), "refunded", noonPlus(800))).isTrue();
        assertThat(store.tasks().done(first.id(), "again", noonPlus(801))).isFalse();

        assertThat(store.tasks().open()).isOne();
        assertThat(store.tasks().list(true, 9).getLast().done())
                .contains(new Task.Done(noonPlus(800), "refunded"));
        assertThat(store.actions().find(first.id())).contains(first);
        assertThat(store.actions().story(first.id()).getLast())
                .isEqualTo(new Ledger.LedgerEntry(noonPlus(800), "task done", "refunded"));
    }

    @Test
    void what_is_done_after_all_is_no_task_any_more() {
        ActionPromise.Overdue late = overdue(1);
        actions().move(late, late.done(noonPlus(900)), "done after all", noonPlus(900));
        assertThat(store.tasks().open()).isZero();
        assertThat(store.tasks().of(late.id()).orElseThrow().done())
                .contains(new Task.Done(noonPlus(900), "done after all"));
    }

    @Test
    void tasks_of_calls_and_of_actions_are_one_list_the_oldest_first() {
        ActionPromise.Overdue action = overdue(5);
        Callback.Promised call = Samples.promised(ledger(), 9);
        Callback.Broken broken = call.broken(noonPlus(100));
        ledger().move(call, broken, "too late", noonPlus(100));
        assertThat(store.tasks().list(false, 9).stream().map(Task::promise))
                .containsExactly(broken, action);
        ledger().spoke(number(5), action.line(), "spoke with a rep", noonPlus(750));
        assertThat(store.tasks().open()).isEqualTo(2);
    }

    private ActionPromise.Overdue overdue(int n) {
        ActionPromise.Open open = promised(n);
        ActionPromise.Overdue overdue = open.overdue(noonPlus(700 + n));
        assertThat(actions().overdue(open, overdue, Optional.empty(), "nobody said so")).isTrue();
        return overdue;
    }
}
