package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.promised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Purpose;
import dev.amends.promise.Slip;
import dev.amends.promise.Task;
import dev.amends.promise.Tasks;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** A broken promise is a task for a person, in the same transaction; never silence. */
interface TasksContract {

    Ledger ledger();

    /** The tasks that this ledger makes. */
    Tasks tasks();

    @Test
    default void a_promise_whose_tries_are_used_up_is_a_task_with_its_reason() {
        Callback.Broken broken = broken(1, 300);

        assertThat(tasks().open()).isOne();
        assertThat(tasks().list(false, 9))
                .containsExactly(
                        new Task(broken, noonPlus(300), "was busy too often", Optional.empty()));
        assertThat(tasks().of(promiseId(1))).isPresent();
        assertThat(tasks().of(promiseId(2))).isEmpty();
    }

    @Test
    default void a_promise_that_waited_too_long_is_a_task_although_its_placeholder_ends_later() {
        Callback.Promised waits = promised(ledger(), 1);
        ledger().intend(waits, intent(1, waits.id(), NOON));
        Callback.Broken broken = waits.broken(noonPlus(9000));
        ledger().move(waits, broken, "the day for it is used up", noonPlus(9000));

        Ledger.Settlement gone =
                new Ledger.Settlement(
                        attemptId(1), AttemptOutcome.VOID, broken, broken, "was not dialled");
        assertThat(ledger().settle(gone, noonPlus(9001))).isTrue();
        assertThat(tasks().list(false, 9)).hasSize(1);
    }

    @Test
    default void
            a_promise_that_runs_late_is_a_task_until_he_has_spoken_with_a_rep_or_wants_it_no_more() {
        Callback.Promised kept = promised(ledger(), 1);
        Callback.Promised withdrawn = promised(ledger(), 2);
        for (Callback.Promised late : List.of(kept, withdrawn)) {
            assertThat(ledger().handOver(late, "overdue", noonPlus(300))).isTrue();
        }
        assertThat(tasks().list(false, 9))
                .contains(new Task(kept, noonPlus(300), "overdue", Optional.empty()));

        ledger().intend(kept, intent(1, kept.id(), noonPlus(310)));
        Callback.Dialing dialing = ledger().claim(attemptId(1), noonPlus(320)).orElseThrow();
        Ledger.Settlement spoke =
                new Ledger.Settlement(
                        attemptId(1),
                        AttemptOutcome.KEPT,
                        dialing,
                        dialing.kept(noonPlus(400)),
                        "spoke with a rep");
        assertThat(ledger().settle(spoke, noonPlus(400))).isTrue();
        ledger().move(withdrawn, withdrawn.withdrawn(noonPlus(410)), "cancelled", noonPlus(410));

        assertThat(tasks().open()).isZero();
    }

    @Test
    default void who_was_sent_another_time_is_no_task_any_more() {
        Callback.Promised late = promised(ledger(), 1);
        ledger().handOver(late, "overdue", noonPlus(300));
        Callback.Promised moved = late.moved(new PromisedWindow(noonPlus(3600), noonPlus(5400)));
        Slip slip = Slip.NONE.givenAnother(noonPlus(310)).writing();
        ledger().slipped(new Ledger.Slipped(late, moved, slip, "too late"), noonPlus(310));
        assertThat(tasks().open()).isOne();
        ledger().messaged(
                        new Ledger.Messaged(late.id(), noonPlus(310), true, "was told"),
                        noonPlus(315));
        assertThat(tasks().open()).isZero();
    }

