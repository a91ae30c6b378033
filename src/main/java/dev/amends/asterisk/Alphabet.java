package dev.amends.asterisk;

/**
 * The characters a text may consist of, all of them ASCII, and how many. What a pattern of one
 * character class would say, but for the hot path: asked many times in every turn.
 */
final class Alphabet {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final boolean[] allowed = new boolean[128];
    private final int least;
    private final int most;

    private Alphabet(String characters, int least, int most) {
        characters.chars().forEach(c -> allowed[c] = true);
        this.least = least;
        this.most = most;
    }

    /** Letters, digits and these, so many. */
    static Alphabet lettersDigitsAnd(String others, int least, int most) {
        return new Alphabet(LETTERS + "0123456789" + others, least, most);
    }

    boolean fits(String text) {
        int length = text.length();
        if (length < least || length > most) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= allowed.length || !allowed[c]) {
                return false;
            }
        }
        return true;
    }
}
