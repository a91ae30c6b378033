package dev.amends;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes that reps key in a call, in the order of {@code features.conf}. */
enum RepCode {
    UPSET,
    ABUSIVE,
    SENIOR,
    SUPERVISOR,
    LATER,
    HELP,
    LIMIT,
    END,
    PAUSE,
    STORY,
    CLOSE;

    /** As the settings name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(RepCode::word).toList();
    }

    /** As the dialplan names all but these; nothing when none is left. */
    static String featuresBut(Set<String> off) {
        return Arrays.stream(values())
                .filter(code -> !off.contains(code.word()))
                .map(RepCode::feature)
                .collect(Collectors.joining(":"));
    }

    private String feature() {
        return "amends" + name().charAt(0) + word().substring(1);
    }
}
