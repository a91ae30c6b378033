package dev.amends.store;

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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amends.caller.CallId;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Appointment;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ledger.Launchable;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.Ledger.Settlement;
import dev.amends.promise.Ordered;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Promising;
import dev.amends.promise.RepDevice;
import dev.amends.promise.Tries;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What every ledger must do, whatever database it is in. */
abstract class LedgerContract {

    private static final int RACERS = 16;
    private static final PromiseLimits LIMITS = new PromiseLimits(2, 10, 200);

    /** An empty ledger, the same one during a test. */
    abstract Ledger ledger();

    @Test
    void a_promise_is_unspoken_until_it_was_heard() {
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
    void the_same_order_twice_is_one_promise() {
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
    void what_was_said_of_the_time_is_kept_with_the_promise() {
        PromisedWindow window = new PromisedWindow(NOON.plusSeconds(300), NOON.plusSeconds(900));
        ledger().promise(terms(1).within(Optional.of(window)), "wanted to be called back");
        ledger().promise(terms(2), "wanted to be called back");

        assertThat(ledger().find(promiseId(1)).orElseThrow().terms().window()).contains(window);
        assertThat(ledger().find(promiseId(2)).orElseThrow().terms().window()).isEmpty();
    }

    @Test
    void a_person_has_one_open_callback_on_a_line() {
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
    void whoever_asks_has_one_open_callback_whatever_number_he_keys() {
        Callback.Unspoken made = made(request(terms(2), 1));

        assertThat(ledger().openFor(number(1), SUPPORT)).contains(made);
        assertThat(ledger().openFor(number(2), SUPPORT)).contains(made);
        assertThat(ledger().promise(request(terms(3), 1)))
                .isEqualTo(new Promising.Refused("asked for another open promise"));
        assertThat(ledger().promise(request(terms(1), 1)))
                .isEqualTo(new Promising.Refused("asked for another open promise"));
        made(request(terms(4), 5));
        ledger().move(made, made.unheard(NOON), "hung up", NOON);
        made(request(terms(3), 1));
    }

    @Test
    void a_withheld_number_asks_like_any_other() {
        PromiseRequest withheld = new PromiseRequest(terms(1), "asked", Optional.empty(), LIMITS);
        assertThat(ledger().promise(withheld)).isInstanceOf(Promising.Made.class);
    }

    @Test
    void one_number_is_promised_so_many_a_day() {
        for (int n = 1; n <= 2; n++) {
            over(made(lately(n, 1, 0)));
        }
        assertThat(ledger().promise(lately(3, 1, 86_399)))
                .isEqualTo(new Promising.Refused("2 promises to this number in a day"));
        assertThat(ledger().promise(lately(4, 2, 86_399))).isInstanceOf(Promising.Made.class);
        assertThat(ledger().promise(lately(5, 1, 86_400))).isInstanceOf(Promising.Made.class);
    }

    @Test
    void a_block_of_a_thousand_numbers_is_promised_so_many_an_hour() {
        for (int n = 1; n <= 3; n++) {
            made(lately(n, n, 0));
        }
        assertThat(ledger().promise(lately(4, 999, 3_599)))
                .isEqualTo(new Promising.Refused("3 promises to this block of numbers in an hour"));
        assertThat(ledger().promise(lately(5, 1_000, 3_599))).isInstanceOf(Promising.Made.class);
        assertThat(ledger().promise(lately(6, 999, 3_600))).isInstanceOf(Promising.Made.class);
    }

    @Test
    void there_are_so_many_promises_an_hour_in_all() {
        for (int n = 1; n <= 5; n++) {
            made(lately(n, n * 1_000, 0));
        }
        assertThat(ledger().promise(lately(6, 6_000, 3_599)))
                .isEqualTo(new Promising.Refused("5 promises in an hour"));
        assertThat(ledger().promise(lately(7, 7_000, 3_600))).isInstanceOf(Promising.Made.class);
    }

    @Test
    void a_limit_holds_however_many_ask_at_the_same_moment() throws Exception {
        AtomicInteger asking = new AtomicInteger();
        List<Promising> answers =
                allAtOnce(() -> {
                    int n = asking.incrementAndGet();
                    return ledger().promise(lately(n, n * 1_000, 0));
                });
        assertThat(answers.stream().filter(Promising.Made.class::isInstance)).hasSize(5);
        assertThat(answers.stream().filter(Promising.Refused.class::isInstance))
                .hasSize(RACERS - 5);
    }

    @Test
    void the_same_order_twice_is_no_second_promise_to_count() {
        made(lately(1, 1, 0));
        for (int again = 0; again < 5; again++) {
            assertThat(ledger().promise(lately(1, 1, 0))).isInstanceOf(Promising.Existing.class);
        }
    }

    @Test
    void whoever_waits_himself_is_not_called_meanwhile() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().intend(promise, intent(1, promise.id(), NOON));

        assertThat(ledger().waitsHimself(promise.id(), call(9), NOON)).isTrue();
        assertThat(ledger().waitsHimself(promise.id(), call(9), NOON)).isTrue();
        assertThat(ledger().waitsHimself(promise.id(), call(8), NOON)).isFalse();
        assertThat(ledger().claim(attemptId(1), noonPlus(75))).isEmpty();
        ledger().settle(ended(1, AttemptOutcome.VOID, promise, promise), noonPlus(76));
        assertThat(ledger().launchable(noonPlus(500), 9)).isEmpty();
        assertThat(ledger().intend(promise, intent(2, promise.id(), NOON))).isFalse();
        assertThat(ledger().present()).containsExactly(new Ledger.Present(promise, call(9)));
        assertThat(ledger().presentIn(promise.id())).contains(call(9));

        assertThat(ledger().waitsNoLonger(call(9), "hung up", NOON)).isTrue();
        assertThat(ledger().waitsNoLonger(call(9), "hung up", NOON)).isFalse();
        assertThat(ledger().present()).isEmpty();
        assertThat(dialing(promise, 3)).isEqualTo(promise.claimed());
    }

    @Test
    void whoever_rings_again_while_he_is_called_is_not_called_once_more() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Dialing dialing = dialing(promise, 1);
        assertThat(ledger().waitsHimself(promise.id(), call(9), NOON)).isTrue();
        Callback.Promised again = dialing.again(new Tries(1, 0), noonPlus(80));
        ledger().settle(ended(1, AttemptOutcome.BUSY, dialing, again), noonPlus(80));

        assertThat(ledger().launchable(noonPlus(500), 9)).isEmpty();
        assertThat(ledger().presentIn(promise.id())).contains(call(9));
    }

    @Test
    void a_promise_that_has_ended_has_nobody_who_waits() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().waitsHimself(promise.id(), call(9), NOON);
        ledger().move(promise, promise.withdrawn(NOON), "served meanwhile", NOON);

        assertThat(ledger().present()).isEmpty();
        assertThat(ledger().waitsHimself(promise.id(), call(9), NOON)).isFalse();
        assertThat(ledger().waitsHimself(promiseId(7), call(9), NOON)).isFalse();
    }

