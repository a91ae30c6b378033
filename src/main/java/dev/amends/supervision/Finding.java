package dev.amends.supervision;

/**
 * One thing the doctor looked at: what was found, what was expected, and what to do about it.
 *
 * @param fix empty when all is well
 */
public record Finding(String what, Verdict verdict, String found, String expected, String fix) {

    /** All is well. */
    public static Finding ok(String what, String found) {
        return new Finding(what, Verdict.OK, found, "", "");
    }

    /** How bad it is; what comes later is worse. */
    public enum Verdict {
        OK,
        WARNING,
        PROBLEM
    }
}
