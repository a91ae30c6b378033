package dev.amends.promise;

import java.util.regex.Pattern;

/**
 * The telephone system's name of one rep's phone as his queue has it, of any technology, such as
 * {@code PJSIP/rep1} or {@code Local/5001@from-queue/n}. The alphabet has nothing that could name a
 * second phone, an option or a variable; that it is a rep's at all, only the live queue can say.
 */
public record RepDevice(String value) {

    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z][A-Za-z0-9]{0,19}/[A-Za-z0-9][A-Za-z0-9_.@/-]{0,99}");

    public RepDevice {
        if (!fits(value)) {
            throw new IllegalArgumentException("not the name of a rep's device");
        }
    }

    /** Whether this text can be the name of a rep's device. */
    public static boolean fits(String value) {
        return SAFE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
