package dev.amends.supervision;

import java.util.List;

/** What came of asking for a promise's story. */
public sealed interface Explanation {

    /** The story in plain words, line by line. */
    record Told(List<String> lines) implements Explanation {
        public Told {
            lines = List.copyOf(lines);
        }
    }

    /** No story, and why. */
    record Refused(String why) implements Explanation {}
}
