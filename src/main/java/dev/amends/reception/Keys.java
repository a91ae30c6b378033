package dev.amends.reception;

import java.util.List;
import java.util.Optional;

/** The keys of a menu. */
final class Keys {

    private Keys() {}

    /** What he chose by one key: the first by 1, nine at most. */
    static <T> Optional<T> chosen(String heard, List<T> choices) {
        int key = heard.matches("[1-9]") ? heard.charAt(0) - '0' : 0;
        return key > 0 && key <= choices.size()
                ? Optional.of(choices.get(key - 1))
                : Optional.empty();
    }
}
