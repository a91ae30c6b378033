package dev.amends.supervision;

import dev.amends.promise.ActionPromise;
import dev.amends.promise.Actions;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Promise;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first digits of a promise's id, by which a person names it. */
sealed interface IdPrefix {

    Pattern DIGITS = Pattern.compile("[0-9a-f]{1,32}");

    /** They can be. */
    record Read(String digits) implements IdPrefix {}

    /** They can't be. */
    record Wrong(String why) implements IdPrefix {}

    static IdPrefix read(String text) {
        String digits = text.strip().toLowerCase(Locale.ROOT);
        return DIGITS.matcher(digits).matches()
                ? new Read(digits)
                : new Wrong(
                        "a promise's id is made of the digits 0-9 and a-f; see: amends promises list");
    }

    /** All promises whose id begins so, calls and actions. */
    static List<Promise> find(String digits, Ledger ledger, Actions actions) {
        return Stream.<Promise>concat(
                        ledger.findByPrefix(digits).stream(), actions.findByPrefix(digits).stream())
                .toList();
    }

    /** That several begin so, and which. */
    static String ambiguous(String what, String digits, List<? extends Promise> found) {
        String how = found.size() < Ledger.MOST_FOUND ? "several" : "at least " + found.size();
        return found.stream()
                .map(promise -> "  %s  %s".formatted(promise.id().value(), words(promise)))
                .collect(
                        Collectors.joining(
                                "\n",
                                "%s %s begin with %s; give more digits:\n"
                                        .formatted(how, what, digits),
                                ""));
    }

    private static String words(Promise promise) {
        return switch (promise) {
            case Callback call -> "call %s back, line %s".formatted(call.number(), call.line());
            case ActionPromise action ->
                    "%s for %s, line %s"
                            .formatted(action.terms().deed(), action.number(), action.line());
        };
    }
}
