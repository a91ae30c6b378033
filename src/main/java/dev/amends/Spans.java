package dev.amends;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lengths of time as an administrator writes a list of them: {@code "30m 1h 2h 1d"}. */
final class Spans {

    /** What such a list is, in words. */
    static final String WORDS =
            "up to nine lengths of time from 1s to 1d, such as \"30m 1h 2h 1d\", or \"\"";

    private static final Pattern LIST =
            Pattern.compile("([1-9][0-9]{0,4}[smhd]( [1-9][0-9]{0,4}[smhd]){0,8})?");
    private static final Duration LONGEST = Duration.ofDays(1);

    private Spans() {}

    /** Whether this text is such a list. */
    static boolean fit(String text) {
        return LIST.matcher(text).matches()
                && of(text).stream().allMatch(span -> span.compareTo(LONGEST) <= 0);
    }

    /** The lengths of time in a list that fits. */
    static List<Duration> of(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).map(Spans::one).toList();
    }

    private static Duration one(String word) {
        long many = Long.parseLong(word.substring(0, word.length() - 1));
        return switch (word.charAt(word.length() - 1)) {
            case 's' -> Duration.ofSeconds(many);
            case 'm' -> Duration.ofMinutes(many);
            case 'h' -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
    }
}
