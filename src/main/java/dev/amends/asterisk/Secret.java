package dev.amends.asterisk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A key or password: printable ASCII, compared in constant time, never shown. */
public record Secret(String value) {

    private static final int LONGEST = 200;

    /** Throws {@link IllegalArgumentException} when it is empty, too long or not printable. */
    public Secret {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(Secret::fits)) {
            throw new IllegalArgumentException("a secret must be 1 to 200 printable characters");
        }
    }

    /** Whether this is the secret; takes as long for a wrong one as for a right one. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(bytes(value), bytes(candidate));
    }

    private static boolean fits(int c) {
        return c > ' ' && c < 127;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
