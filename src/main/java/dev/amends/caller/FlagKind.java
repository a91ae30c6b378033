package dev.amends.caller;

import java.util.Locale;

/** What a flag says of a caller. */
public enum FlagKind {
    /** Upset: he reaches a senior rep next time. */
    UPSET,
    /** Abusive: on record for the supervisors, who decide; it brings him to nobody sooner. */
    ABUSIVE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word for it in lists and in the store, such as {@code upset}. */
    public String word() {
        return word;
    }
}
