package dev.amends;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lengths of time as an administrator writes a list of them: {@code "30m 1h 2h 1d"}. */
final class Spans {

    private static final Pattern LIST =
            Pattern.compile("([1-9][0-9]{0,4}[smhd]( [1-9][0-9]{0,4}[smhd]){0,8})?");

    private Spans() {}

    /** What such a list is, in words, none of them longer than so many days. */
    static String words(int days) {
        return "up to nine lengths of time from 1s to %dd, such as \"30m 1h 2h 1d\", or \"\""
                .formatted(days);
    }

    /** Whether this text is such a list. */
    static boolean fit(String text, int days) {
        return LIST.matcher(text).matches()
                && of(text).stream().allMatch(span -> span.compareTo(Duration.ofDays(days)) <= 0);
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
