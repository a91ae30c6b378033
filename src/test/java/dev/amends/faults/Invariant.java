package dev.amends.faults;

/** What must hold whatever breaks. */
enum Invariant {
    I1("no promise is spoken that is not on record"),
    I2("never two calls for one promise at once, or within the gap"),
    I3("every promise ends kept, withdrawn, or broken with a task for a person"),
    I4("no caller is dropped, or hears nothing for more than 3.5 s, because of us"),
    I5("nobody is called but those who were promised it, with the line's own number"),
    I7("nothing is recorded of anybody before he agreed, after he refused, or while it rests"),
    I8("service resumes within 30 s without a person"),
    RIGHT("what this fault is known to lead to");

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    /** In words. */
    String words() {
        return words;
    }
}
