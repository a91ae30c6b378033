package dev.amends.supervision;

import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.Ledger.LedgerEntry;

import java.util.ArrayList;
import java.util.List;

/** The whole story of one promised action. */
record ActionStory(ActionPromise action, List<LedgerEntry> entries) {

    /**
     * Line by line.
     *
     * @param line its line's name, with whatever has to be said of its clock
     */
    List<String> tell(WallClock clock, String line) {
        ActionTerms terms = action.terms();
        ActionWords words = new ActionWords(clock);
        List<String> lines = new ArrayList<>();
        lines.add("Promise " + action.id() + ": " + terms.deed());
        lines.add("  to         " + terms.number().e164());
        lines.add("  line       " + line + ", in the language " + terms.language());
        lines.add("  owner      " + terms.owner() + ", who is to do it");
        lines.add("  until      " + clock.says(terms.by()));
        lines.add(
                "  promised   "
                        + clock.says(terms.promisedAt())
                        + ", by an order (amends promise)");
        lines.add("  state      " + action.word() + ", " + ActionWords.how(action));
        lines.add("");
        lines.add("What happened");
        lines.addAll(Story.happened(entries, clock));
        lines.add("");
        lines.add("What happens next");
        lines.add("  " + words.next(action, Story.reason(entries, Story.SEEN_TO)));
        return lines;
    }
}
