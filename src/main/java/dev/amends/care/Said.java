package dev.amends.care;

import dev.amends.promise.Deed;

/**
 * What somebody answered when he was asked: one of the line's codes, such as {@code billing}, or
 * nothing, as he skipped the question. Who was never asked has said neither.
 *
 * @param code also the end of a prompt's name; empty for nothing
 */
public record Said(String code) {

    /** He was asked, and skipped it. */
    public static final Said NOTHING = new Said("");

    public Said {
        if (!code.isEmpty() && !fits(code)) {
            throw new IllegalArgumentException("not the code of an answer");
        }
    }

    /** Whether this can be a code: it is written like that of an action. */
    public static boolean fits(String code) {
        return Deed.fits(code);
    }

    /** Whether he skipped it. */
    public boolean nothing() {
        return code.isEmpty();
    }
}
