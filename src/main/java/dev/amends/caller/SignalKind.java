package dev.amends.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was seen of a caller. Whether and how much it says of his temper is set, see there. */
public enum SignalKind {
    /** Pressed keys that mean nothing, again and again. */
    HAMMERED_KEYS,
    /** Asked for a supervisor. */
    ASKED_FOR_SUPERVISOR,
    /** A rep asked for help with him. */
    HELP_ASKED,
    /** His call went to a senior or a supervisor who accepted it. */
    HANDED_OVER,
    /** A supervisor took his call over. */
    TAKEN_OVER,
    /** He was told a limit: what a rep need not listen to. */
    LIMIT_SPOKEN,
    /** A rep ended his call, after the last limit. */
    ENDED_BY_REP,
    /** What he was promised came, or will come, later than he was told. */
    PROMISE_LATE,
    /** What he was promised was not done. */
    PROMISE_BROKEN,
    /** He gave a low mark when he was asked. */
    LOW_MARK,
    /** He, or his rep, said that it was not solved. */
    NOT_SOLVED,
    /** He told his story. */
    TOLD_STORY,
    /** His call was a hard one for his rep. */
    HARD_CALL,
    /** His rep was given a breather after his call. */
    BREATHER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word for it in the store, such as {@code low_mark}. */
    public String word() {
        return word;
    }

    /** The kind with this word; nothing for one that another version wrote. */
    public static Optional<SignalKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
