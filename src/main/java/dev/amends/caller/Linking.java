package dev.amends.caller;

import java.util.List;

/** What came of an order that two numbers are one person's, or that they are not after all. */
public sealed interface Linking {

    /**
     * It is so from now on.
     *
     * @param merged the open promises of which only one stays, as nobody has two for one line
     */
    record Done(List<Merged> merged) implements Linking {
        public Done {
            merged = List.copyOf(merged);
        }
    }

    /** Two promises, by their ids, of which the second was withdrawn. */
    record Merged(String stays, String withdrawn) {}

    /** Nothing was changed. */
    record Refused(String why) implements Linking {}
}
