package dev.amends.line;

import java.util.regex.Pattern;

/**
 * What a caller calls for, such as {@code support}: 3 to 31 small letters and digits, as it is an
 * extension of the dialplan.
 */
public record LineName(String value) {

    private static final Pattern SAFE = Pattern.compile("[a-z][a-z0-9]{2,30}");

    public LineName {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a line name: 3 to 31 of a-z and 0-9");
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
