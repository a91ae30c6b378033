package dev.amends.caller;

/** What we recognise a caller as, with the reason in words for the log and the ledger. */
public sealed interface Recognition {

    /** The reason, one plain sentence part without the number. */
    String reason();

    /** Whether he should reach a senior rep. */
    default boolean wantsSenior() {
        return !(this instanceof Ordinary);
    }

    /** Nothing speaks for anything but the ordinary queue. */
    record Ordinary(String reason) implements Recognition {}

    /** Called several times lately. */
    record Repeat(String reason) implements Recognition {}

    /** Hung up while waiting and calls again. */
    record Redialled(String reason) implements Recognition {}

    /** Flagged by a person. */
    record Flagged(String reason) implements Recognition {}
}
