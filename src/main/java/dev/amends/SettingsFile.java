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
import java.util.ArrayList;
import java.util.List;

/** One settings file: its tree, and on which line each key stands. */
record SettingsFile(Path path, JsonNode tree, KeyLines lines) {

    private static final long LARGEST_BYTES = 1 << 20;
    private static final int MOST_TWINS = 100;

    /** What opening a file gives. */
    sealed interface Opening {}

    /** A file that is TOML. */
    record Opened(SettingsFile file) implements Opening {}

    /**
     * A file that can't be read or is no TOML.
     *
     * @param understood the parts of it that can be checked all the same
     */
    record Unreadable(List<Problem> problems, List<SettingsFile> understood) implements Opening {}

    /** Reads a file's text and syntax. */
    static Opening open(Path path) {
        try {
            if (Files.size(path) > LARGEST_BYTES) {
                return unreadable(path, "is larger than 1 MB: this is no settings file");
            }
            return parse(path, Files.readString(path));
        } catch (NoSuchFileException e) {
            return unreadable(
                    path,
                    "there is no such file; copy asterisk-conf/amends.toml here, or name another"
                            + " with --config");
        } catch (AccessDeniedException e) {
            return unreadable(
                    path,
                    "may not be read by user "
                            + System.getProperty("user.name")
                            + "; give this user the right to read it");
        } catch (CharacterCodingException e) {
            return unreadable(path, "is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            return unreadable(path, "can't be read: " + e.getMessage());
        }
    }

    private static Opening parse(Path path, String text) {
        List<Problem> problems = new ArrayList<>();
        List<SettingsFile> understood = new ArrayList<>();
        parse(path, text, problems, understood);
        return problems.isEmpty()
                ? new Opened(understood.getFirst())
                : new Unreadable(problems, understood);
    }

    /**
     * The parser stops at the first thing that is set twice. So that this does not hide what else
     * is wrong, the twin is taken out and looked at by itself, as a file of its own.
     */
    private static void parse(
            Path path, String text, List<Problem> problems, List<SettingsFile> understood) {
        KeyLines lines = new KeyLines(text);
        try {
            understood.add(new SettingsFile(path, new TomlMapper().readTree(text), lines));
        } catch (JacksonException e) {
            int line = line(e, lines);
            problems.add(problem(path, line, words(e.getOriginalMessage())));
            if (twin(e.getOriginalMessage())
                    && lines.firstTwin().isPresent()
                    && problems.size() < MOST_TWINS) {
                Twin twin = Twin.at(line, text);
                parse(path, twin.rest(), problems, understood);
                parse(path, twin.alone(), problems, understood);
            }
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

    /** Not even its first line can be looked at. */
    private static Unreadable unreadable(Path path, String message) {
        return new Unreadable(List.of(problem(path, 0, message)), List.of());
    }

    private static Problem problem(Path path, int line, String message) {
        return new Problem(path.toString(), line, "", message);
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
