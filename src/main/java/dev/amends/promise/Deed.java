package dev.amends.promise;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an action promise says will be done.
 *
 * @param code the kind of it, which can be spoken: the name of a prompt, {@code amends/action-CODE}
 * @param text what was written down
 */
public record Deed(String code, String text) {

    /** The code of whatever no other code names. */
    public static final String OTHER = "other";

    /** The codes whose prompts are shipped. */
    public static final List<String> SHIPPED =
            List.of("refund", "delivery", "repair", "document", OTHER);

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public Deed {
        if (!fits(code)) {
            throw new IllegalArgumentException("not the code of an action");
        }
    }

    /** Whether this can be the code of an action. */
    public static boolean fits(String code) {
        return CODE.matcher(code).matches();
    }

    /**
     * What this text promises: the code is its first word, if that is one.
     *
     * @param own codes besides those that are shipped
     */
    public static Deed of(String text, List<String> own) {
        String first = text.strip().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        String code =
                Stream.concat(SHIPPED.stream(), own.stream())
                        .filter(first::equals)
                        .findFirst()
                        .orElse(OTHER);
        return new Deed(code, text.strip());
    }

    @Override
    public String toString() {
        return text;
    }
}
