package dev.amends.speech;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language in which somebody is spoken to: its ISO 639 code, such as {@code es}, which is also
 * the name of the folder of its sounds.
 */
public record Language(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z]{2,3})(?:[_-][A-Za-z0-9]{1,8}){0,3}");

    /** The language in which Amends was written. */
    public static final Language ENGLISH = new Language("en");

    /** Throws {@link IllegalArgumentException} when that is no code of a language. */
    public Language {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not the code of a language: \"" + code + '"');
        }
    }

    /**
     * The language that a name with or without dialect means, such as {@code es} for {@code es_MX};
     * nothing when it is no such name.
     */
    public static Optional<Language> named(String name) {
        Matcher m = NAME.matcher(name);
        return m.matches()
                ? Optional.of(new Language(m.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return code;
    }
}
