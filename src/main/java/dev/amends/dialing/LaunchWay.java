package dev.amends.dialing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who comes first when a promised call is placed. */
public enum LaunchWay {
    /** A rep, who then waits while the caller's phone rings. */
    REP_FIRST,
    /** The caller: his phone rings a little before his turn. */
    CALLER_FIRST,
    /** The caller where he would hold only shortly after he answered, else a rep. */
    AUTO;

    /** The words by which it is set. */
    public static List<String> words() {
        return Arrays.stream(values()).map(LaunchWay::word).toList();
    }

    /** The way that this word means. */
    public static Optional<LaunchWay> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
