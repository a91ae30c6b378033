package dev.amends.care;

import dev.amends.care.Consent.Answer;

import java.util.Optional;

/** Whether a caller may tell what happened: his story is recorded, so never against his will. */
public final class StoryPolicy {

    /** Nobody fills the disk by telling and telling. */
    public static final int MOST_IN_A_CALL = 3;

    private StoryPolicy() {}

    /**
     * What it looks at.
     *
     * @param offered to whom the line offers it
     * @param upset whether he is
     * @param consent what he answered last in this call, if he was asked whether he may be recorded
     * @param told how many stories he has told in this call
     */
    public record Facts(StoryOffer offered, boolean upset, Optional<Answer> consent, int told) {

        /** Those of a line that takes no stories. */
        public static final Facts NONE = new Facts(StoryOffer.NOBODY, false, Optional.empty(), 0);

        /** The same, now that he has answered whether he may be recorded. */
        public Facts with(Answer answer) {
            return new Facts(offered, upset, Optional.of(answer), told);
        }
    }

    /** What it decides. */
    public sealed interface Decision {
        String reason();

        /** He may. */
        record May(String reason) implements Decision {}

        /** He may not. */
        record MayNot(String reason) implements Decision {}
    }

    /** The first rule that speaks wins. */
    public static Decision decide(Facts facts) {
        if (facts.consent().filter(answer -> answer != Answer.YES).isPresent()) {
            return new Decision.MayNot("did not agree to be recorded");
        }
        if (facts.told() >= MOST_IN_A_CALL) {
            return new Decision.MayNot("has told " + facts.told() + " stories in this call");
        }
        return switch (facts.offered()) {
            case NOBODY -> new Decision.MayNot("the line takes no stories");
            case UPSET ->
                    facts.upset()
                            ? new Decision.May("is upset")
                            : new Decision.MayNot("is not upset");
            case EVERYBODY -> new Decision.May("everybody may");
        };
    }
}
