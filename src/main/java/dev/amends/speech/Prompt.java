package dev.amends.speech;

import java.util.regex.Pattern;

/**
 * One recorded sound, named as the telephone system plays it: folders and a name without extension,
 * such as {@code amends/choice} or {@code digits/7}. The narrow alphabet keeps every name harmless
 * wherever it is written; no folder can be left.
 *
 * @param file at most {@value #LONGEST} characters of {@code A-Z a-z 0-9 _ -}, folders parted by
 *     {@code /}
 */
public record Prompt(String file) {

    static final int LONGEST = 80;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

    /** Throws {@link IllegalArgumentException} when the name is not in the alphabet or too long. */
    public Prompt {
        if (file.length() > LONGEST || !NAME.matcher(file).matches()) {
            throw new IllegalArgumentException("not a prompt name: \"" + file + '"');
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
