package dev.amends.promise;

import java.util.Locale;

/** What kept a try from succeeding. Each has its own rule for how often and how soon again. */
public enum Setback {
    /** Busy, or the ringing call was declined. */
    BUSY("was busy"),
    /** Nobody picked up, or it can't be told whether somebody did. */
    NO_ANSWER("did not answer"),
    /** Picked up, but no key was pressed: a machine, or another person. */
    MACHINE("answered but pressed no key"),
    /** Wants to be called later. */
    NOT_NOW("asked to be called later"),
    /** Hung up before a rep was there, or within ten seconds. */
    GAVE_UP_HOLDING("hung up before a rep was there"),
    /** Our side's fault: the trunk had no room, or the rep hung up first. Counted in a row. */
    CONGESTION("the trunk had no room"),
    /** The number or the trunk does not work. */
    FAILED("could not be dialled");

    private final String words;

    Setback(String words) {
        this.words = words;
    }

    /** Its name in the settings and the store, such as {@code no_answer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What he did, in words that complete "he …". */
    String words() {
        return words;
    }
}
