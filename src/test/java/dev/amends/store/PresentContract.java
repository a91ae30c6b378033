package dev.amends.store;

import static dev.amends.store.LedgerScene.allAtOnce;
import static dev.amends.store.LedgerScene.ended;
import static dev.amends.store.LedgerScene.request;
import static dev.amends.store.LedgerScene.sameCallerAs;
import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.promised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Promising;
import dev.amends.promise.Tries;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

/** What a ledger keeps of promised callers who are on the line themselves. */
interface PresentContract extends LedgerScene {

    @Test
    default void whoever_waits_himself_is_not_called_meanwhile() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().intend(promise, intent(1, promise.id(), NOON));

        assertThat(ledger().notePresent(promise.id(), call(9), NOON)).isTrue();
        assertThat(ledger().notePresent(promise.id(), call(9), NOON)).isTrue();
        assertThat(ledger().notePresent(promise.id(), call(8), NOON)).isFalse();
        assertThat(ledger().claim(attemptId(1), noonPlus(75))).isEmpty();
        ledger().settle(ended(1, AttemptOutcome.VOID, promise, promise), noonPlus(76));
        assertThat(ledger().launchable(noonPlus(500), 9)).isEmpty();
        assertThat(ledger().intend(promise, intent(2, promise.id(), NOON))).isFalse();
        assertThat(ledger().present()).containsExactly(new Ledger.Present(promise, call(9)));
        assertThat(ledger().presentIn(promise.id())).contains(call(9));

        assertThat(ledger().noteGone(call(9), "hung up", NOON)).isTrue();
        assertThat(ledger().noteGone(call(9), "hung up", NOON)).isFalse();
        assertThat(ledger().present()).isEmpty();
        assertThat(dialing(promise, 3)).isEqualTo(promise.claimed());
    }

    @Test
    default void whoever_rings_again_while_he_is_called_is_not_called_once_more() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Dialing dialing = dialing(promise, 1);
        assertThat(ledger().notePresent(promise.id(), call(9), NOON)).isTrue();
        Callback.Promised again = dialing.again(new Tries(1, 0), noonPlus(80));
        ledger().settle(ended(1, AttemptOutcome.BUSY, dialing, again), noonPlus(80));

        assertThat(ledger().launchable(noonPlus(500), 9)).isEmpty();
        assertThat(ledger().presentIn(promise.id())).contains(call(9));
    }

    @Test
    default void a_promise_that_has_ended_has_nobody_who_waits() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().notePresent(promise.id(), call(9), NOON);
        ledger().move(promise, promise.withdrawn(NOON), "served meanwhile", NOON);

        assertThat(ledger().present()).isEmpty();
        assertThat(ledger().notePresent(promise.id(), call(9), NOON)).isFalse();
        assertThat(ledger().notePresent(promiseId(7), call(9), NOON)).isFalse();
    }

    @Test
    default void
            whoever_waits_himself_and_then_asks_to_be_called_keeps_his_promise_and_is_called_once_he_hung_up() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().notePresent(promise.id(), call(2), NOON);

        assertThat(ledger().promise(request(sameCallerAs(1, 2, SUPPORT), 1)))
                .isEqualTo(new Promising.Existing(promise));
        assertThat(ledger().launchable(noonPlus(500), 9)).isEmpty();

        ledger().noteGone(call(2), "his call is over", NOON);
        assertThat(ledger().story(promise.id()).stream().map(Ledger.LedgerEntry::what))
                .endsWith("is on the line", "stays promised", "is off the line");
        assertThat(ledger().launchable(noonPlus(500), 9)).hasSize(1);
    }

    @Test
    default void exactly_one_of_a_claim_and_a_caller_who_rings_again_wins() throws Exception {
        for (int n = 1; n <= 10; n++) {
            Callback.Promised promise = promised(ledger(), n);
            AttemptId attempt = attemptId(n);
            ledger().intend(promise, intent(n, promise.id(), NOON));
            CallId call = call(100 + n);
            AtomicInteger who = new AtomicInteger();
            allAtOnce(() ->
                    who.incrementAndGet() % 2 == 0
                            ? ledger().claim(attempt, NOON).isPresent()
                            : ledger().notePresent(promise.id(), call, NOON));
            boolean claimed =
                    ledger().attempt(attempt).orElseThrow().attempt().state()
                            == AttemptState.CLAIMED;
            boolean dialing = ledger().find(promise.id()).orElseThrow() instanceof Callback.Dialing;
            assertThat(dialing).isEqualTo(claimed);
            assertThat(ledger().presentIn(promise.id())).contains(call);
        }
    }
}
