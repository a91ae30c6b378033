package dev.amends.supervision;

import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionTerms;

/** How promised actions stand, in plain words. */
record ActionWords(WallClock clock) {

    /** How it ended. */
    static String how(ActionPromise action) {
        return switch (action) {
            case ActionPromise.Done done -> done.late() ? "done late" : "done in time";
            case ActionPromise.Withdrawn _ -> "withdrawn";
            case ActionPromise.Overdue _ -> "not done in time";
            case ActionPromise.Pending _ -> "not done yet";
        };
    }

    /** Whether it should have been done by now. */
    boolean overdue(ActionPromise action) {
        return switch (action) {
            case ActionPromise.Pending pending -> pending.terms().by().isBefore(clock.now());
            case ActionPromise.Overdue _ -> true;
            case ActionPromise.Done _, ActionPromise.Withdrawn _ -> false;
        };
    }

    /**
     * In a few words, for a list.
     *
     * @param seenTo what a person noted who saw to it after it was overdue; empty when nobody did
     */
    String brief(ActionPromise action, String seenTo) {
        ActionTerms terms = action.terms();
        return "%s, by %s until %s: %s"
                .formatted(
                        terms.deed(),
                        terms.owner(),
                        clock.minute(terms.by()),
                        state(action, seenTo));
    }

    private String state(ActionPromise action, String seenTo) {
        return switch (action) {
            case ActionPromise.Open open when open.terms().owner().phone().isPresent() ->
                    open.askFrom().isAfter(clock.now())
                            ? "asked from " + clock.minute(open.askFrom())
                            : "asked as soon as he is free";
            case ActionPromise.Open _ -> "nobody to ask, a task then";
            case ActionPromise.Placed _, ActionPromise.Asked _ -> "being asked";
            case ActionPromise.Overdue _ when !seenTo.isEmpty() ->
                    "overdue, a person saw to it: " + seenTo;
            case ActionPromise.Overdue overdue ->
                    "overdue, a task since " + clock.says(overdue.at());
            case ActionPromise.Done done -> how(done) + ", " + clock.says(done.at());
            case ActionPromise.Withdrawn gone -> "withdrawn " + clock.says(gone.at());
        };
    }

    /** What happens next, as one sentence. */
    String next(ActionPromise action, String seenTo) {
        ActionTerms terms = action.terms();
        return switch (action) {
            case ActionPromise.Open open when open.terms().owner().phone().isPresent() ->
                    "From %s on %s is asked on his phone whether it is done, as soon as he is free and the line is open; an hour after its time at the latest it is overdue."
                            .formatted(clock.says(open.askFrom()), terms.owner());
            case ActionPromise.Open _ ->
                    "%s can't be asked by phone: if it is not said to be done by %s (amends promises done %s), it is a task for a person and the caller is called."
                            .formatted(terms.owner(), clock.says(terms.by()), action.id());
            case ActionPromise.Placed _ -> "The phone of " + terms.owner() + " is about to ring.";
            case ActionPromise.Asked _ ->
                    "The phone of " + terms.owner() + " rings, or he is just being asked.";
            case ActionPromise.Overdue _ when !seenTo.isEmpty() ->
                    "Nothing: it was not kept, and a person saw to it: " + seenTo + ".";
            case ActionPromise.Overdue _ ->
                    "A person has to see to it; once it is done: amends promises done "
                            + action.id()
                            + ".";
            case ActionPromise.Done done ->
                    "Nothing: it was " + how(done) + ", " + clock.says(done.at()) + ".";
            case ActionPromise.Withdrawn gone ->
                    "Nothing: it was withdrawn, " + clock.says(gone.at()) + ".";
        };
    }
}
