package dev.amends.care;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which question a caller is asked next on arrival: each at most once in a call, reason and wish
 * only once in a matter. Who has a promise open is asked about that, elsewhere, and besides only
 * whether he may be recorded; and nobody is asked anything while the line is closed. Pure.
 */
public final class IntakePolicy {

    private IntakePolicy() {}

    /**
     * What it looks at.
     *
     * @param asked what he was asked already in this call
     * @param said what he has said so far in this call
     * @param open his open matter, if his number is known and he has one
     * @param promised whether he was promised a call on this line that is still to come
     * @param tells whether he may tell what happened, as far as that is known
     */
    public record Facts(
            IntakeTerms terms,
            Set<IntakeQuestion> asked,
            Concern said,
            Optional<Matter> open,
            boolean promised,
            boolean lineOpen,
            StoryPolicy.Facts tells) {

        public Facts {
            asked = Set.copyOf(asked);
        }

        /** Those of a line that records nothing. */
        public Facts(
                IntakeTerms terms,
                Set<IntakeQuestion> asked,
                Concern said,
                Optional<Matter> open,
                boolean promised,
                boolean lineOpen) {
            this(terms, asked, said, open, promised, lineOpen, StoryPolicy.Facts.NONE);
        }
    }

    /** What comes next. */
    public sealed interface Next {
        String reason();

        /** This question. */
        record Ask(IntakeQuestion question, String reason) implements Next {}

        /** Nothing more: he goes on to where he is routed. */
        record Done(String reason) implements Next {}
    }

    /** The first question that is still to be asked; never one that stands before another one. */
    public static Next next(Facts facts) {
        if (!facts.lineOpen()) {
            return new Next.Done("the line is closed");
        }
        return Stream.of(IntakeQuestion.values())
                .filter(facts.terms()::asks)
                .filter(question -> question == IntakeQuestion.CONSENT || !facts.promised())
                .filter(question -> facts.asked().stream().allMatch(q -> q.compareTo(question) < 0))
                .flatMap(question -> why(question, facts).map(why -> ask(question, why)).stream())
                .findFirst()
                .orElseGet(() ->
                        new Next.Done(
                                facts.promised()
                                        ? "has been promised a call, and is asked about that"
                                        : "nothing more to ask"));
    }

    private static Next ask(IntakeQuestion question, String why) {
        return new Next.Ask(question, why);
    }

    /** Why this one is still to be asked, if it is. */
    private static Optional<String> why(IntakeQuestion question, Facts facts) {
        Concern known = facts.said().orOf(facts.open());
        return switch (question) {
            case CONSENT -> Optional.of("nothing is recorded unless he agrees");
            case SAME_MATTER -> facts.open().map(_ -> "has an open matter");
            case REASON -> missing(known.reason(), "reason");
            case WISH -> missing(known.wish(), "wish");
            case STORY ->
                    StoryPolicy.decide(facts.tells()) instanceof StoryPolicy.Decision.May may
                            ? Optional.of(may.reason())
                            : Optional.empty();
        };
    }

    private static Optional<String> missing(Optional<Said> known, String what) {
        return known.isPresent() ? Optional.empty() : Optional.of("his " + what + " is not known");
    }
}
