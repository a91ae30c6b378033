package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what we send as Asterisk does, from the bytes alone and without a line of ours: manager.c
 * ({@code get_input}, {@code do_message}), res_agi.c ({@code parse_args}) and app.c ({@code
 * __ast_app_separate_args}).
 */
public final class WireJudge {

    /** A longer line of an action makes Asterisk drop it; more headers as well. */
    private static final int LONGEST_HEADER = 1023;

    private static final int MOST_HEADERS = 128;

    /** A longer command is split, and its tail runs as another one. */
    private static final int LONGEST_COMMAND = 8191;

    private WireJudge() {}

    /** Every action in these bytes, each as its lines; there is no beginning of another one. */
    public static List<List<String>> actions(byte[] bytes) {
        List<List<String>> actions = new ArrayList<>();
        List<String> action = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != '\n') {
                continue;
            }
            int end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
            assertThat(end - start).isLessThanOrEqualTo(LONGEST_HEADER);
            String line = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            start = at + 1;
            if (line.isEmpty()) {
                assertThat(action).hasSizeBetween(1, MOST_HEADERS);
                actions.add(List.copyOf(action));
                action.clear();
            } else {
                // C ends a text there.
                assertThat(line).doesNotContain("\0");
                action.add(line);
            }
        }
        assertThat(action).isEmpty();
        assertThat(start).isEqualTo(bytes.length);
        return actions;
    }

    /** The pairs that one command {@code EXEC MSet} sets, in order. */
    static Map<String, String> variablesOf(String wire) {
        byte[] bytes = wire.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSizeLessThanOrEqualTo(LONGEST_COMMAND).doesNotContain(0);
        assertThat(wire.indexOf('\n')).isEqualTo(wire.length() - 1);
        List<String> words = words(wire.substring(0, wire.length() - 1));
        assertThat(words).hasSize(3).startsWith("EXEC", "MSet");
        Map<String, String> variables = new LinkedHashMap<>();
        for (String pair : arguments(words.get(2), ',')) {
            List<String> both = arguments(pair, '=');
            assertThat(both).hasSizeGreaterThanOrEqualTo(2);
            String value = pair.substring(both.getFirst().length() + 1);
            assertThat(variables.put(both.getFirst(), value)).isNull();
        }
        return variables;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        boolean quoted = false;
        boolean escaped = false;
        for (char c : line.toCharArray()) {
            if (c == '"' && !escaped) {
                quoted = !quoted;
                word = word == null ? new StringBuilder() : word;
            } else if ((c == ' ' || c == '\t') && !quoted && !escaped) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
            } else if (c == '\\' && !escaped) {
                escaped = true;
            } else {
                word = word == null ? new StringBuilder() : word;
                word.append(c);
                escaped = false;
            }
        }
        assertThat(quoted).isFalse();
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    private static List<String> arguments(String text, char between) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            // Asterisk takes these away; ours never has any.
            assertThat(c).isNotIn('"', '\\');
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == between && depth == 0) {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        arguments.add(argument.toString());
        return arguments;
    }
}
