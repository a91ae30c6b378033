package dev.amends.promise;

import dev.amends.line.EffectiveArrival;

import java.time.Instant;
import java.util.Optional;

/**
 * What the second request of a person makes of the promise that he has: nobody has two for one
 * matter, so that its number or time is changed, and he keeps his place. Only who chooses a time
 * has the place of that time, and who gives one up has that of now if it is earlier. Pure.
 */
public final class SecondRequestPolicy {

    private SecondRequestPolicy() {}

    /** The promise as he wants it now; nothing when it is as he wants it, or can't be changed. */
    public static Optional<Callback.Promised> changed(Callback there, PromiseRequest request) {
        CallbackTerms asked = request.terms();
        boolean otherTime = !there.terms().opening().equals(asked.opening());
        if (asked.appointment().isPresent() || !otherTime && sameNumber(there, asked)) {
            return Optional.empty();
        }
        CallbackTerms terms = there.terms().to(asked.number(), asked.language());
        CallbackTerms then = otherTime ? terms.whenever(asked).at(place(there, request)) : terms;
        return switch (there) {
            case Callback.Unspoken unheard ->
                    Optional.of(
                            heard(unheard, asked).changed(then, then.notBefore(asked.askedAt())));
            case Callback.Promised promised ->
                    Optional.of(promised.changed(then, from(promised, then, otherTime, asked)));
            default -> Optional.empty();
        };
    }

    /** Whether he asks for a call to the number that is promised one. */
    public static boolean sameNumber(Callback there, CallbackTerms asked) {
        return there.terms().number().equals(asked.number());
    }

    /** He never heard of the first one, but now he does. */
    private static Callback.Promised heard(Callback.Unspoken unheard, CallbackTerms asked) {
        return new Callback.Promised(
                unheard.terms(), unheard.version(), unheard.tries(), asked.askedAt());
    }

    private static Instant from(
            Callback.Promised there, CallbackTerms then, boolean otherTime, CallbackTerms asked) {
        return otherTime ? then.notBefore(asked.askedAt()) : there.notBefore();
    }

    private static EffectiveArrival place(Callback there, PromiseRequest request) {
        EffectiveArrival asked = request.terms().arrival();
        EffectiveArrival kept = there.terms().arrival();
        return request.slot().isPresent() || asked.compareTo(kept) < 0 ? asked : kept;
    }
}
