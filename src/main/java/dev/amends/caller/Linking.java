package dev.amends.caller;

/** What came of an order that two numbers are one person's, or that they are not after all. */
public sealed interface Linking {

    /**
     * It is so from now on.
     *
     * @param withdrawn how many open promises ended, as nobody has two for one matter
     */
    record Done(int withdrawn) implements Linking {}

    /** Nothing was changed. */
    record Refused(String why) implements Linking {}
}
