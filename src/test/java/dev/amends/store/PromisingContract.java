package dev.amends.store;

import static dev.amends.store.LedgerScene.allAtOnce;
import static dev.amends.store.LedgerScene.request;
import static dev.amends.store.LedgerScene.sameCallerAs;
import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.promised;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Appointment;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger.Launchable;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Promising;
import dev.amends.promise.RepDevice;
import dev.amends.promise.Tries;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a ledger keeps of what was promised, and how a promise moves. */
interface PromisingContract extends LedgerScene {

    @Test
    default void a_promise_is_unspoken_until_it_was_heard() {
        Callback made = ledger().promise(terms(1), "wanted to be called back");

        assertThat(made).isEqualTo(new Callback.Unspoken(terms(1), made.version()));
        assertThat(ledger().find(promiseId(1))).contains(made);
        assertThat(ledger().unspoken()).containsExactly((Callback.Unspoken) made);

        Callback.Promised heard = ((Callback.Unspoken) made).spoken(NOON);
        assertThat(ledger().move(made, heard, "heard it", NOON)).isTrue();
        assertThat(ledger().unspoken()).isEmpty();
        assertThat(ledger().find(promiseId(1))).contains(heard);
    }

    @Test
    default void the_same_order_twice_is_one_promise() {
        Callback first = ledger().promise(terms(1), "wanted to be called back");
        CallbackTerms again =
                new CallbackTerms(
                        promiseId(2),
                        number(1),
                        new LineName("sales"),
                        new EffectiveArrival(NOON),
                        NOON,
                        terms(1).askedIn(),
                        terms(1).step(),
                        Language.ENGLISH);

        assertThat(ledger().promise(again, "asked twice")).isEqualTo(first);
        assertThat(ledger().find(promiseId(2))).isEmpty();
        assertThat(ledger().story(promiseId(1))).hasSize(1);
    }

    @Test
    default void exactly_one_of_many_orders_and_intents_wins() throws Exception {
        List<Callback> made = allAtOnce(() -> ledger().promise(terms(1), "at once"));
        assertThat(made).containsOnly(made.getFirst());
        assertThat(ledger().story(promiseId(1))).hasSize(1);

        Callback.Promised promise = promised(ledger(), 2);
        List<Boolean> intended =
                allAtOnce(() -> ledger().intend(promise, intent(7, promise.id(), NOON)));
        assertThat(intended).containsOnlyOnce(true);
    }

    @Test
    default void what_was_said_of_the_time_is_kept_with_the_promise() {
        PromisedWindow window = new PromisedWindow(NOON.plusSeconds(300), NOON.plusSeconds(900));
        ledger().promise(terms(1).within(Optional.of(window)), "wanted to be called back");
        ledger().promise(terms(2), "wanted to be called back");

        assertThat(ledger().find(promiseId(1)).orElseThrow().terms().window()).contains(window);
        assertThat(ledger().find(promiseId(2)).orElseThrow().terms().window()).isEmpty();
    }

    @Test
    default void what_a_rep_promised_for_a_time_is_remembered_and_launched_from_then_on() {
        Appointment agreed =
                new Appointment(new RepDevice("Local/5001@from-queue/n"), noonPlus(3600));
        CallbackTerms terms = terms(1).with(agreed);
        Callback.Unspoken made = (Callback.Unspoken) ledger().promise(terms, "by this rep");
        assertThat(ledger().find(terms.id()))
                .map(Callback::terms)
                .hasValueSatisfying(found -> assertThat(found.appointment()).contains(agreed));

        Callback.Promised heard = made.spoken(noonPlus(60));
        ledger().move(made, heard, "heard it", noonPlus(60));
        assertThat(ledger().find(terms.id())).contains(heard);
        assertThat(heard.notBefore()).isEqualTo(noonPlus(3600));
        assertThat(ledger().launchable(noonPlus(3599), 10)).isEmpty();
        assertThat(ledger().launchable(noonPlus(3600), 10))
                .containsExactly(new Launchable(heard, 0, Optional.empty()));
        assertThat(dialing(heard, 1).terms()).isEqualTo(terms);
    }

    @Test
    default void who_was_told_of_an_opening_is_launched_from_then_on() {
        CallbackTerms terms = terms(1).from(noonPlus(3600));
        Callback.Unspoken made = (Callback.Unspoken) ledger().promise(terms, "closed");
        assertThat(ledger().find(terms.id())).contains(made);
        Callback.Promised heard = made.spoken(noonPlus(60));
        ledger().move(made, heard, "heard it", noonPlus(60));

        assertThat(ledger().find(terms.id())).contains(heard);
        assertThat(ledger().launchable(noonPlus(3599), 10)).isEmpty();
        assertThat(ledger().launchable(noonPlus(3600), 10)).hasSize(1);
    }

