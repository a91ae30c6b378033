package dev.amends.measure;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.speech.Language;
import dev.amends.store.Store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What the decisions about one caller cost, from his history to the end of his promised call. */
final class Decisions {

    private static final LineName SUPPORT = new LineName("support");
    private static final int MANY = 1_000_000;
    private static final Budget BUDGET = new Budget(MANY, MANY, MANY, 60, ZoneOffset.UTC);
    private static final PromiseLimits LIMITS = new PromiseLimits(MANY, MANY, MANY, BUDGET);

    private final Store store;
    private int next;

    Decisions(Store store) {
        this.store = store;
    }

    /** Milliseconds that each of so many callers took, in the middle. */
    double millis(int callers) {
        Median each = new Median();
        for (int n = 0; n < callers; n++) {
            long start = System.nanoTime();
            claimed(Past.fresh(next++));
            each.add((System.nanoTime() - start) / 1e6);
        }
        return each.value();
    }

    /** Claims a second, of attempts that wait for them. */
    double claims(int howMany) {
        AttemptId[] waiting = new AttemptId[howMany];
        for (int n = 0; n < howMany; n++) {
            waiting[n] = intended(Past.fresh(next++));
        }
        long start = System.nanoTime();
        for (AttemptId one : waiting) {
            won(one);
        }
        return howMany / ((System.nanoTime() - start) / 1e9);
    }

    private void claimed(String number) {
        Instant now = Instant.now();
        store.callerBook().history(new PhoneNumber(number), now.minus(Duration.ofDays(7)), now);
        AttemptId attempt = intended(number);
        Callback.Dialing dialing = won(attempt);
        if (!store.ledger()
                .settle(
                        new Ledger.Settlement(
                                attempt,
                                AttemptOutcome.KEPT,
                                dialing,
                                dialing.kept(now),
                                "spoke with a rep"),
                        now)) {
            throw new IllegalStateException("not settled");
        }
        store.ledger().cost(attempt, 3);
    }

    private Callback.Dialing won(AttemptId attempt) {
        return store.ledger().claim(attempt, BUDGET, Instant.now()) instanceof Ledger.Claim.Won won
                ? won.promise()
                : failed();
    }

    private static Callback.Dialing failed() {
        throw new IllegalStateException("a claim was not won");
    }

    private AttemptId intended(String e164) {
        Instant now = Instant.now();
        PhoneNumber number = new PhoneNumber(e164);
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId(id()),
                        number,
                        SUPPORT,
                        new EffectiveArrival(now),
                        now,
                        new CallId("measured." + id()),
                        2,
                        Language.ENGLISH);
        Promising made =
                store.ledger()
                        .promise(new PromiseRequest(terms, "asked", Optional.of(number), LIMITS));
        Callback.Unspoken unspoken = ((Promising.Made) made).promise();
        Callback.Promised promised = unspoken.spoken(now);
        store.ledger().move(unspoken, promised, "heard", now);
        store.ledger().launchable(now, 50);
        AttemptId attempt = new AttemptId(id());
        store.ledger().intend(promised, Attempt.intent(attempt, promised.id(), now));
        return attempt;
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
