package dev.amends.caller;

import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form with its plus sign, such as {@code +12025550123}. Its text form
 * shows only the last digits, so that a number never gets into a log by accident.
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

    public PhoneNumber {
        if (!fits(e164)) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** Whether this text can be a telephone number. */
    public static boolean fits(String e164) {
        return E164.matcher(e164).matches();
    }

    /** The last four digits, which is all that a log or a list may show. */
    public String lastDigits() {
        return e164.substring(e164.length() - 4);
    }

    @Override
    public String toString() {
        return "…" + lastDigits();
    }
}
