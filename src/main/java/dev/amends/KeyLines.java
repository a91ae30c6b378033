package dev.amends;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which line of a TOML text each key and section stands. A light scan, because the parser hands
 * out a tree without lines: it needs to be right for text that the parser has accepted.
 */
final class KeyLines {

    private static final String PART = "(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')";
    private static final String PATH = "(" + PART + "(?:\\s*\\.\\s*" + PART + ")*)";
    private static final Pattern SECTION = Pattern.compile("\\s*\\[{1,2}\\s*" + PATH + "\\s*].*");
    private static final Pattern KEY = Pattern.compile("\\s*" + PATH + "\\s*=(.*)");
    private static final Pattern ONE_PART = Pattern.compile(PART);

    private final Map<String, Integer> lines = new HashMap<>();
    private OptionalInt firstTwin = OptionalInt.empty();

    KeyLines(String text) {
        String section = "";
        String openString = "";
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i);
            Matcher header = SECTION.matcher(line);
            Matcher key = KEY.matcher(line);
            if (!openString.isEmpty()) {
                openString = line.contains(openString) ? "" : openString;
            } else if (header.matches()) {
                section = plain(header.group(1));
                note(section, i + 1);
            } else if (key.matches()) {
                String name = plain(key.group(1));
                note(section.isEmpty() ? name : section + "." + name, i + 1);
                openString = leftOpen(key.group(2).strip());
            }
        }
    }

    /** The line of this key; when it has none of its own, of what it is in; else the first. */
    int of(String key) {
        String path = key;
        while (!lines.containsKey(path)) {
            if (!path.contains(".")) {
                return 1;
            }
            path = path.substring(0, path.lastIndexOf('.'));
        }
        return lines.getOrDefault(path, 1);
    }

    /** Where a key or section stands for the second time. */
    OptionalInt firstTwin() {
        return firstTwin;
    }

    private void note(String path, int line) {
        if (lines.putIfAbsent(path, line) != null && firstTwin.isEmpty()) {
            firstTwin = OptionalInt.of(line);
        }
        String above = path;
        while (above.contains(".")) {
            above = above.substring(0, above.lastIndexOf('.'));
            lines.putIfAbsent(above, line);
        }
    }

    private static String plain(String path) {
        List<String> parts = new ArrayList<>();
        Matcher part = ONE_PART.matcher(path);
        while (part.find()) {
            parts.add(part.group().replaceAll("^[\"']|[\"']$", ""));
        }
        return String.join(".", parts);
    }

    /** The quotes that close a text which goes on in the next line, or nothing. */
    private static String leftOpen(String value) {
        for (String quotes : List.of("\"\"\"", "'''")) {
            if (value.startsWith(quotes) && value.indexOf(quotes, 3) < 0) {
                return quotes;
            }
        }
        return "";
    }
}
