package dev.amends.faults;

/** This machine lacks what a case needs; it is not played, and that is said. */
final class CannotPlay extends Exception {

    private static final long serialVersionUID = 1L;

    CannotPlay(String why) {
        super(why);
    }
}
