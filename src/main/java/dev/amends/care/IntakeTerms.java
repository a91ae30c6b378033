package dev.amends.care;

import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.util.List;
import java.util.stream.Stream;

/**
 * What callers of a line are asked on arrival; nothing unless it is set.
 *
 * @param sameMatter whether who has an open matter is asked if it is about that
 * @param reasons the codes that he can choose from, the first by key 1; at most nine; none: not
 *     asked
 * @param wishes the same for what he would like to be done
 * @param consent whether he is asked if the call may be recorded
 * @param stories who may tell what happened
 */
public record IntakeTerms(
        boolean sameMatter,
        List<String> reasons,
        List<String> wishes,
        boolean consent,
        StoryOffer stories) {

    /** As many keys there are. */
    public static final int MOST = 9;

    /** He is asked nothing. */
    public static final IntakeTerms NONE = new IntakeTerms(false, List.of(), List.of());

    /** The same where nothing is recorded. */
    public IntakeTerms(boolean sameMatter, List<String> reasons, List<String> wishes) {
        this(sameMatter, reasons, wishes, false, StoryOffer.NOBODY);
    }

    public IntakeTerms {
        reasons = List.copyOf(reasons);
        wishes = List.copyOf(wishes);
        if (reasons.size() > MOST || wishes.size() > MOST) {
            throw new IllegalArgumentException("more answers than keys");
        }
    }

    /** Whether anything is asked. */
    public boolean any() {
        return !equals(NONE);
    }

    /** Whether anything may be recorded. */
    public boolean records() {
        return consent || stories != StoryOffer.NOBODY;
    }

    /** Whether this is asked, of those for whom it makes sense. */
    public boolean asks(IntakeQuestion question) {
        return switch (question) {
            case CONSENT -> consent;
            case SAME_MATTER -> sameMatter;
            case REASON -> !reasons.isEmpty();
            case WISH -> !wishes.isEmpty();
            case STORY -> stories != StoryOffer.NOBODY;
        };
    }

    /** What says the answers that he can choose from. */
    public Stream<Prompt> prompts() {
        return Stream.concat(
                reasons.stream().map(CataloguePrompt::reason),
                wishes.stream().map(CataloguePrompt::wish));
    }
}
