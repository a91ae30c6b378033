package dev.amends;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** One settings file: its tree, and on which line each key stands. */
record SettingsFile(Path path, JsonNode tree, KeyLines lines) {

    private static final long LARGEST_BYTES = 1 << 20;

    /** What opening a file gives. */
    sealed interface Opening {}

    /** A file that is TOML. */
    record Opened(SettingsFile file) implements Opening {}

    /** A file that can't be read or is no TOML. */
    record Unreadable(Problem problem) implements Opening {}

    /** Reads a file's text and syntax. */
    static Opening open(Path path) {
        try {
            if (Files.size(path) > LARGEST_BYTES) {
                return unreadable(path, 1, "is larger than 1 MB: this is no settings file");
            }
            return parse(path, Files.readString(path));
        } catch (NoSuchFileException e) {
            return unreadable(
                    path,
                    1,
                    "there is no such file; copy asterisk-conf/amends.toml here, or name another"
                            + " with --config");
        } catch (AccessDeniedException e) {
            return unreadable(
                    path,
                    1,
                    "may not be read by user "
                            + System.getProperty("user.name")
                            + "; give this user the right to read it");
        } catch (CharacterCodingException e) {
            return unreadable(path, 1, "is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            return unreadable(path, 1, "can't be read: " + e.getMessage());
        }
    }

    private static Opening parse(Path path, String text) {
        KeyLines lines = new KeyLines(text);
        try {
            return new Opened(new SettingsFile(path, new TomlMapper().readTree(text), lines));
        } catch (JacksonException e) {
            return unreadable(path, line(e, lines), words(e.getOriginalMessage()));
        }
    }

    /** The parser notices a twin only behind it. */
    private static int line(JacksonException e, KeyLines lines) {
        int seen = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        return twin(e.getOriginalMessage()) ? lines.firstTwin().orElse(seen) : seen;
    }

    private static String words(String message) {
        if (twin(message)) {
            return "is set for the second time; keep one of the two";
        }
        if (message.startsWith("Newline not permitted here")
                || message.startsWith("Premature end of file")) {
            return "this line is not complete: a quote, bracket or value is missing";
        }
        return "this line can't be understood: " + message;
    }

    private static boolean twin(String message) {
        return message.startsWith("Duplicate key") || message.startsWith("Table redefined");
    }

    private static Unreadable unreadable(Path path, int line, String message) {
        return new Unreadable(new Problem(path.toString(), line, "", message));
    }

    /** A problem with a key, on its line. */
    Problem problem(String key, String message) {
        return new Problem(path.toString(), lines.of(key), key, message);
    }

    /** A path named in this file; relative ones start at its folder. */
    Path resolve(String other) {
        return path.resolveSibling(other);
    }
}
