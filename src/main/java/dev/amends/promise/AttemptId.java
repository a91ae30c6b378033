package dev.amends.promise;

import java.util.regex.Pattern;

/**
 * An attempt's id: 128 random bits as 32 hexadecimal digits; unguessable, and all that the
 * telephone system is told.
 */
public record AttemptId(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public AttemptId {
        if (!fits(value)) {
            throw new IllegalArgumentException("not an attempt id");
        }
    }

    /** Whether this text can be an attempt id. */
    public static boolean fits(String value) {
        return HEX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value.substring(0, 8);
    }
}
