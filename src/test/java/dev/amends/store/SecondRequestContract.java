package dev.amends.store;

import static dev.amends.store.LedgerScene.allAtOnce;
import static dev.amends.store.LedgerScene.request;
import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promised;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Promising;
import dev.amends.promise.Slot;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What a ledger does with times of the callers' choosing, and with who asks once more. */
interface SecondRequestContract extends LedgerScene {

    Instant THREE = noonPlus(3 * 3600);

    @Test
    default void a_time_that_was_chosen_is_launched_then_and_in_the_order_of_its_time() {
        Callback.Unspoken made = made(at(terms(1), THREE, 1, 9));
        ledger().move(made, made.spoken(NOON), "heard it", NOON);
        promised(ledger(), 2);

        assertThat(ledger().launchable(THREE.minusMillis(1), 9)).hasSize(1);
        assertThat(ledger().launchable(THREE, 9))
                .extracting(due -> due.promise().terms().number())
                .containsExactly(number(2), number(1));
    }

    @Test
    default void of_many_who_want_the_last_place_of_a_time_at_the_same_moment_one_has_it()
            throws Exception {
        made(at(terms(1), THREE, 1, 2));
        AtomicInteger n = new AtomicInteger(10);
        List<Promising> answers =
                allAtOnce(() -> {
                    int one = n.incrementAndGet();
                    return ledger().promise(at(terms(one), THREE, one, 2));
                });
        assertThat(answers).filteredOn(Promising.Made.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Promising.Taken.class::isInstance)
                .hasSize(answers.size() - 1);
        assertThat(ledger().booked(SUPPORT, THREE, THREE.plusSeconds(3600))).hasSize(2);
    }

    @Test
    default void what_a_rep_or_an_order_promised_for_a_time_is_booked_too_until_it_ends() {
        ledger().order(order(1, 1, THREE), "ordered");
        Callback.Promised plain = promised(ledger(), 2);
        Callback.Unspoken other = made(at(terms(3), THREE.plusSeconds(600), 3, 9));

        assertThat(booked()).containsExactlyInAnyOrder(THREE, THREE.plusSeconds(600));
        over(other);
        assertThat(booked()).containsExactly(THREE);
        assertThat(plain.terms().ownTime()).isEmpty();
    }

    @Test
    default void who_asks_again_for_another_number_has_his_promise_changed_in_its_place() {
        Callback.Promised first = promised(ledger(), 1);
        Callback.Promised changed = changed(request(terms(2), 1));

        assertThat(changed.id()).isEqualTo(first.id());
        assertThat(changed.terms().number()).isEqualTo(number(2));
        assertThat(changed.terms().arrival()).isEqualTo(first.terms().arrival());
        assertThat(changed.notBefore()).isEqualTo(first.notBefore());
        assertThat(ledger().find(first.id())).contains(changed);
        assertThat(ledger().openFor(number(2), SUPPORT)).contains(changed);
        assertThat(ledger().story(first.id()).getLast())
                .isEqualTo(
                        new LedgerEntry(
                                noonPlus(32),
                                "number changed",
                                "asked, in call " + call(2).value() + ", instead of …0001"));
    }

    @Test
    default void who_chooses_a_time_afterwards_has_its_place_and_who_gives_it_up_that_of_now() {
        Callback.Promised first = promised(ledger(), 1);
        Callback.Promised later = changed(at(again(2), THREE, 1, 9));
        assertThat(later.id()).isEqualTo(first.id());
        assertThat(later.notBefore()).isEqualTo(THREE);
        assertThat(later.terms().arrival().at()).isEqualTo(THREE);
        assertThat(ledger().story(first.id()).getLast().what()).isEqualTo("time changed");

        Callback.Promised inTurn = changed(request(again(3), 1));
        assertThat(inTurn.terms().opening()).isEmpty();
        assertThat(inTurn.terms().window()).isEmpty();
        assertThat(inTurn.terms().arrival()).isEqualTo(again(3).arrival());
        assertThat(inTurn.notBefore()).isEqualTo(again(3).askedAt());
    }

