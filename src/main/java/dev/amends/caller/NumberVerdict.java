package dev.amends.caller;

/** Whether a number may be called, with the reason in words, without the number. */
public sealed interface NumberVerdict {

    String reason();

    record Allowed(String reason) implements NumberVerdict {}

    /** Outside of what may be called; a person may look at it. */
    record Refused(String reason) implements NumberVerdict {}

    /** A person has put it out of bounds. */
    record Blocked(String reason) implements NumberVerdict {}
}
