package dev.amends.promise;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A promise's id: 32 hexadecimal digits, drawn at random, of which lists show the first eight. */
public record PromiseId(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public PromiseId {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a promise id");
        }
    }

    /** Whether this text can be a promise id. */
    public static boolean fits(String value) {
        return HEX.matcher(value).matches();
    }

    /** The one id of whatever is promised by these words. */
    public static PromiseId of(String words) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return new PromiseId(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every Java has it
        }
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
