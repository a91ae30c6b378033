package dev.amends.reception;

import dev.amends.care.RecordingId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of the dialogue with somebody who may tell what happened; travels with the call, its
 * version first. Who hung up while he told it is known by the bare id of his story.
 *
 * @param story under which he tells it, once he does
 * @param back whom to ask afterwards, with what; nothing once he has hung up
 */
record StoryState(Optional<RecordingId> story, Optional<Turn.Next> back) {

    private static final Pattern TEXT =
            Pattern.compile("1:([0-9a-f]{32})?:([a-z]{1,12}):([A-Za-z0-9/_&.:+=;@-]{1,1500})");

    /** He is offered to tell one. */
    static StoryState offered(Turn.Next back) {
        return new StoryState(Optional.empty(), Optional.of(back));
    }

    /** He tells it. */
    static StoryState telling(RecordingId story, Turn.Next back) {
        return new StoryState(Optional.of(story), Optional.of(back));
    }

    /** With this state he is asked next. */
    Turn.Next next() {
        Turn.Next then = back.orElseThrow();
        return new Turn.Next(
                StoryDialogue.NAME,
                "1:"
                        + story.map(RecordingId::value).orElse("")
                        + ':'
                        + then.dialogue()
                        + ':'
                        + then.state());
    }

    /** The state that a text means; nothing for another version or a text that is not ours. */
    static Optional<StoryState> read(String text) {
        if (RecordingId.fits(text)) {
            return Optional.of(
                    new StoryState(Optional.of(new RecordingId(text)), Optional.empty()));
        }
        Matcher m = TEXT.matcher(text);
        return m.matches()
                ? Optional.of(
                        new StoryState(
                                Optional.ofNullable(m.group(1)).map(RecordingId::new),
                                Optional.of(new Turn.Next(m.group(2), m.group(3)))))
                : Optional.empty();
    }
}
