package dev.amends.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Tells what happens as it happens: when, to whom, what. Lines of at most a hundred columns. */
final class Narrator {

    private static final int WIDTH = 98;
    private static final String INDENT = " ".repeat(16);

    private final PrintStream out;
    private final Instant start = Instant.now();
    private volatile boolean silent;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** Somebody does something. */
    void tell(Person who, String what) {
        line(who.name(), what);
    }

    /** Amends decided something about somebody. */
    void amends(Person who, String what) {
        line(who.name(), "· Amends: " + what);
    }

    /** How long the story has been going on. */
    Duration elapsed() {
        return Duration.between(start, Instant.now());
    }

    /** The story is over, or broken off: nothing more is told. */
    void end() {
        silent = true;
    }

    private synchronized void line(String who, String what) {
        if (silent) {
            return;
        }
        long seconds = elapsed().toSeconds();
        StringBuilder line =
                new StringBuilder("%3d:%02d  %-6s ".formatted(seconds / 60, seconds % 60, who));
        int column = line.length();
        for (String word : what.split(" ", -1)) {
            if (column + 1 + word.length() > WIDTH) {
                line.append('\n').append(INDENT);
                column = INDENT.length();
            }
            line.append(' ').append(word);
            column += 1 + word.length();
        }
        out.println(line);
    }
}
