package dev.amends.line;

import java.util.regex.Pattern;

/** What a caller calls for, such as {@code support}. */
public record LineName(String value) {

    private static final Pattern SAFE = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public LineName {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a line name: a-z, 0-9 and - only");
        }
    }

    /** Whether this text can be a line name. */
    public static boolean fits(String value) {
        return SAFE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
