package dev.amends.store;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Callers, promises and attempts to try a store with. Everything follows from small numbers. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    static final LineName SUPPORT = new LineName("support");

    private Samples() {}

    static Instant noonPlus(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    static PhoneNumber number(int n) {
        return new PhoneNumber("+1202555%04d".formatted(n));
    }

    static CallId call(int n) {
        return new CallId("1793620800." + n);
    }

    static PromiseId promiseId(int n) {
        return new PromiseId("%032x".formatted(0xabc00000L + n));
    }

    static AttemptId attemptId(int n) {
        return new AttemptId("%032x".formatted(0xdef00000L + n));
    }

    /** What caller {@code n} asks for, having come {@code n} seconds after noon. */
    static CallbackTerms terms(int n) {
        return terms(n, n);
    }

    private static CallbackTerms terms(int caller, int n) {
        return new CallbackTerms(
                promiseId(n),
                number(caller),
                SUPPORT,
                new EffectiveArrival(noonPlus(n)),
                noonPlus(n + 30),
                call(n),
                2,
                Language.ENGLISH);
    }

    static Attempt intent(int n, PromiseId promise, Instant at) {
        return Attempt.intent(attemptId(n), promise, at);
    }

    static Arrival arrival(int n, int caller, Instant at) {
        return new Arrival(
                call(n),
                Optional.of(number(caller)),
                SUPPORT.value(),
                at,
                at.minus(Duration.ofSeconds(60)),
                "senior",
                "2 earlier calls in 7 days");
    }

    /** Caller {@code n} was promised a call and heard it. */
    static Callback.Promised promised(Ledger ledger, int n) {
        return promised(ledger, n, n);
    }

    /** The nth promise, to this caller, who heard it. */
    static Callback.Promised promised(Ledger ledger, int caller, int n) {
        Callback.Unspoken unspoken =
                (Callback.Unspoken) ledger.promise(terms(caller, n), "wanted to be called back");
        Callback.Promised promised = unspoken.spoken(noonPlus(n + 40));
        if (!ledger.move(unspoken, promised, "heard it", noonPlus(n + 40))) {
            throw new AssertionError("could not be moved");
        }
        return promised;
    }
}
