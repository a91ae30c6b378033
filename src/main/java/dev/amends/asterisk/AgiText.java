package dev.amends.asterisk;

import dev.amends.caller.CallId;
import dev.amends.speech.Language;

import java.util.regex.Pattern;

/** The alphabets of what crosses a FastAGI connection, in both directions. */
final class AgiText {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Alphabet SAFE = Alphabet.lettersDigitsAnd("/_&.:+=;@-", 0, 2000);
    private static final Alphabet HEARD = Alphabet.lettersDigitsAnd("/_.:*#@-", 0, 64);
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,32}");

    private AgiText() {}

    /** Whether a line has only printable characters: ASCII, or of any other language. */
    static boolean printable(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The name of a dialogue or a line. */
    static String word(String text) {
        return require(WORD.matcher(text).matches(), text, "name of a dialogue or a line");
    }

    static String state(String text) {
        return require(SAFE.fits(text), text, "state");
    }

    static String heard(String text) {
        return require(HEARD.fits(text), text, "what was heard");
    }

    /** A channel's unique id without the {@code ;1} or {@code ;2} of a Local channel's half. */
    static String callId(String text) {
        String id = AmiText.whole(text);
        if (!CallId.fits(id)) {
            throw new MalformedTurn("not a unique id");
        }
        return id;
    }

    /** A caller's number; anything else, such as {@code unknown}, counts as withheld. */
    static String number(String text) {
        return NUMBER.matcher(text).matches() ? text : "";
    }

    /** The name of a language, such as {@code es_MX}; anything else counts as none. */
    static String language(String text) {
        return Language.named(text).isPresent() ? text : "";
    }

    /**
     * A value that we send: no quote, comma, blank, dollar or backslash can get into the command.
     *
     * @throws IllegalArgumentException when it has other characters, which is a mistake of ours
     */
    static String sent(String text) {
        if (!SAFE.fits(text)) {
            throw new IllegalArgumentException("not in the alphabet of a turn's answer");
        }
        return text;
    }

    private static String require(boolean fits, String text, String what) {
        if (!fits) {
            throw new MalformedTurn("malformed " + what);
        }
        return text;
    }
}
