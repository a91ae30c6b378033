package dev.amends.simulation;

/** The program that was in the middle of a step exists no more. */
final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
        super("killed", null, false, false);
    }
}
