package dev.amends.supervision;

import dev.amends.promise.CallbackTerms;

import java.util.Optional;

/** What somebody was told of the call he was promised, in a few words. */
final class CallWords {

    private CallWords() {}

    static String told(CallbackTerms terms, WallClock clock) {
        return byRep(terms, clock)
                .or(() -> terms.ordered().map(at -> "a call at " + clock.minute(at)))
                .or(() -> between(terms, clock))
                .or(() -> terms.opening().map(from -> "a call from " + clock.minute(from) + " on"))
                .orElseGet(() -> "a call, " + clock.minute(terms.askedAt()));
    }

    private static Optional<String> byRep(CallbackTerms terms, WallClock clock) {
        return terms.appointment()
                .map(agreed ->
                        "a call by %s at %s".formatted(agreed.rep(), clock.minute(agreed.from())));
    }

    private static Optional<String> between(CallbackTerms terms, WallClock clock) {
        return terms.window()
                .map(window ->
                        "a call between %s and %s"
                                .formatted(clock.minute(window.from()), clock.minute(window.to())));
    }
}