    @Test
    default void
            who_was_told_another_time_is_no_task_any_more_and_is_one_again_when_he_is_given_up() {
        Callback.Promised late = promised(ledger(), 1);
        ledger().handOver(late, "overdue", noonPlus(300));
        ledger().intend(late, Attempt.intent(attemptId(1), late.id(), Purpose.TELL, noonPlus(310)));
        Callback.Dialing dialing = ledger().claim(attemptId(1), noonPlus(320)).orElseThrow();
        Callback.Promised stands = dialing.again(dialing.tries(), noonPlus(330));
        ledger().settle(
                        new Ledger.Settlement(
                                attemptId(1), AttemptOutcome.TOLD, dialing, stands, "was told"),
                        noonPlus(330));
        assertThat(tasks().open()).isZero();

        Callback.Broken broken = stands.broken(noonPlus(9000));
        ledger().move(stands, broken, "the days for it are used up", noonPlus(9000));

        assertThat(tasks().list(false, 9))
                .containsExactly(
                        new Task(
                                broken,
                                noonPlus(9000),
                                "the days for it are used up",
                                Optional.empty()));
    }

    @Test
    default void the_oldest_open_task_comes_first_and_the_newest_that_is_done() {
        broken(1, 300);
        broken(2, 200);
        broken(3, 100);
        broken(4, 400);
        assertThat(tasks().done(promiseId(3), "called", noonPlus(500))).isTrue();
        assertThat(tasks().done(promiseId(4), "moved away", noonPlus(600))).isTrue();
        assertThat(tasks().done(promiseId(4), "again", noonPlus(601))).isFalse();
        assertThat(tasks().done(promiseId(9), "never", noonPlus(601))).isFalse();

        assertThat(tasks().list(true, 9).stream().map(task -> task.promise().id()))
                .containsExactly(promiseId(2), promiseId(1), promiseId(4), promiseId(3));
        assertThat(tasks().list(true, 3)).hasSize(3);
        assertThat(tasks().list(false, 9)).hasSize(2);
        assertThat(tasks().of(promiseId(4)).orElseThrow().done())
                .contains(new Task.Done(noonPlus(600), "moved away"));
        assertThat(ledger().story(promiseId(4)).getLast())
                .isEqualTo(new Ledger.LedgerEntry(noonPlus(600), "task done", "moved away"));
    }

    @Test
    default void who_speaks_with_a_rep_after_all_need_not_be_called_by_hand() {
        broken(1, 300);
        broken(2, 300);
        ledger().spoke(number(1), new LineName("sales"), "in call 17.5", noonPlus(900));
        assertThat(tasks().open()).isEqualTo(2);

        ledger().spoke(number(1), SUPPORT, "spoke with a rep, in call 17.5", noonPlus(900));

        assertThat(tasks().open()).isOne();
        assertThat(tasks().of(promiseId(1)).orElseThrow().done())
                .contains(new Task.Done(noonPlus(900), "spoke with a rep, in call 17.5"));
    }

    @Test
    default void a_later_promise_that_is_kept_ends_the_task_of_the_broken_one() {
        broken(1, 300);
        Callback.Promised again = promised(ledger(), 1, 2);
        Callback.Dialing dialing = dialing(again, 2);
        Callback.Kept kept = dialing.kept(noonPlus(900));
        ledger().settle(
                        new Ledger.Settlement(
                                attemptId(2), AttemptOutcome.KEPT, dialing, kept, "spoke"),
                        noonPlus(900));

        assertThat(tasks().open()).isZero();
    }

    private Callback.Broken broken(int n, long seconds) {
        Callback.Dialing dialing = dialing(promised(ledger(), n), n);
        Callback.Broken broken =
                dialing.broken(dialing.tries().after(AttemptOutcome.BUSY), noonPlus(seconds));
        assertThat(
                        ledger().settle(
                                        new Ledger.Settlement(
                                                attemptId(n),
                                                AttemptOutcome.BUSY,
                                                dialing,
                                                broken,
                                                "was busy too often"),
                                        noonPlus(seconds)))
                .isTrue();
        return broken;
    }

    private Callback.Dialing dialing(Callback.Promised promise, int n) {
        ledger().intend(promise, intent(n, promise.id(), noonPlus(70)));
        return ledger().claim(attemptId(n), noonPlus(75)).orElseThrow();
    }
}
