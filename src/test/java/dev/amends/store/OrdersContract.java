package dev.amends.store;

import static dev.amends.store.LedgerScene.lately;
import static dev.amends.store.LedgerScene.request;
import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.promised;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Appointment;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.Ordered;
import dev.amends.promise.RepDevice;
import dev.amends.promise.Tries;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;

/** What a ledger does with orders of our own people, and what is due for long. */
interface OrdersContract extends LedgerScene {

    @Test
    default void
            an_order_of_our_own_people_is_spoken_from_the_beginning_and_called_from_its_time_on() {
        CallbackTerms terms = ordered(1, 1).ordered(noonPlus(7200));
        Ordered.Made made = (Ordered.Made) ledger().order(terms, "ordered: bill");

        assertThat(made.promise())
                .isEqualTo(new Callback.Promised(terms, 2, Tries.NONE, noonPlus(7200)));
        assertThat(ledger().find(terms.id())).contains(made.promise());
        assertThat(ledger().unspoken()).isEmpty();
        assertThat(ledger().launchable(noonPlus(7199), 9)).isEmpty();
        assertThat(ledger().launchable(noonPlus(7200), 9)).hasSize(1);
        assertThat(ledger().story(terms.id()))
                .containsExactly(new LedgerEntry(noonPlus(1), "promised", "ordered: bill"));
    }

    @Test
    default void no_limit_holds_an_order() {
        for (int n = 1; n <= 2; n++) {
            over(made(lately(n, 1, 0)));
        }
        assertThat(ledger().order(ordered(3, 1), "ordered")).isInstanceOf(Ordered.Made.class);
    }

    @Test
    default void an_order_for_somebody_who_has_a_promise_changes_its_time_and_not_its_place() {
        Callback.Promised open = promised(ledger(), 1);
        CallbackTerms order = ordered(2, 1).ordered(noonPlus(7200));

        Ordered.Moved moved = (Ordered.Moved) ledger().order(order, "ordered for later");

        assertThat(moved.before()).isEqualTo(open.notBefore());
        assertThat(moved.promise()).isEqualTo(open.ordered(noonPlus(7200)));
        assertThat(moved.promise().terms().arrival()).isEqualTo(open.terms().arrival());
        assertThat(ledger().find(open.id())).contains(moved.promise());
        assertThat(ledger().find(order.id())).isEmpty();
        assertThat(ledger().story(open.id()).getLast())
                .isEqualTo(new LedgerEntry(noonPlus(2), "time changed", "ordered for later"));
    }

    @Test
    default void an_order_is_refused_while_he_is_called_or_told_or_has_another_promise() {
        dialing(promised(ledger(), 1), 1);
        ledger().promise(request(terms(2), 2));
        promised(ledger(), 3);
        made(request(terms(4), 5));
        LineName sales = new LineName("sales");

        assertThat(refusal(ordered(11, 1))).contains("being called right now");
        assertThat(refusal(ordered(12, 2))).contains("in this very moment");
        CallbackTerms elsewhere =
                new CallbackTerms(
                        promiseId(13),
                        number(3),
                        sales,
                        new EffectiveArrival(NOON),
                        NOON,
                        CallbackTerms.byOrder(promiseId(13)),
                        0,
                        Language.ENGLISH);
        assertThat(refusal(elsewhere)).contains("on the line support").contains("name that line");
        assertThat(refusal(ordered(14, 5))).contains("to call …0004");
    }

    @Test
    default void what_was_put_off_is_not_claimed_before_its_time() {
        Callback.Promised open = promised(ledger(), 1);
        ledger().intend(open, intent(1, open.id(), NOON));
        ledger().order(ordered(2, 1).ordered(noonPlus(7200)), "later");

        assertThat(ledger().claim(attemptId(1), noonPlus(7199))).isEmpty();
        assertThat(ledger().attempt(attemptId(1)).orElseThrow().attempt().state())
                .isEqualTo(AttemptState.INTENT);
        assertThat(ledger().claim(attemptId(1), noonPlus(7200))).isPresent();
    }

    @Test
    default void what_is_due_for_long_is_found_unless_it_was_agreed_or_ordered_for_later() {
        Callback.Promised old = promised(ledger(), 1);
        promised(ledger(), 900);
        Appointment agreed = new Appointment(new RepDevice("PJSIP/rep1"), noonPlus(600));
        Callback.Unspoken byRep =
                (Callback.Unspoken) ledger().promise(terms(2).with(agreed), "by this rep");
        ledger().move(byRep, byRep.spoken(noonPlus(40)), "heard it", noonPlus(40));
        ledger().order(ordered(3, 3).ordered(noonPlus(600)), "ordered");
        ledger().notePresent(promised(ledger(), 4).id(), call(9), NOON);
        dialing(promised(ledger(), 5), 5);

        assertThat(ledger().longDue(noonPlus(500), noonPlus(5000))).containsExactly(old);
        assertThat(ledger().longDue(noonPlus(500), noonPlus(40))).isEmpty();
        assertThat(ledger().longDue(noonPlus(700), noonPlus(5000))).hasSize(3);
    }

    @Test
    default void what_is_due_for_long_is_not_found_before_the_opening_that_was_told() {
        Callback.Unspoken made =
                (Callback.Unspoken) ledger().promise(terms(1).from(noonPlus(600)), "closed");
        ledger().move(made, made.spoken(noonPlus(40)), "heard it", noonPlus(40));

        assertThat(ledger().longDue(noonPlus(500), noonPlus(5000))).isEmpty();
        assertThat(ledger().longDue(noonPlus(700), noonPlus(5000))).hasSize(1);
    }

    private String refusal(CallbackTerms order) {
        return ((Ordered.Refused) ledger().order(order, "ordered")).why();
    }

    /** The nth order, for this caller, n seconds after noon. */
    private static CallbackTerms ordered(int n, int caller) {
        return new CallbackTerms(
                promiseId(n),
                number(caller),
                SUPPORT,
                new EffectiveArrival(noonPlus(n)),
                noonPlus(n),
                CallbackTerms.byOrder(promiseId(n)),
                0,
                Language.ENGLISH);
    }
}
