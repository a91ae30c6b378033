package dev.amends.care;

import java.util.regex.Pattern;

/**
 * The name under which is kept whatever is recorded of one consent: 32 hexadecimal digits, drawn at
 * random, so that no file's name tells whose it is. Lists show the first eight.
 */
public record RecordingId(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public RecordingId {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a recording's id");
        }
    }

    /** Whether this text can be one. */
    public static boolean fits(String value) {
        return HEX.matcher(value).matches();
    }

    /** The first eight digits, as lists and logs show it. */
    public String shortForm() {
        return value.substring(0, 8);
    }

    @Override
    public String toString() {
        return shortForm();
    }
}
