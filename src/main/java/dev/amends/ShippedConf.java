package dev.amends;

import dev.amends.asterisk.ShippedParts;
import dev.amends.supervision.ConfFile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the shipped files define, read from the files themselves as these settings adapt them: so
 * the doctor looks for all of it, and nobody keeps a second list.
 */
final class ShippedConf {

    private static final Pattern HEADER = Pattern.compile("\\[([\\w-]+)](?:\\(([\\w-]+)\\))?.*");
    private static final Pattern SETTING = Pattern.compile("([\\w-]+) =>? (.*)");

    private static final String ABOVE = "";

    private final List<ConfFile> files;

    /**
     * @param files all of them
     */
    ShippedConf(List<ConfFile> files) {
        this.files = List.copyOf(files);
    }

    /** What a telephone system has, if all of it is loaded. */
    ShippedParts parts() {
        Map<String, Map<String, String>> queues = sections("queues.conf");
        queues.values().forEach(settings -> settings.keySet().retainAll(QueueSections.NEEDED));
        return new ShippedParts(
                List.copyOf(sections("extensions.conf").keySet()),
                List.copyOf(sections("features.conf").getOrDefault(ABOVE, Map.of()).keySet()),
                List.copyOf(sections("musiconhold.conf").keySet()),
                queues);
    }

    /**
     * What is set in each section, with what it inherits; what stands above all of them is in
     * {@link #ABOVE}.
     */
    private Map<String, Map<String, String>> sections(String name) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> into = new LinkedHashMap<>();
        sections.put(ABOVE, into);
        for (String line : lines(name)) {
            Matcher header = HEADER.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (header.matches()) {
                into = new LinkedHashMap<>(sections.getOrDefault(header.group(2), Map.of()));
                sections.put(header.group(1), into);
            } else if (setting.matches()) {
                into.put(setting.group(1), setting.group(2).strip());
            }
        }
        sections.values().removeIf(Map::isEmpty);
        return sections;
    }

    private List<String> lines(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(ConfFile::lines)
                .orElseGet(List::of);
    }
}
