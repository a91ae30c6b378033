package dev.amends.care;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which callers of a line may tell what happened, for the rep to hear. */
public enum StoryOffer {
    NOBODY("no"),
    UPSET("upset"),
    EVERYBODY("all");

    private final String word;

    StoryOffer(String word) {
        this.word = word;
    }

    /** The words for them in the settings. */
    public static List<String> words() {
        return Arrays.stream(values()).map(offer -> offer.word).toList();
    }

    /** The one with this word. */
    public static Optional<StoryOffer> of(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(offer -> offer.word.equals(wanted)).findFirst();
    }
}
