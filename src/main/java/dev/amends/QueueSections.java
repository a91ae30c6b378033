package dev.amends;

import dev.amends.line.Line;
import dev.amends.line.LineName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shipped queues, which are those of the line {@code support}, for other lines and names. A
 * queue whose name is a number is one of FreePBX's own: only what Amends needs is added to it.
 */
final class QueueSections {

    private static final String LINE = "support";
    private static final String SENIOR = "support-senior";
    private static final Pattern HEADER = Pattern.compile("\\[([a-z-]+)](\\([a-z-]+\\))?");
    private static final Pattern SETTING = Pattern.compile("([a-z-]+) = .*");
    private static final Pattern OF_FREEPBX = Pattern.compile("[0-9]+");

    /** What has to be so for Amends; the rest is for whoever runs the queue to choose. */
    static final Set<String> NEEDED =
            Set.of(
                    "autofill",
                    "context",
                    "periodic-announce",
                    "periodic-announce-frequency",
                    "announce-position",
                    "announce-holdtime",
                    "setqueuevar",
                    "setqueueentryvar",
                    "setinterfacevar",
                    "weight",
                    "joinempty",
                    "leavewhenempty");

    private static final String KEYS = "context = amends-key";

    private final Set<LineName> stories;
    private final List<String> preface = new ArrayList<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    /**
     * @param stories the lines on which a waiting caller may tell what happened, by a key
     */
    QueueSections(List<String> shipped, Set<LineName> stories) {
        this.stories = Set.copyOf(stories);
        List<String> into = preface;
        for (String line : shipped) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                into = new ArrayList<>();
                sections.put(header.group(1), into);
            }
            into.add(line);
        }
    }

    /** The queues of these lines. */
    List<String> of(List<Line> lines, boolean freePbx) {
        List<String> all = new ArrayList<>(freePbx ? List.of() : preface);
        for (Line line : lines) {
            if (freePbx) {
                all.add("; The queues of the line " + line.name() + ".");
            }
            sections.forEach((name, text) -> all.addAll(section(name, text, line, freePbx)));
        }
        return all;
    }

    private List<String> section(String name, List<String> text, Line line, boolean freePbx) {
        String own = own(name, line);
        if (freePbx && isOfFreePbx(own)) {
            List<String> lines = addition(own, name, text);
            lines.replaceAll(one -> keys(one, line));
            return lines;
        }
        List<String> lines = new ArrayList<>(text);
        lines.replaceAll(one -> keys(one, line));
        String parent = text.getFirst().contains("(") ? "(" + line.queue() + ")" : "";
        lines.set(0, "[" + own + "]" + parent);
        return lines;
    }

    private String keys(String setting, Line line) {
        return setting.equals(KEYS) && stories.contains(line.name()) ? KEYS + "-story" : setting;
    }

    /** Whether FreePBX has made it, by its pages. */
    static boolean isOfFreePbx(String queue) {
        return OF_FREEPBX.matcher(queue).matches();
    }

    /** Only what is needed; a section that inherits in our text has to be told all of it. */
    private List<String> addition(String own, String name, List<String> text) {
        Map<String, String> needed = new LinkedHashMap<>();
        if (!name.equals(LINE)) {
            needed.putAll(needed(sections.getOrDefault(LINE, List.of())));
        }
        needed.putAll(needed(text));
        List<String> lines = new ArrayList<>();
        lines.add("[" + own + "](+)");
        lines.addAll(needed.values());
        lines.add("");
        return lines;
    }

    private static Map<String, String> needed(List<String> text) {
        Map<String, String> needed = new LinkedHashMap<>();
        for (String line : text) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches() && NEEDED.contains(setting.group(1))) {
                needed.put(setting.group(1), line);
            }
        }
        return needed;
    }

    private static String own(String name, Line line) {
        return switch (name) {
            case LINE -> line.queue();
            case SENIOR -> line.seniorQueue();
            default -> name.replaceFirst("^" + LINE, line.name().value());
        };
    }
}
