package dev.amends.caller;

import java.util.regex.Pattern;

/** The telephone system's own name of one call, such as {@code 1732219200.17}. */
public record CallId(String value) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,80}");

    public CallId {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a call id");
        }
    }

    /** Whether this text can be a call id. */
    public static boolean fits(String value) {
        return SAFE.matcher(value).matches();
    }
}
