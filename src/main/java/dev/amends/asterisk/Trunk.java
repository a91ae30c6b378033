package dev.amends.asterisk;

import dev.amends.caller.PhoneNumber;

import java.util.regex.Pattern;

/**
 * How to dial out: a dial string in which <code>{number}</code> stands for the number with its plus
 * sign and <code>{digits}</code> for the one without, such as <code>PJSIP/{number}@carrier</code>.
 */
public record Trunk(String pattern) {

    private static final Pattern SAFE =
            Pattern.compile(
                    "[A-Za-z0-9]+/[A-Za-z0-9/_.:+=@-]*\\{(number|digits)}[A-Za-z0-9/_.:+=@-]*");

    /** Throws {@link IllegalArgumentException} with the reason when it is not such a string. */
    public Trunk {
        if (!SAFE.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    "must look like PJSIP/{number}@carrier, with {number} or {digits} in it once");
        }
    }

    String dialString(PhoneNumber number) {
        return pattern.replace("{number}", number.e164())
                .replace("{digits}", number.e164().substring(1));
    }
}