    @Test
    default void a_placeholder_of_who_chose_a_later_time_is_not_claimed_before_it() {
        Callback.Promised first = promised(ledger(), 1);
        ledger().intend(first, intent(1, first.id(), NOON));
        changed(at(again(2), THREE, 1, 9));

        assertThat(ledger().claim(attemptId(1), THREE.minusMillis(1))).isEmpty();
        assertThat(ledger().claim(attemptId(1), THREE)).isPresent();
    }

    @Test
    default void who_changes_it_on_the_line_is_not_called_before_he_hangs_up() {
        Callback.Promised first = promised(ledger(), 1);
        ledger().notePresent(first.id(), call(2), NOON);
        changed(at(again(2), THREE, 1, 9));
        assertThat(ledger().presentIn(first.id())).contains(call(2));
    }

    @Test
    default void a_stranger_who_keys_in_a_number_changes_nothing_of_its_promise() {
        Callback.Promised first = promised(ledger(), 1);
        assertThat(ledger().promise(at(again(2), THREE, 7, 9)))
                .isEqualTo(new Promising.Existing(first));
        assertThat(ledger().find(first.id())).contains(first);
    }

    @Test
    default void nobody_changes_his_number_to_that_of_somebody_with_a_promise() {
        promised(ledger(), 1);
        promised(ledger(), 2);
        assertThat(ledger().promise(request(terms(3), 1))).isInstanceOf(Promising.Changed.class);
        assertThat(ledger().promise(request(sameNumber(2, 4), 3)))
                .isEqualTo(new Promising.Existing(ledger().find(terms(2).id()).orElseThrow()));
    }

    @Test
    default void a_number_is_changed_twice_at_most_and_within_the_limits() {
        promised(ledger(), 1);
        changed(request(terms(2), 1));
        changed(request(terms(3), 1));
        assertThat(ledger().promise(request(terms(4), 1)))
                .isEqualTo(
                        new Promising.Refused(
                                "has changed the number of his promise often enough"));
    }

    @Test
    default void who_is_being_called_changes_nothing() {
        Callback.Dialing dialing = dialing(promised(ledger(), 1), 1);
        assertThat(ledger().promise(at(again(2), THREE, 1, 9)))
                .isEqualTo(new Promising.Existing(dialing));
    }

    @Test
    default void a_time_that_is_full_is_no_change_either() {
        made(at(terms(2), THREE, 2, 1));
        Callback.Promised first = promised(ledger(), 1);
        assertThat(ledger().promise(at(again(3), THREE, 1, 1))).isEqualTo(new Promising.Taken());
        assertThat(ledger().find(first.id())).contains(first);
    }

    private List<Instant> booked() {
        return ledger().booked(SUPPORT, NOON, NOON.plusSeconds(86_400));
    }

    private Callback.Promised changed(PromiseRequest request) {
        return ((Promising.Changed) ledger().promise(request)).promise();
    }

    /** The nth request of caller 1. */
    private static CallbackTerms again(int n) {
        return sameNumber(1, n);
    }

    private static CallbackTerms sameNumber(int caller, int n) {
        return LedgerScene.sameCallerAs(caller, n, SUPPORT);
    }

    private static PromiseRequest at(CallbackTerms terms, Instant from, int asker, int most) {
        Slot slot = new Slot(PromisedWindow.hour(from), most);
        return new PromiseRequest(
                terms.from(slot.from())
                        .within(Optional.of(slot.window()))
                        .at(new EffectiveArrival(slot.from())),
                "asked",
                Optional.of(number(asker)),
                LIMITS,
                Optional.of(slot));
    }

    private static CallbackTerms order(int n, int caller, Instant at) {
        CallbackTerms terms = sameNumber(caller, n);
        return new CallbackTerms(
                        terms.id(),
                        terms.number(),
                        terms.line(),
                        terms.arrival(),
                        terms.askedAt(),
                        CallbackTerms.byOrder(terms.id()),
                        0,
                        terms.language())
                .ordered(at);
    }
}
