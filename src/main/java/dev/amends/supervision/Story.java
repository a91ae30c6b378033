package dev.amends.supervision;

import dev.amends.promise.Attempt;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole story of one promise, for the person who wonders why somebody was or was not called.
 *
 * @param before how many open promises of its line have an earlier place
 * @param onTheLine whether its caller rang again and waits himself
 * @param blocked whether its caller's number is on the block list
 */
record Story(
        Callback callback,
        List<Attempt> attempts,
        List<Ledger.LedgerEntry> entries,
        long before,
        boolean onTheLine,
        boolean blocked) {

    /** What the story says when a person has seen to a broken promise. */
    static final String SEEN_TO = "task done";

    /**
     * Line by line.
     *
     * @param line its line's name, with whatever has to be said of its clock
     */
    List<String> tell(PromiseWords words, String line) {
        WallClock clock = words.clock();
        List<String> lines = new ArrayList<>();
        CallbackTerms terms = callback.terms();
        lines.add(
                "Promise " + terms.id().shortForm() + ": call " + terms.number().e164() + " back");
        lines.add("  line       " + line + ", in the language " + terms.language());
        lines.add(
                "  asked      "
                        + clock.says(terms.askedAt())
                        + (terms.byOrder()
                                ? ", by an order (amends promise)"
                                : ", in call " + terms.askedIn().value()));
        lines.add(
                "  place      of a caller who came at "
                        + clock.says(terms.arrival().at())
                        + ahead());
        terms.appointment()
                .ifPresent(agreed ->
                        lines.add(
                                "  agreed     by "
                                        + agreed.rep()
                                        + ", not before "
                                        + clock.says(agreed.from())
                                        + "; any rep's when he is not free in time"));
        terms.opening()
                .ifPresent(
                        opening -> lines.add("  told       from " + clock.minute(opening) + " on"));
        terms.ordered().ifPresent(at -> lines.add("  ordered    for " + clock.says(at)));
        terms.window().ifPresent(window -> lines.add("  told       " + words.between(window)));
        words.overdue(callback).ifPresent(late -> lines.add("  late       " + late));
        lines.add("  state      " + callback.word() + ", " + tried());
        lines.add("");
        lines.add("Attempts");
        lines.addAll(attempts(words));
        lines.add("");
        lines.add("What happened");
        lines.addAll(happened(entries, clock));
        lines.add("");
        lines.add("What happens next");
        lines.add(
                "  "
                        + words.next(
                                callback,
                                new PromiseWords.Standing(
                                        live(attempts), onTheLine, blocked, seenTo())));
        return lines;
    }

    private String seenTo() {
        return reason(entries, SEEN_TO);
    }

    /** The reason of the first line that ends so; empty when there is none. */
    static String reason(List<Ledger.LedgerEntry> entries, String what) {
        return entries.stream()
                .filter(entry -> entry.what().endsWith(what))
                .map(Ledger.LedgerEntry::reason)
                .findFirst()
                .orElse("");
    }

    /** The one attempt that is not over, if any. */
    static Optional<Attempt> live(List<Attempt> attempts) {
        return attempts.stream().filter(attempt -> attempt.state().live()).findFirst();
    }

    private String ahead() {
        if (!callback.open()) {
            return "";
        }
        return before == 0
                ? "; first of the open promises of this line"
                : "; behind %d open %s of this line"
                        .formatted(before, before == 1 ? "promise" : "promises");
    }

    private String tried() {
        int made = callback.tries().made();
        return switch (made) {
            case 0 -> "not tried yet";
            case 1 -> "tried once";
            default -> "tried " + made + " times";
        };
    }

    private List<String> attempts(PromiseWords words) {
        if (attempts.isEmpty()) {
            return List.of("  none yet");
        }
        List<String> lines = new ArrayList<>();
        for (Attempt attempt : attempts) {
            lines.add(
                    "  %d. %s  %s: %s"
                            .formatted(
                                    lines.size() + 1,
                                    words.clock().says(attempt.createdAt()),
                                    attempt.id(),
                                    words.attempt(attempt)));
        }
        return lines;
    }

    /** What happened, a line each. */
    static List<String> happened(List<Ledger.LedgerEntry> entries, WallClock clock) {
        int widest = entries.stream().mapToInt(entry -> entry.what().length()).max().orElse(1);
        return entries.stream()
                .map(entry ->
                        "  %s  %s  %s"
                                .formatted(
                                        clock.says(entry.at()),
                                        padded(entry.what(), widest),
                                        entry.reason()))
                .map(String::stripTrailing)
                .toList();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