    @Test
    default void who_is_put_off_is_launched_from_then_on_and_his_story_says_why() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Promised later = promise.putOff(noonPlus(7200));
        assertThat(ledger().move(promise, later, "the line is closed", noonPlus(100))).isTrue();
        assertThat(ledger().move(promise, later, "the line is closed", noonPlus(101))).isFalse();

        assertThat(ledger().find(promise.id())).contains(later);
        assertThat(ledger().launchable(noonPlus(7199), 10)).isEmpty();
        assertThat(ledger().launchable(noonPlus(7200), 10)).hasSize(1);
        assertThat(ledger().story(promise.id()).getLast())
                .isEqualTo(new LedgerEntry(noonPlus(100), "put off", "the line is closed"));
    }

    @Test
    default void who_hears_of_a_time_that_is_over_by_then_is_called_from_that_moment_on() {
        Appointment agreed = new Appointment(new RepDevice("PJSIP/rep1"), noonPlus(40));
        Callback.Unspoken made =
                (Callback.Unspoken) ledger().promise(terms(1).with(agreed), "by this rep");
        assertThat(made.spoken(noonPlus(60)).notBefore()).isEqualTo(noonPlus(60));
    }

    @Test
    default void a_person_has_one_open_callback_on_a_line() {
        Callback.Promised open = promised(ledger(), 1);

        assertThat(ledger().promise(sameCallerAs(1, 2, SUPPORT), "asked again")).isEqualTo(open);
        assertThat(ledger().openFor(number(1), SUPPORT)).contains(open);
        assertThat(ledger().openFor(number(2), SUPPORT)).isEmpty();

        LineName sales = new LineName("sales");
        assertThat(ledger().openFor(number(1), sales)).isEmpty();
        assertThat(ledger().promise(request(sameCallerAs(1, 3, sales), 1)))
                .isEqualTo(new Promising.Refused("has another open promise"));
        assertThat(ledger().find(promiseId(3))).isEmpty();
    }

    @Test
    default void whoever_asks_has_one_open_callback_whatever_number_he_keys() {
        Callback.Unspoken made = made(request(terms(2), 1));

        assertThat(ledger().openFor(number(1), SUPPORT)).contains(made);
        assertThat(ledger().openFor(number(2), SUPPORT)).contains(made);
        LineName sales = new LineName("sales");
        assertThat(ledger().promise(request(sameCallerAs(3, 3, sales), 1)))
                .isEqualTo(new Promising.Refused("asked for another open promise"));
        assertThat(ledger().promise(request(sameCallerAs(1, 4, sales), 1)))
                .isEqualTo(new Promising.Refused("asked for another open promise"));
        made(request(terms(5), 5));
        ledger().move(made, made.unheard(NOON), "hung up", NOON);
        made(request(terms(3), 1));
    }

    @Test
    default void once_a_callback_has_ended_another_may_be_promised() {
        Callback.Promised open = promised(ledger(), 1);
        ledger().move(open, open.withdrawn(NOON), "rang again and was served", NOON);

        assertThat(ledger().openFor(number(1), SUPPORT)).isEmpty();
        assertThat(ledger().promise(sameCallerAs(1, 2, SUPPORT), "again").id())
                .isEqualTo(promiseId(2));
    }

    @Test
    default void a_callback_long_open_is_still_the_open_one() {
        Callback.Promised open = promised(ledger(), 1);
        CallbackTerms later = sameCallerAs(1, 2, SUPPORT);
        Instant months = NOON.plus(Duration.ofDays(100));
        CallbackTerms muchLater =
                new CallbackTerms(
                        later.id(),
                        later.number(),
                        later.line(),
                        new EffectiveArrival(months),
                        months,
                        later.askedIn(),
                        later.step(),
                        later.language());

        assertThat(ledger().promise(muchLater, "asked again")).isEqualTo(open);
    }

    @Test
    default void only_one_of_two_movers_wins() {
        Callback.Promised seen = promised(ledger(), 1);

        assertThat(ledger().move(seen, seen.withdrawn(NOON), "first", NOON)).isTrue();
        assertThat(ledger().move(seen, seen.claimed(), "second", NOON)).isFalse();
        assertThat(ledger().find(seen.id())).contains(seen.withdrawn(NOON));
        assertThat(ledger().story(seen.id()))
                .extracting(LedgerEntry::reason)
                .doesNotContain("second");
    }

    @Test
    default void a_move_to_another_promise_or_past_a_version_is_a_mistake() {
        Callback.Promised one = promised(ledger(), 1);
        Callback.Promised other = promised(ledger(), 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger().move(one, other.claimed(), "wrong", NOON));
        Callback.Dialing skipped = new Callback.Dialing(one.terms(), one.version() + 2, Tries.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger().move(one, skipped, "wrong", NOON));
    }
}