    @Test
    void whoever_waits_himself_and_then_asks_to_be_called_keeps_his_promise_and_waits_no_longer() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().waitsHimself(promise.id(), call(2), NOON);

        assertThat(ledger().promise(request(sameCallerAs(1, 2, SUPPORT), 1)))
                .isEqualTo(new Promising.Existing(promise));

        assertThat(ledger().present()).isEmpty();
        assertThat(ledger().launchable(noonPlus(500), 9)).hasSize(1);
    }

    @Test
    void exactly_one_of_a_claim_and_a_caller_who_rings_again_wins() throws Exception {
        for (int n = 1; n <= 10; n++) {
            Callback.Promised promise = promised(ledger(), n);
            AttemptId attempt = attemptId(n);
            ledger().intend(promise, intent(n, promise.id(), NOON));
            CallId call = call(100 + n);
            AtomicInteger who = new AtomicInteger();
            allAtOnce(() ->
                    who.incrementAndGet() % 2 == 0
                            ? ledger().claim(attempt, NOON).isPresent()
                            : ledger().waitsHimself(promise.id(), call, NOON));
            boolean claimed =
                    ledger().attempt(attempt).orElseThrow().attempt().state()
                            == AttemptState.CLAIMED;
            boolean dialing = ledger().find(promise.id()).orElseThrow() instanceof Callback.Dialing;
            assertThat(dialing).isEqualTo(claimed);
            assertThat(ledger().presentIn(promise.id())).contains(call);
        }
    }

    private Callback.Unspoken made(PromiseRequest request) {
        return ((Promising.Made) ledger().promise(request)).promise();
    }

    private void over(Callback.Unspoken made) {
        Instant now = made.terms().askedAt();
        assertThat(ledger().move(made, made.unheard(now), "hung up", now)).isTrue();
    }

    private static PromiseRequest request(CallbackTerms terms, int asker) {
        return new PromiseRequest(terms, "asked", Optional.of(number(asker)), LIMITS);
    }

    /** The nth request, for this number, so many seconds after noon, within the limits. */
    private static PromiseRequest lately(int n, int number, long seconds) {
        CallbackTerms terms =
                new CallbackTerms(
                        promiseId(n),
                        number(number),
                        SUPPORT,
                        new EffectiveArrival(noonPlus(seconds)),
                        noonPlus(seconds),
                        call(n),
                        2,
                        Language.ENGLISH);
        return new PromiseRequest(
                terms, "asked", Optional.of(number(number)), new PromiseLimits(2, 3, 5));
    }

    @Test
    void once_a_callback_has_ended_another_may_be_promised() {
        Callback.Promised open = promised(ledger(), 1);
        ledger().move(open, open.withdrawn(NOON), "rang again and was served", NOON);

        assertThat(ledger().openFor(number(1), SUPPORT)).isEmpty();
        assertThat(ledger().promise(sameCallerAs(1, 2, SUPPORT), "again").id())
                .isEqualTo(promiseId(2));
    }

    @Test
    void a_callback_long_open_is_still_the_open_one() {
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
    void only_one_of_two_movers_wins() {
        Callback.Promised seen = promised(ledger(), 1);

        assertThat(ledger().move(seen, seen.withdrawn(NOON), "first", NOON)).isTrue();
        assertThat(ledger().move(seen, seen.claimed(), "second", NOON)).isFalse();
        assertThat(ledger().find(seen.id())).contains(seen.withdrawn(NOON));
        assertThat(ledger().story(seen.id()))
                .extracting(LedgerEntry::reason)
                .doesNotContain("second");
    }

    @Test
    void a_move_to_another_promise_or_past_a_version_is_a_mistake() {
        Callback.Promised one = promised(ledger(), 1);
        Callback.Promised other = promised(ledger(), 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger().move(one, other.claimed(), "wrong", NOON));
        Callback.Dialing skipped = new Callback.Dialing(one.terms(), one.version() + 2, Tries.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger().move(one, skipped, "wrong", NOON));
    }

    @Test
    void a_promise_has_one_live_attempt() {
        Callback.Promised promise = promised(ledger(), 1);

        assertThat(ledger().intend(promise, intent(1, promise.id(), NOON))).isTrue();
        assertThat(ledger().intend(promise, intent(2, promise.id(), NOON))).isFalse();
        assertThat(ledger().attemptsOf(promise.id()))
                .containsExactly(intent(1, promise.id(), NOON));
    }

    @Test
    void nothing_is_intended_for_a_promise_that_moved() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().move(promise, promise.withdrawn(NOON), "cancelled", NOON);

        assertThat(ledger().intend(promise, intent(1, promise.id(), NOON))).isFalse();
        assertThat(ledger().attemptsOf(promise.id())).isEmpty();
    }

    @Test
    void exactly_one_of_many_claims_wins() throws Exception {
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
    void exactly_one_of_many_orders_and_intents_wins() throws Exception {
        List<Callback> made = allAtOnce(() -> ledger().promise(terms(1), "at once"));
        assertThat(made).containsOnly(made.getFirst());
        assertThat(ledger().story(promiseId(1))).hasSize(1);

        Callback.Promised promise = promised(ledger(), 2);
        List<Boolean> intended =
                allAtOnce(() -> ledger().intend(promise, intent(7, promise.id(), NOON)));
        assertThat(intended).containsOnlyOnce(true);
    }

    @Test
    void a_withdrawn_promise_is_not_claimed_and_its_intent_stays_to_be_settled() {
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
    void an_unknown_attempt_is_nobodys() {
        assertThat(ledger().claim(attemptId(9), NOON)).isEmpty();
        assertThat(ledger().answered(attemptId(9), NOON)).isFalse();
        assertThat(ledger().attempt(attemptId(9))).isEmpty();
        assertThat(ledger().find(promiseId(9))).isEmpty();
        assertThat(ledger().story(promiseId(9))).isEmpty();
    }

    @Test
    void an_attempt_is_answered_once_and_only_after_its_claim() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().intend(promise, intent(1, promise.id(), NOON));

        assertThat(ledger().answered(attemptId(1), noonPlus(1))).isFalse();
        ledger().claim(attemptId(1), noonPlus(2));
        assertThat(ledger().answered(attemptId(1), noonPlus(3))).isTrue();
        assertThat(ledger().answered(attemptId(1), noonPlus(4))).isFalse();
    }

    @Test
    void an_attempt_is_settled_once() {
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
    void an_attempt_stays_live_when_its_promise_has_moved() {
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
    void every_outcome_can_be_written_and_read() {
        Callback.Promised promise = promised(ledger(), 1);
        int n = 0;
        for (AttemptOutcome outcome : AttemptOutcome.values()) {
            Callback.Dialing dialing = dialing(promise, ++n);
            promise = dialing.again(dialing.tries().after(outcome), NOON);
            assertThat(ledger().settle(ended(n, outcome, dialing, promise), NOON)).isTrue();
        }
        assertThat(ledger().attemptsOf(promise.id()).stream().map(Attempt::outcome))
                .extracting(Optional::orElseThrow)
                .containsExactly(AttemptOutcome.values());
        assertThat(ledger().find(promise.id())).contains(promise);
    }

    @Test
    void the_earliest_arrival_is_launched_first_and_nobody_before_his_time() {
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
    void a_promise_with_a_live_attempt_or_within_the_gap_is_not_launched() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Dialing dialing = dialing(promise, 1);
        assertThat(ledger().launchable(noonPlus(500), 10)).isEmpty();

        Callback.Promised again = dialing.again(new Tries(1, 0), noonPlus(900));
        ledger().settle(ended(1, AttemptOutcome.BUSY, dialing, again), noonPlus(600));

        assertThat(ledger().launchable(noonPlus(899), 10)).isEmpty();
        assertThat(ledger().launchable(noonPlus(900), 10))
                .containsExactly(new Launchable(again, 0, Optional.empty()));
    }

    @Test
    void voids_are_counted_since_the_last_attempt_that_was_not_void() {
        Callback.Promised promise = promised(ledger(), 1);
        voided(promise, 1);
        voided(promise, 2);
        assertThat(ledger().launchable(noonPlus(500), 1))
                .containsExactly(new Launchable(promise, 2, Optional.of(noonPlus(102))));

        Callback.Dialing dialing = dialing(promise, 3);
        Callback.Promised again = dialing.again(new Tries(1, 0), noonPlus(104));
        ledger().settle(ended(3, AttemptOutcome.NO_ANSWER, dialing, again), noonPlus(103));
        assertThat(ledger().launchable(noonPlus(500), 1))
                .containsExactly(new Launchable(again, 0, Optional.empty()));

        voided(again, 4);
        assertThat(ledger().launchable(noonPlus(500), 1))
                .containsExactly(new Launchable(again, 1, Optional.of(noonPlus(104))));
    }

    @Test
    void the_story_tells_everything_in_order() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Dialing dialing = dialing(promise, 1);
        ledger().answered(attemptId(1), noonPlus(80));
        ledger().settle(
                        new Settlement(
                                attemptId(1),
                                AttemptOutcome.KEPT,
                                dialing,
                                dialing.kept(noonPlus(200)),
                                "spoke with a rep"),
                        noonPlus(200));

        List<LedgerEntry> story = ledger().story(promise.id());
        String attempt = "attempt " + attemptId(1);
        assertThat(story)
                .extracting(LedgerEntry::what)
                .containsExactly(
                        "unspoken",
                        "unspoken -> promised",
                        attempt + " intent",
                        attempt + " claimed, promised -> dialing",
                        attempt + " answered",
                        attempt + " ended kept, dialing -> kept");
        assertThat(story.getFirst())
                .isEqualTo(new LedgerEntry(noonPlus(31), "unspoken", "wanted to be called back"));
        assertThat(story.getLast().reason()).isEqualTo("spoke with a rep");
        assertThat(story).extracting(LedgerEntry::at).isSorted();
    }

    @Test
    void every_state_can_be_listed_open_ones_first_newest_first() {
        Callback unspoken = ledger().promise(terms(1), "asked");
        Callback.Promised promised = promised(ledger(), 2);
        Callback.Dialing dialing = dialing(promised(ledger(), 3), 3);
        Callback.Dialing toKeep = dialing(promised(ledger(), 4), 4);
        Callback kept = toKeep.kept(noonPlus(400));
        ledger().settle(ended(4, AttemptOutcome.KEPT, toKeep, kept), noonPlus(400));
        Callback.Dialing toBreak = dialing(promised(ledger(), 5), 5);
        Callback broken = toBreak.broken(new Tries(4, 1), noonPlus(500));
        ledger().settle(ended(5, AttemptOutcome.BUSY, toBreak, broken), noonPlus(500));
        Callback.Promised toCancel = promised(ledger(), 6);
        Callback withdrawn = toCancel.withdrawn(noonPlus(300));
        ledger().move(toCancel, withdrawn, "cancelled", noonPlus(300));

        assertThat(ledger().list(true, 10))
                .containsExactly(dialing, promised, unspoken, broken, kept, withdrawn);
        assertThat(ledger().list(true, 4)).containsExactly(dialing, promised, unspoken, broken);
        assertThat(ledger().list(false, 10)).containsExactly(dialing, promised, unspoken);
    }

    @Test
    void ended_promises_are_listed_by_when_they_ended_whenever_they_were_asked_for() {
        Callback.Promised first = promised(ledger(), 1);
        Callback.Dialing second = dialing(promised(ledger(), 2), 2);
        Callback.Unspoken third = (Callback.Unspoken) ledger().promise(terms(3), "asked");

        Callback unheard = third.unheard(noonPlus(100));
        ledger().move(third, unheard, "hung up", noonPlus(100));
        Callback kept = second.kept(noonPlus(200));
        ledger().settle(ended(2, AttemptOutcome.KEPT, second, kept), noonPlus(200));
        Callback cancelled = first.withdrawn(noonPlus(300));
        ledger().move(first, cancelled, "cancelled", noonPlus(300));

        assertThat(ledger().list(true, 10)).containsExactly(cancelled, kept, unheard);
        assertThat(ledger().list(true, 2)).containsExactly(cancelled, kept);
        assertThat(ledger().list(false, 10)).isEmpty();
    }

    @Test
    void promises_are_found_by_the_beginning_of_their_id() {
        for (int n = 1; n <= 12; n++) {
            promised(ledger(), n);
        }
        String id = promiseId(3).value();
        assertThat(ledger().findByPrefix(id))
                .extracting(Callback::id)
                .containsExactly(promiseId(3));
        assertThat(ledger().findByPrefix(id.substring(0, 31))).hasSize(10);
        assertThat(ledger().findByPrefix("ffff")).isEmpty();
        assertThat(ledger().findByPrefix("%' OR 1=1 --")).isEmpty();
    }

    @Test
    void what_a_rep_promised_for_a_time_is_remembered_and_launched_from_then_on() {
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
    void who_hears_of_a_time_that_is_over_by_then_is_called_from_that_moment_on() {
        Appointment agreed = new Appointment(new RepDevice("PJSIP/rep1"), noonPlus(40));
        Callback.Unspoken made =
                (Callback.Unspoken) ledger().promise(terms(1).with(agreed), "by this rep");
        assertThat(made.spoken(noonPlus(60)).notBefore()).isEqualTo(noonPlus(60));
    }

    @Test
    void an_order_of_our_own_people_is_spoken_from_the_beginning_and_called_from_its_time_on() {
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
    void no_limit_holds_an_order() {
        for (int n = 1; n <= 2; n++) {
            over(made(lately(n, 1, 0)));
        }
        assertThat(ledger().order(ordered(3, 1), "ordered")).isInstanceOf(Ordered.Made.class);
    }

    @Test
    void an_order_for_somebody_who_has_a_promise_changes_its_time_and_not_its_place() {
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
    void an_order_is_refused_while_he_is_called_or_told_or_has_another_promise() {
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
    void what_was_put_off_is_not_claimed_before_its_time() {
        Callback.Promised open = promised(ledger(), 1);
        ledger().intend(open, intent(1, open.id(), NOON));
        ledger().order(ordered(2, 1).ordered(noonPlus(7200)), "later");

        assertThat(ledger().claim(attemptId(1), noonPlus(7199))).isEmpty();
        assertThat(ledger().attempt(attemptId(1)).orElseThrow().attempt().state())
                .isEqualTo(AttemptState.INTENT);
        assertThat(ledger().claim(attemptId(1), noonPlus(7200))).isPresent();
    }

    @Test
    void what_is_due_for_long_is_found_unless_it_was_agreed_or_ordered_for_later() {
        Callback.Promised old = promised(ledger(), 1);
        promised(ledger(), 900);
        Appointment agreed = new Appointment(new RepDevice("PJSIP/rep1"), noonPlus(600));
        Callback.Unspoken byRep =
                (Callback.Unspoken) ledger().promise(terms(2).with(agreed), "by this rep");
        ledger().move(byRep, byRep.spoken(noonPlus(40)), "heard it", noonPlus(40));
        ledger().order(ordered(3, 3).ordered(noonPlus(600)), "ordered");
        ledger().waitsHimself(promised(ledger(), 4).id(), call(9), NOON);
        dialing(promised(ledger(), 5), 5);

        assertThat(ledger().longDue(noonPlus(500), noonPlus(5000))).containsExactly(old);
        assertThat(ledger().longDue(noonPlus(500), noonPlus(40))).isEmpty();
        assertThat(ledger().longDue(noonPlus(700), noonPlus(5000))).hasSize(3);
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

    private CallbackTerms sameCallerAs(int caller, int n, LineName line) {
        return new CallbackTerms(
                promiseId(n),
                number(caller),
                line,
                new EffectiveArrival(noonPlus(n)),
                noonPlus(n + 600),
                call(n),
                2,
                new Language("es"));
    }

    private Callback.Dialing dialing(Callback.Promised promise, int attempt) {
        assertThat(ledger().intend(promise, intent(attempt, promise.id(), noonPlus(70)))).isTrue();
        return ledger().claim(attemptId(attempt), noonPlus(75)).orElseThrow();
    }

    private void voided(Callback.Promised promise, int attempt) {
        assertThat(ledger().intend(promise, intent(attempt, promise.id(), noonPlus(70)))).isTrue();
        Settlement end = ended(attempt, AttemptOutcome.VOID, promise, promise);
        assertThat(ledger().settle(end, noonPlus(100 + attempt))).isTrue();
    }

    private static Settlement ended(
            int attempt, AttemptOutcome outcome, Callback from, Callback to) {
        return new Settlement(attemptId(attempt), outcome, from, to, "it ended so");
    }

    private static <T> List<T> allAtOnce(Callable<T> work) throws Exception {
        CountDownLatch ready = new CountDownLatch(RACERS);
        List<T> answers = new ArrayList<>();
        try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                running.add(
                        racers.submit(() -> {
                            ready.countDown();
                            ready.await();
                            return work.call();
                        }));
            }
            for (Future<T> one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
