package dev.amends.asterisk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The block of {@code agi_name: value} lines that begins a FastAGI connection, read strictly. A
 * caller id that carries line breaks can add lines, but only before {@code agi_threadid}, which
 * Asterisk writes last; there a name may come once and must be one of Asterisk's own. So an added
 * line shows as a duplicate of the true one, before or after it, and the whole block is refused.
 */
final class AgiEnvironment {

    static final int LONGEST_LINE = 2048;
    private static final int MOST_BYTES = 8192;
    private static final int MOST_ARGUMENTS = 4;
    private static final String LAST = "agi_threadid";
    private static final String ARGUMENT = "agi_arg_";

    private static final Set<String> NAMES =
            Set.of(
                    "agi_network",
                    "agi_network_script",
                    "agi_request",
                    "agi_channel",
                    "agi_language",
                    "agi_type",
                    "agi_uniqueid",
                    "agi_version",
                    "agi_callerid",
                    "agi_calleridname",
                    "agi_callingpres",
                    "agi_callingani2",
                    "agi_callington",
                    "agi_callingtns",
                    "agi_dnid",
                    "agi_rdnis",
                    "agi_context",
                    "agi_extension",
                    "agi_priority",
                    "agi_enhanced",
                    "agi_accountcode",
                    LAST);

    private final Map<String, String> values = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();
    private int bytes;

    /**
     * Takes the next line, without its line break. True when it was the empty one that ends the
     * block.
     *
     * @throws MalformedTurn when this can't be a block of our Asterisk
     */
    boolean take(String line) {
        bytes += line.length() + 1;
        if (bytes > MOST_BYTES) {
            throw new MalformedTurn("environment too long");
        }
        boolean complete = values.containsKey(LAST);
        if (line.isEmpty()) {
            if (!complete) {
                throw new MalformedTurn("empty line before the end of the environment");
            }
            return true;
        }
        int colon = line.indexOf(':');
        if (colon < 0 || !AgiText.printable(line)) {
            throw new MalformedTurn("not an environment line");
        }
        String name = line.substring(0, colon);
        String value = value(line, colon);
        if (complete) {
            argument(name, value);
        } else if (!NAMES.contains(name) || values.put(name, value) != null) {
            throw new MalformedTurn("unknown or repeated name in the environment");
        }
        return false;
    }

    private static String value(String line, int colon) {
        int start = colon + 1;
        return start < line.length() && line.charAt(start) == ' '
                ? line.substring(start + 1)
                : line.substring(start);
    }

    private void argument(String name, String value) {
        int number = arguments.size() + 1;
        if (number > MOST_ARGUMENTS || !name.equals(ARGUMENT + number)) {
            throw new MalformedTurn("unexpected line after the environment");
        }
        arguments.add(value);
    }

    /**
     * The question, once the block has ended.
     *
     * @throws MalformedTurn when a part of it is missing or has characters that it can't have
     */
    AgiQuestion question() {
        if (!value("agi_network_script").equals("turn") || arguments.size() < 2) {
            throw new MalformedTurn("not a turn");
        }
        return new AgiQuestion(
                AgiText.word(arguments.get(0)),
                AgiText.word(arguments.get(1)),
                AgiText.state(argument(2)),
                AgiText.heard(argument(3)),
                AgiText.callId(value("agi_uniqueid")),
                AgiText.number(value("agi_callerid")),
                AgiText.language(value("agi_language")));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }
}
