package dev.amends.dialing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How somebody is told that his call comes later, and when. */
public enum TellingWay {
    /** By a short call without a rep. */
    CALL,
    /** By a written message; by a call only where that can't be sent. */
    MESSAGE;

    /** What is set where nobody is told. */
    private static final String NOBODY = "no";

    /** The words by which it is set. */
    public static List<String> words() {
        return Stream.concat(Arrays.stream(values()).map(TellingWay::word), Stream.of(NOBODY))
                .toList();
    }

    /** The way that this word means; nothing where nobody is told. */
    public static Optional<TellingWay> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }

    /** The word by which it is set. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
