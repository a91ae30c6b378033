package dev.amends.asterisk;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something has happened with an attempt or a promise: worth a look now instead of later. It proves
 * nothing by itself.
 *
 * @param id 32 hexadecimal digits: a promise's id for {@link Kind#SAID}, else an attempt's
 */
public record Hint(Kind kind, String id) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /** What it is about. */
    public enum Kind {
        ATTEMPT,
        SAID,
        PLACE
    }

    /** The hint that these words of an event give, unless they are not like one. */
    static Optional<Hint> of(String kind, String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        for (Kind known : Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return Optional.of(new Hint(known, id));
            }
        }
        return Optional.empty();
    }
}
