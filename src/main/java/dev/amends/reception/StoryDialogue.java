package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.KEEP_WAITING;
import static dev.amends.speech.CataloguePrompt.STORY_NOTHING;
import static dev.amends.speech.CataloguePrompt.STORY_OFFER;
import static dev.amends.speech.CataloguePrompt.STORY_SPEAK;
import static dev.amends.speech.CataloguePrompt.STORY_THANKS;

import dev.amends.care.RecordingId;
import dev.amends.speech.CataloguePrompt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dialogue with a caller who may tell what happened: offered by one key, told without
 * interruption until he presses pound or the time is up, and then back to where he was. A key while
 * he is asked to speak, also pound, has him begin at once. Silence is no story. Pure.
 */
final class StoryDialogue {

    static final String NAME = "story";

    /** Says yes to the offer. */
    static final String YES = "1";

    /** How long he may speak. */
    static final Duration MOST = Duration.ofMinutes(3);

    /**
     * Below that it may have been less than a second: what the dialplan counts is whole seconds.
     */
    private static final Duration SURELY_A_SECOND = Duration.ofSeconds(2);

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);

    /** How the recording ended, in the dialplan's words, and after how many seconds. */
    private static final Pattern ENDED = Pattern.compile("([A-Z]{1,12})\\.([0-9]{1,4})");

    private StoryDialogue() {}

    /** What comes of a turn. */
    sealed interface Outcome {

        /** He wants to tell it. */
        record Begins() implements Outcome {}

        /** He does not want to. */
        record Declines() implements Outcome {}

        /** He has told it. */
        record Told(RecordingId story, Duration length) implements Outcome {}

        /** There is nothing to hear. */
        record Empty(RecordingId story) implements Outcome {}
    }

    /** Asked while he waits. */
    static Turn.Ask offer(Turn.Next back) {
        return new Turn.Ask(
                List.of(STORY_OFFER.prompt()), KEY_PATIENCE, StoryState.offered(back).next());
    }

    /** He has asked for it while he waits, and may not. */
    static Turn.Say mayNot(Turn.Next back) {
        return new Turn.Say(List.of(KEEP_WAITING.prompt()), back);
    }

    /** He tells it now. */
    static Turn.Record tells(RecordingId story, Turn.Next back) {
        return new Turn.Record(
                List.of(STORY_SPEAK.prompt()), story, MOST, StoryState.telling(story, back).next());
    }

    /**
     * Every later turn: {@code heard} is a key, or how the recording ended.
     *
     * @param holdsStory whether somebody speaks in its file, where that can be seen
     */
    static Outcome next(StoryState state, String heard, Optional<Boolean> holdsStory) {
        if (state.story().isEmpty()) {
            return heard.equals(YES) ? new Outcome.Begins() : new Outcome.Declines();
        }
        RecordingId story = state.story().get();
        Matcher ended = ENDED.matcher(heard);
        if (!ended.matches() || !recorded(ended.group(1))) {
            return new Outcome.Empty(story);
        }
        Duration length = Duration.ofSeconds(Integer.parseInt(ended.group(2)));
        return holdsStory.orElse(length.compareTo(SURELY_A_SECOND) >= 0)
                ? new Outcome.Told(story, length)
                : new Outcome.Empty(story);
    }

    private static boolean recorded(String status) {
        return switch (status) {
            case "DTMF", "TIMEOUT", "HANGUP" -> true;
            default -> false;
        };
    }

    /** He hears what came of it, and is back where he was. */
    static Turn.Say back(boolean told, Turn.Next back) {
        CataloguePrompt says = told ? STORY_THANKS : STORY_NOTHING;
        return new Turn.Say(List.of(says.prompt()), back);
    }
}
