package dev.amends.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something that nobody has foreseen went wrong: its user hears one sentence; the trace, which is
 * for whoever mends it, is in a file.
 */
public final class Mishap {

    private static final String OURS = "dev.amends.";

    private Mishap() {}

    /**
     * Whether a failure was foreseen: it has a class of its own here, and its message is a word.
     */
    static boolean isForeseen(Throwable failure) {
        return failure.getClass().getName().startsWith(OURS) && failure.getMessage() != null;
    }

    /** The sentence; the trace is written beside it. */
    public static String told(Throwable failure) {
        try {
            Path trace = Files.createTempFile("amends-", ".trace");
            try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(trace))) {
                failure.printStackTrace(to);
            }
            return sentence("What happened is in " + trace + ".");
        } catch (IOException | UncheckedIOException e) {
            return sentence("What happened could not be written down.");
        }
    }

    private static String sentence(String where) {
        return "amends: this is a mistake in Amends; look whether the order was carried out. "
                + where;
    }
}
