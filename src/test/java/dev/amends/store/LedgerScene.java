package dev.amends.store;

import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ledger.Settlement;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.speech.Language;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A ledger under test, and what its tests share. */
interface LedgerScene {

    int RACERS = 16;
    PromiseLimits LIMITS = new PromiseLimits(2, 10, 200);

    /** An empty ledger, the same one during a test. */
    Ledger ledger();

    /** The promise that this asks for, which nothing stands against. */
    default Callback.Unspoken made(PromiseRequest request) {
        return ((Promising.Made) ledger().promise(request)).promise();
    }

    /** Asked for by a caller, within wide limits. */
    static PromiseRequest request(CallbackTerms terms, int asker) {
        return new PromiseRequest(terms, "asked", Optional.of(number(asker)), LIMITS);
    }

    /** The nth promise, of another one's caller. */
    static CallbackTerms sameCallerAs(int caller, int n, LineName line) {
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

    /** The promise, once this attempt has claimed it. */
    default Callback.Dialing dialing(Callback.Promised promise, int attempt) {
        assertThat(ledger().intend(promise, intent(attempt, promise.id(), noonPlus(70)))).isTrue();
        return ledger().claim(attemptId(attempt), noonPlus(75)).orElseThrow();
    }

    /** The end of an attempt. */
    static Settlement ended(int attempt, AttemptOutcome outcome, Callback from, Callback to) {
        return new Settlement(attemptId(attempt), outcome, from, to, "it ended so");
    }

    /** The nth request, for this number, so many seconds after noon, within the limits. */
    static PromiseRequest lately(int n, int number, long seconds) {
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

    /** It was never heard, so it is over. */
    default void over(Callback.Unspoken made) {
        Instant now = made.terms().askedAt();
        assertThat(ledger().move(made, made.unheard(now), "hung up", now)).isTrue();
    }

    /** The same by many at the same moment; their answers. */
    static <T> List<T> allAtOnce(Callable<T> work) throws Exception {
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
