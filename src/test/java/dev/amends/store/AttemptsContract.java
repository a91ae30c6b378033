package dev.amends.store;

import static dev.amends.store.LedgerScene.allAtOnce;
import static dev.amends.store.LedgerScene.ended;
import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.promised;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.Launchable;
import dev.amends.promise.Ledger.Settlement;
import dev.amends.promise.Purpose;
import dev.amends.promise.Tries;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Which attempts a ledger allows, who may dial, and what comes of it. */
interface AttemptsContract extends LedgerScene {

    @Test
    default void a_promise_has_one_live_attempt() {
        Callback.Promised promise = promised(ledger(), 1);

        assertThat(ledger().intend(promise, intent(1, promise.id(), NOON))).isTrue();
        assertThat(ledger().intend(promise, intent(2, promise.id(), NOON))).isFalse();
        assertThat(ledger().attemptsOf(promise.id()))
                .containsExactly(intent(1, promise.id(), NOON));
    }

    @Test
    default void nothing_is_intended_for_a_promise_that_moved() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().move(promise, promise.withdrawn(NOON), "cancelled", NOON);

        assertThat(ledger().intend(promise, intent(1, promise.id(), NOON))).isFalse();
        assertThat(ledger().attemptsOf(promise.id())).isEmpty();
    }

    @Test
    default void exactly_one_of_many_claims_wins() throws Exception {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().intend(promise, intent(1, promise.id(), NOON));

        List<Optional<Callback.Dialing>> answers =
                allAtOnce(() -> ledger().claim(attemptId(1), noonPlus(60)));

        assertThat(answers.stream().flatMap(Optional::stream)).containsExactly(promise.claimed());
        assertThat(ledger().find(promise.id())).contains(promise.claimed());
        assertThat(ledger().attempt(attemptId(1)))
                .hasValueSatisfying(on -> {
                    assertThat(on.attempt().state()).isEqualTo(AttemptState.CLAIMED);
                    assertThat(on.attempt().changedAt()).isEqualTo(noonPlus(60));
                    assertThat(on.promise()).isEqualTo(promise.claimed());
                });
    }

    @Test
    default void a_withdrawn_promise_is_not_claimed_and_its_intent_stays_to_be_settled() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().intend(promise, intent(1, promise.id(), NOON));
        Callback.Withdrawn gone = promise.withdrawn(NOON);
        ledger().move(promise, gone, "cancelled", NOON);

        assertThat(ledger().claim(attemptId(1), NOON)).isEmpty();
        assertThat(ledger().liveAttempts())
                .singleElement()
                .satisfies(on -> {
                    assertThat(on.attempt().state()).isEqualTo(AttemptState.INTENT);
                    assertThat(on.promise()).isEqualTo(gone);
                });
        assertThat(ledger().settle(ended(1, AttemptOutcome.VOID, gone, gone), NOON)).isTrue();
        assertThat(ledger().liveAttempts()).isEmpty();
    }

    @Test
    default void an_unknown_attempt_is_nobodys() {
        assertThat(ledger().claim(attemptId(9), NOON)).isEmpty();
        assertThat(ledger().answered(attemptId(9), NOON)).isFalse();
        assertThat(ledger().attempt(attemptId(9))).isEmpty();
        assertThat(ledger().find(promiseId(9))).isEmpty();
        assertThat(ledger().story(promiseId(9))).isEmpty();
    }

    @Test
    default void an_attempt_is_answered_once_and_only_after_its_claim() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().intend(promise, intent(1, promise.id(), NOON));

        assertThat(ledger().answered(attemptId(1), noonPlus(1))).isFalse();
        ledger().claim(attemptId(1), noonPlus(2));
        assertThat(ledger().answered(attemptId(1), noonPlus(3))).isTrue();
        assertThat(ledger().answered(attemptId(1), noonPlus(4))).isFalse();
    }

    @Test
    default void an_attempt_is_settled_once() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Dialing dialing = dialing(promise, 1);
        Callback.Promised again = dialing.again(new Tries(1, 0), noonPlus(300));
        Settlement busy = ended(1, AttemptOutcome.BUSY, dialing, again);

        assertThat(ledger().settle(busy, noonPlus(90))).isTrue();
        int told = ledger().story(promise.id()).size();
        assertThat(ledger().settle(busy, noonPlus(91))).isFalse();
        assertThat(ledger().settle(ended(1, AttemptOutcome.VOID, again, again), NOON)).isFalse();

        assertThat(ledger().find(promise.id())).contains(again);
        assertThat(ledger().story(promise.id())).hasSize(told);
        Attempt attempt = ledger().attemptsOf(promise.id()).getFirst();
        assertThat(attempt.outcome()).contains(AttemptOutcome.BUSY);
        assertThat(attempt.changedAt()).isEqualTo(noonPlus(90));
    }

    @Test
    default void an_attempt_stays_live_when_its_promise_has_moved() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Dialing dialing = dialing(promise, 1);
        ledger().move(dialing, dialing.withdrawn(NOON), "cancelled", NOON);

        assertThat(
                        ledger().settle(
                                        ended(1, AttemptOutcome.KEPT, dialing, dialing.kept(NOON)),
                                        NOON))
                .isFalse();
        assertThat(ledger().settle(ended(1, AttemptOutcome.VOID, dialing, dialing), NOON))
                .isFalse();
        assertThat(ledger().liveAttempts()).hasSize(1);
    }

    @Test
    default void every_outcome_can_be_written_and_read() {
        Callback.Promised promise = promised(ledger(), 1);
        int n = 0;
        for (AttemptOutcome outcome : AttemptOutcome.values()) {
            Attempt attempt =
                    Attempt.intent(
                            attemptId(++n),
                            promise.id(),
                            outcome == AttemptOutcome.TOLD ? Purpose.TELL : Purpose.CALL,
                            NOON);
            assertThat(ledger().intend(promise, attempt)).isTrue();
            Callback.Dialing dialing = ledger().claim(attempt.id(), NOON).orElseThrow();
            promise = dialing.again(dialing.tries().after(outcome), NOON);
            assertThat(ledger().settle(ended(n, outcome, dialing, promise), NOON)).isTrue();
        }
        assertThat(ledger().attemptsOf(promise.id()).stream().map(Attempt::outcome))
                .extracting(Optional::orElseThrow)
                .containsExactly(AttemptOutcome.values());
        assertThat(ledger().find(promise.id())).contains(promise);
    }

    @Test
    default void the_earliest_arrival_is_launched_first_and_nobody_before_his_time() {
        Callback.Promised third = promised(ledger(), 30);
        Callback.Promised first = promised(ledger(), 10);
        Callback.Promised second = promised(ledger(), 20);
        ledger().promise(terms(5), "not heard yet");

        assertThat(ledger().launchable(noonPlus(200), 10))
                .extracting(Launchable::promise)
                .containsExactly(first, second, third);
        assertThat(ledger().launchable(noonPlus(200), 2))
                .extracting(Launchable::promise)
                .containsExactly(first, second);
        assertThat(ledger().launchable(noonPlus(60), 10))
                .extracting(Launchable::promise)
                .containsExactly(first, second);
    }

    @Test
    default void a_promise_with_a_live_attempt_or_within_the_gap_is_not_launched() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Dialing dialing = dialing(promise, 1);
        assertThat(ledger().launchable(noonPlus(500), 10)).isEmpty();

        Callback.Promised again = dialing.again(new Tries(1, 0), noonPlus(900));
        ledger().settle(ended(1, AttemptOutcome.BUSY, dialing, again), noonPlus(600));

        ledger().cost(attemptId(1), 1);

        assertThat(ledger().launchable(noonPlus(899), 10)).isEmpty();
        assertThat(ledger().launchable(noonPlus(900), 10))
                .containsExactly(new Launchable(again, 0, Optional.empty()));
    }

    @Test
    default void a_promise_whose_call_may_go_on_though_its_outcome_is_known_is_not_launched() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Promised other = promised(ledger(), 2);
        Callback.Dialing dialing = dialing(promise, 1);
        Callback.Promised again = dialing.again(Tries.NONE, noonPlus(600));
        ledger().settle(ended(1, AttemptOutcome.TOLD, dialing, again), noonPlus(600));
        assertThat(ledger().launchable(noonPlus(700), 10))
                .extracting(Launchable::promise)
                .containsExactly(other);

        ledger().cost(attemptId(1), 1);
        assertThat(ledger().launchable(noonPlus(700), 10))
                .extracting(Launchable::promise)
                .containsExactly(again, other);
    }

    @Test
    default void voids_are_counted_since_the_last_attempt_that_was_not_void() {
        Callback.Promised promise = promised(ledger(), 1);
        voided(promise, 1);
        voided(promise, 2);
        assertThat(ledger().launchable(noonPlus(500), 1))
                .containsExactly(new Launchable(promise, 2, Optional.of(noonPlus(102))));

        Callback.Dialing dialing = dialing(promise, 3);
        Callback.Promised again = dialing.again(new Tries(1, 0), noonPlus(104));
        ledger().settle(ended(3, AttemptOutcome.NO_ANSWER, dialing, again), noonPlus(103));
        ledger().cost(attemptId(3), 1);
        assertThat(ledger().launchable(noonPlus(500), 1))
                .containsExactly(new Launchable(again, 0, Optional.empty()));

        voided(again, 4);
        assertThat(ledger().launchable(noonPlus(500), 1))
                .containsExactly(new Launchable(again, 1, Optional.of(noonPlus(104))));
    }

    private void voided(Callback.Promised promise, int attempt) {
        assertThat(ledger().intend(promise, intent(attempt, promise.id(), noonPlus(70)))).isTrue();
        Settlement end = ended(attempt, AttemptOutcome.VOID, promise, promise);
        assertThat(ledger().settle(end, noonPlus(100 + attempt))).isTrue();
    }
}
