package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said after an order is what is on record, whatever the store reports. */
class OrdersTest {

    private static final PromiseLimits LIMITS = new PromiseLimits(2, 10, 200);
    private static final IllegalStateException FULL = new IllegalStateException("the disk is full");
    private static final Turn DONE = new Turn.Nothing();
    private static final Turn REFUSED = goodbye("1");
    private static final Turn FAILED = goodbye("2");

    private static final CallbackTerms TERMS =
            new CallbackTerms(
                    Scene.FRESH,
                    Scene.NUMBER,
                    Scene.usual().line().name(),
                    Scene.ago(60),
                    Scene.NOW,
                    Scene.CALL,
                    1,
                    Language.ENGLISH);

    private final FakeLedger ledger = spy(new FakeLedger());
    private final List<PromiseId> changed = new ArrayList<>();
    private final Orders orders = orders(ledger);

    private static Turn goodbye(String digit) {
        return new Turn.Goodbye(List.of(), Optional.of(new PromiseId(digit.repeat(32))));
    }

    private Orders orders(Ledger on) {
        Settler settler =
                new Settler(on, new RetryPolicy(new RetrySettings(3, 5, Duration.ofMinutes(5))));
        return new Orders(on, settler, new FakeCallerBook(), LIMITS, changed::add);
    }

    private Callback.Promised promised() {
        Promising made =
                ledger.promise(new PromiseRequest(TERMS, "asked", Optional.empty(), LIMITS));
        Callback.Unspoken unspoken = (Callback.Unspoken) ((Promising.Made) made).promise();
        move(unspoken, unspoken.spoken(Scene.NOW));
        return (Callback.Promised) ledger.find(unspoken.id()).orElseThrow();
    }

    private void move(Callback from, Callback to) {
        assertThat(ledger.move(from, to, "meanwhile", Scene.NOW)).isTrue();
    }

    private Turn cancels(Callback promise) {
        Order order = new Order.Withdraw(promise, "cancelled");
        return orders.carryOut(Step.after(order, DONE, REFUSED, FAILED), Scene.NOW);
    }

    @Test
    void who_cancels_hears_so_though_the_commit_was_reported_as_failed() {
        Callback.Promised promise = promised();
        doAnswer(
                        call -> {
                            call.callRealMethod();
                            throw FULL;
                        })
                .when(ledger)
                .move(any(), any(), any(), any());

        assertThat(cancels(promise)).isEqualTo(DONE);
        assertThat(changed).containsExactly(promise.id());
    }

    @Test
    void what_could_not_be_withdrawn_stands_and_he_hears_that_it_failed() {
        Callback.Promised promise = promised();
        doThrow(FULL).when(ledger).move(any(), any(), any(), any());

        assertThat(cancels(promise)).isEqualTo(FAILED);
        assertThat(ledger.find(promise.id())).get().isEqualTo(promise);
    }

    @Test
    void where_nobody_can_tell_whether_it_stands_nothing_is_claimed() {
        Callback.Promised promise = promised();
        doThrow(FULL).when(ledger).move(any(), any(), any(), any());
        doThrow(FULL).when(ledger).find(any());

        assertThat(cancels(promise)).isEqualTo(FAILED);
    }

    /** Put off because the line is closed, while he listened to his choice (day 700334). */
    @Test
    void who_cancels_has_cancelled_wherever_it_was_moved_meanwhile() {
        Callback.Promised promise = promised();
        move(promise, promise.putOff(Scene.NOW.plusSeconds(60)));

        assertThat(cancels(promise)).isEqualTo(DONE);
        assertThat(ledger.find(promise.id())).get().isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void what_moves_faster_than_he_can_cancel_stands_and_he_is_refused() {
        Callback.Promised promise = promised();
        doReturn(false).when(ledger).move(any(), any(), any(), any());

        assertThat(cancels(promise)).isEqualTo(REFUSED);
    }

    @Test
    void what_has_ended_meanwhile_is_over() {
        Callback.Promised promise = promised();
        move(promise, promise.withdrawn(Scene.NOW));

        assertThat(cancels(promise)).isEqualTo(DONE);
    }

    @Test
    void a_post_that_could_not_be_committed_is_not_answered_so_that_it_comes_again() {
        Orders failing =
                orders(
                        mock(
                                Ledger.class,
                                _ -> {
                                    throw FULL;
                                }));
        Order hungUp = new Order.NoteHangUp(new CallId("1.9"));

        assertThatThrownBy(() -> failing.post(hungUp, Scene.NOW)).hasMessageContaining("full");
    }

    /** His phone is busy with us: that may be the last try, and he would hear what is not kept. */
    @Test
    void who_is_being_called_just_now_is_not_told_that_he_will_be() {
        Callback.Promised promise = promised();
        move(promise, promise.claimed());
        Order again = new Order.MakePromise(later(TERMS), "asked once more", Optional.empty());
        assertThat(orders.carryOut(Step.after(again, DONE, REFUSED, FAILED), Scene.NOW))
                .isEqualTo(REFUSED);
    }

    /** The same caller in another call. */
    private static CallbackTerms later(CallbackTerms first) {
        return new CallbackTerms(
                new PromiseId("5".repeat(32)),
                first.number(),
                first.line(),
                first.arrival(),
                first.askedAt(),
                new CallId("17.99"),
                first.step(),
                first.language());
    }
}
