package dev.amends.store;

import static dev.amends.store.LedgerScene.allAtOnce;
import static dev.amends.store.LedgerScene.ended;
import static dev.amends.store.LedgerScene.lately;
import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.promised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.Ledger.Claim;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.promise.Spent;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What calls cost in a ledger, and that no claim exceeds the budget. */
interface BudgetContract extends LedgerScene {

    /** Three calls an hour, of ten minutes; a hundred minutes a day. */
    Budget BUDGET = new Budget(100, Budget.UNLIMITED, 3, 10, ZoneOffset.UTC);

    /** Promises with an attempt each, that wait for their claims. */
    private void waiting(int howMany) {
        for (int n = 1; n <= howMany; n++) {
            assertThat(
                            ledger().intend(
                                            promised(ledger(), n),
                                            intent(n, Samples.promiseId(n), noonPlus(70))))
                    .isTrue();
        }
    }

    private Claim claim(int n, Budget budget, long seconds) {
        return ledger().claim(attemptId(n), budget, noonPlus(seconds));
    }

    @Test
    default void a_claimed_call_counts_as_long_as_it_may_take_until_that_is_known() {
        waiting(2);
        assertThat(claim(1, BUDGET, 75)).isInstanceOf(Claim.Won.class);
        assertThat(claim(2, BUDGET, 80)).isInstanceOf(Claim.Won.class);
        assertThat(ledger().spent(BUDGET, noonPlus(100)))
                .isEqualTo(new Spent(20, 20, 20, 2, Optional.empty()));
        assertThat(ledger().unmeasured()).containsExactly(attemptId(1), attemptId(2));

        assertThat(ledger().cost(attemptId(1), 3)).isTrue();

        assertThat(ledger().spent(BUDGET, noonPlus(100)))
                .isEqualTo(new Spent(13, 13, 10, 2, Optional.empty()));
        assertThat(ledger().unmeasured()).containsExactly(attemptId(2));
    }

    @Test
    default void what_a_call_cost_is_written_once_and_never_above_what_it_might() {
        waiting(2);
        claim(1, BUDGET, 75);
        claim(2, BUDGET, 75);
        assertThat(ledger().cost(attemptId(1), 3)).isTrue();
        assertThat(ledger().cost(attemptId(1), 7)).isFalse();
        assertThat(ledger().cost(attemptId(2))).isTrue();
        assertThat(ledger().cost(attemptId(3), 7)).isFalse();
        assertThat(ledger().spent(BUDGET, noonPlus(100)).today()).isEqualTo(13);
        assertThat(ledger().unmeasured()).isEmpty();
    }

    @Test
    default void a_call_counts_for_the_day_on_which_it_began() {
        waiting(1);
        claim(1, BUDGET, 43_190);
        assertThat(ledger().spent(BUDGET, noonPlus(43_199)))
                .isEqualTo(new Spent(10, 10, 10, 1, Optional.empty()));
        assertThat(ledger().spent(BUDGET, noonPlus(43_200)))
                .isEqualTo(new Spent(0, 10, 0, 1, Optional.empty()));
        ledger().cost(attemptId(1), 8);
        assertThat(ledger().spent(BUDGET, noonPlus(43_200)))
                .isEqualTo(new Spent(0, 8, 0, 1, Optional.empty()));
    }

    @Test
    default void a_call_too_many_in_an_hour_is_not_won_and_nothing_of_it_is_written() {
        waiting(4);
        for (int n = 1; n <= 3; n++) {
            assertThat(claim(n, BUDGET, 100 + n)).isInstanceOf(Claim.Won.class);
        }
        assertThat(claim(4, BUDGET, 110))
                .isInstanceOfSatisfying(
                        Claim.NotNow.class,
                        not -> assertThat(not.until()).isEqualTo(noonPlus(3_701)));
        assertThat(claim(4, BUDGET, 3_700)).isInstanceOf(Claim.NotNow.class);
        assertThat(claim(4, BUDGET, 3_701)).isInstanceOf(Claim.Won.class);
    }

    @Test
    default void what_is_left_is_all_that_a_call_may_take() {
        waiting(2);
        Budget little = new Budget(17, Budget.UNLIMITED, 100, 10, ZoneOffset.UTC);
        assertThat(claim(1, little, 75))
                .isInstanceOfSatisfying(
                        Claim.Won.class, won -> assertThat(won.minutes()).isEqualTo(10));
        assertThat(claim(2, little, 75))
                .isInstanceOfSatisfying(
                        Claim.Won.class, won -> assertThat(won.minutes()).isEqualTo(7));
    }

    @Test
    default void the_budget_holds_however_many_claim_at_the_same_moment() throws Exception {
        waiting(RACERS);
        Budget three = new Budget(30, Budget.UNLIMITED, 100, 10, ZoneOffset.UTC);
        AtomicInteger next = new AtomicInteger();

        List<Claim> answers = allAtOnce(() -> claim(next.incrementAndGet(), three, 75));

        assertThat(answers.stream().filter(Claim.Won.class::isInstance)).hasSize(3);
        assertThat(ledger().spent(three, noonPlus(80)).today()).isEqualTo(30);
    }

    @Test
    default void a_call_that_is_not_allowed_now_is_put_off_like_any_other() {
        waiting(1);
        Budget used = new Budget(4, Budget.UNLIMITED, 100, 10, ZoneOffset.UTC);
        Claim.NotNow not = (Claim.NotNow) claim(1, used, 75);
        assertThat(not.until()).isEqualTo(noonPlus(43_200));
        assertThat(
                        ledger().settle(
                                        ended(
                                                1,
                                                AttemptOutcome.VOID,
                                                not.promise(),
                                                not.promise().putOff(not.until())),
                                        noonPlus(75)))
                .isTrue();
        assertThat(ledger().launchable(noonPlus(43_199), 10)).isEmpty();
        assertThat(ledger().launchable(noonPlus(43_200), 10)).hasSize(1);
    }

    @Test
    default void an_attempt_that_does_not_wait_is_lost_whatever_the_budget() {
        Budget used = new Budget(4, Budget.UNLIMITED, 100, 10, ZoneOffset.UTC);
        assertThat(ledger().claim(attemptId(9), used, NOON)).isEqualTo(new Claim.Lost());
    }

    @Test
    default void nothing_is_promised_that_the_budget_cannot_hold() {
        PromiseLimits limits =
                new PromiseLimits(
                        100, 100, 100, new Budget(20, Budget.UNLIMITED, 100, 10, ZoneOffset.UTC));
        List<Promising> answers =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> lately(n, n, 0))
                        .map(asked ->
                                ledger().promise(
                                                new PromiseRequest(
                                                        asked.terms(),
                                                        "asked",
                                                        asked.askedBy(),
                                                        limits)))
                        .toList();
        assertThat(answers.subList(0, 4)).allMatch(Promising.Made.class::isInstance);
        assertThat(answers.getLast())
                .isEqualTo(
                        new Promising.Refused(
                                "4 open promises need what is left of the budget's minutes"));
    }
}
