package dev.amends.promise;

import java.util.Locale;

/** What a promised person is rung for. */
public enum Purpose {
    /** To speak with a rep, as was promised. */
    CALL,
    /** To hear that the call comes later, and when: no rep is there, and no try is used up. */
    TELL,
    /** To be asked how the call was that was promised and is kept: no rep is there either. */
    SURVEY;

    /** Its name in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
