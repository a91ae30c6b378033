package dev.amends.faults;

/** Something that must hold and did not. */
record Violation(Invariant of, String seen) {
    @Override
    public String toString() {
        return of + " (" + of.words() + "): " + seen;
    }
}
