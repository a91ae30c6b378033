package dev.amends;

import dev.amends.line.LineName;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.Setback;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every known setting's value as it is in force: what the file says, else the default. */
final class KnownValues {

    private static final String LINES = "lines";
    private static final String DEFAULT_LINE = "support";

    private final SettingsFile file;
    private final List<Problem> problems;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> wrong = new HashSet<>();
    private final Map<String, String> queues = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private KnownValues(SettingsFile file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Checks a file's tree against the known keys, and adds whatever is wrong to the problems. */
    static KnownValues check(SettingsFile file, List<Problem> problems) {
        KnownValues values = new KnownValues(file, problems);
        values.sections();
        values.lineSections();
        return values;
    }

    String text(String key) {
        return (String) known(key);
    }

    List<String> texts(String key) {
        return ((List<?>) known(key)).stream().map(String.class::cast).toList();
    }

    int whole(String key) {
        return (Integer) known(key);
    }

    boolean yes(String key) {
        return (Boolean) known(key);
    }

    Duration seconds(String key) {
        return Duration.ofSeconds(whole(key));
    }

    /** Whether the file sets it. */
    boolean given(String key) {
        return given.contains(key);
    }

    /** Whether the file sets it to something it can't be. */
    boolean wrong(String key) {
        return wrong.contains(key);
    }

    /** The names of the lines, as ordered in the file. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** All of it as TOML, without secrets. */
    List<String> print() {
        List<String> print = new ArrayList<>();
        String section = "";
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            int dot = entry.getKey().lastIndexOf('.');
            String own = entry.getKey().substring(0, dot);
            String name = entry.getKey().substring(dot + 1);
            if (!own.equals(section)) {
                print.add("[" + own + "]");
                section = own;
            }
            print.add(name + " = " + shown(name, entry.getValue()));
        }
        return print;
    }

    private static String shown(String name, Object value) {
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof List<?> texts) {
            return texts.stream()
                    .map(text -> "\"" + text + "\"")
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        boolean secret = name.equals("ami_secret") && !value.equals("");
        return secret ? "\"…\"  # not shown" : "\"" + escaped((String) value) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private Object known(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("no such setting: " + key);
        }
        return value;
    }

    private void sections() {
        TreeSet<String> known = new TreeSet<>();
        KnownKey.all().forEach(key -> known.add(key.section()));
        file.tree().propertyStream().forEach(entry -> strangers(entry, known));
        known.remove(LINES);
        // In the sample's order, not the alphabet's.
        KnownKey.all().map(KnownKey::section).filter(known::remove).forEach(this::section);
    }

    /**
     * A section that there is not, by itself or among those that share the first part of a name.
     */
    private void strangers(Map.Entry<String, JsonNode> entry, TreeSet<String> known) {
        String first = entry.getKey() + ".";
        List<String> family = known.stream().filter(name -> name.startsWith(first)).toList();
        if (family.isEmpty() && !known.contains(entry.getKey())) {
            List<String> firsts =
                    known.stream().map(name -> name.replaceFirst("\\..*", "")).distinct().toList();
            problems.add(file.problem(entry.getKey(), unknown(entry, firsts)));
        } else if (!family.isEmpty() && !entry.getValue().isObject()) {
            problems.add(
                    file.problem(
                            entry.getKey(),
                            "must be sections such as [" + family.getFirst() + "]"));
        } else if (!family.isEmpty()) {
            entry.getValue()
                    .propertyStream()
                    .map(one -> Map.entry(first + one.getKey(), one.getValue()))
                    .filter(one -> !known.contains(one.getKey()))
                    .forEach(one -> problems.add(file.problem(one.getKey(), unknown(one, family))));
        }
    }

    private static String unknown(Map.Entry<String, JsonNode> entry, Collection<String> sections) {
        if (!entry.getValue().isObject()) {
            String name = entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1);
            return "stands outside of a section" + elsewhere(name);
        }
        return "there is no such section"
                + Nearest.to(entry.getKey(), sections)
                        .map(near -> " (did you mean [" + near + "]?)")
                        .orElse("; there are " + String.join(", ", sections));
    }

    private void section(String section) {
        JsonNode at = file.tree();
        for (String part : section.split("\\.")) {
            at = at.path(part);
        }
        values(section, section, at);
    }

    private void lineSections() {
        JsonNode all = file.tree().path(LINES);
        if (all.isMissingNode()) {
            lines.add(DEFAULT_LINE);
            values("lines." + DEFAULT_LINE, LINES, all);
            return;
        }
        if (!all.isObject()) {
            problems.add(file.problem(LINES, "must be sections such as [lines.support]"));
            return;
        }
        if (all.isEmpty()) {
            problems.add(file.problem(LINES, "has no line; add a section such as [lines.support]"));
        }
        all.propertyStream().forEach(line -> lineSection(line.getKey(), line.getValue()));
    }

    private void lineSection(String name, JsonNode section) {
        String path = "lines." + name;
        if (!section.isObject()) {
            problems.add(file.problem(path, "stands outside of a line" + ofLines(name)));
        } else {
            if (!LineName.fits(name)) {
                problems.add(
                        file.problem(
                                path,
                                "a line's name has 3 to 31 of a-z and 0-9, and begins with a"
                                        + " letter"));
            }
            lines.add(name);
            values(path, LINES, section);
            if (text(path + ".queue").equals(text(path + ".senior_queue"))) {
                problems.add(
                        file.problem(path + ".senior_queue", "must be another queue than queue"));
            }
            ownQueue(name, path + ".queue");
            ownQueue(name, path + ".senior_queue");
            longerThanCutOff(path);
        }
    }

    /** With a cut-off as long as all that is open, no call could ever be promised. */
    private void longerThanCutOff(String path) {
        Duration open = WeeklyHours.read(text(path + ".hours")).orElseThrow().longest();
        if (open.compareTo(Duration.ofMinutes(whole(path + ".cut_off_minutes"))) <= 0) {
            problems.add(
                    file.problem(
                            path + ".cut_off_minutes",
                            "no call could ever be promised: the line is never open longer than "
                                    + open.toMinutes()
                                    + " minutes"));
        }
    }

    /** What happens in a queue is counted for one line. */
    private void ownQueue(String line, String key) {
        String owner = queues.putIfAbsent(text(key), line);
        if (owner != null && !owner.equals(line)) {
            problems.add(file.problem(key, "is a queue of [lines." + owner + "] already"));
        }
    }

    private static String ofLines(String name) {
        return names(LINES).contains(name)
                ? "; put it into a section such as [lines.support]"
                : "; a line is a section such as [lines.support]";
    }

    private void values(String path, String section, JsonNode given) {
        if (!given.isObject() && !given.isMissingNode()) {
            problems.add(file.problem(path, "must be a section: [" + path + "]"));
        }
        given.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !names(section).contains(name))
                .forEach(name -> problems.add(stranger(path, section, name)));
        String line = path.substring(path.indexOf('.') + 1);
        KnownKey.all()
                .filter(key -> key.section().equals(section))
                .forEach(key ->
                        values.put(
                                path + "." + key.name(),
                                value(path, key, given).orElseGet(() -> fallback(key, line))));
    }

    /** Where nothing else is said, the rule for one outcome is the one for all. */
    private Object fallback(KnownKey key, String line) {
        if (!key.section().startsWith(KnownKey.RETRY)) {
            return key.fallbackIn(line);
        }
        boolean inARow = key.section().endsWith(Setback.CONGESTION.word());
        return key.name().equals("gap_seconds")
                ? whole("callbacks.gap_seconds")
                : inARow ? key.fallback() : (Object) (whole("callbacks.retries") + 1);
    }

    private Optional<Object> value(String section, KnownKey key, JsonNode in) {
        JsonNode value = in.path(key.name());
        String path = section + "." + key.name();
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        given.add(path);
        if (key.rule().allows(value)) {
            return Optional.of(key.rule().value(value));
        }
        wrong.add(path);
        String found = key.secret() ? "" : ", not " + value + key.hint(value);
        problems.add(file.problem(path, "must be " + key.rule().words() + found));
        return Optional.empty();
    }

    private Problem stranger(String path, String section, String name) {
        String meant =
                Nearest.to(name, names(section))
                        .map(near -> " (did you mean " + near + "?)")
                        .orElse(elsewhere(name));
        return file.problem(path + "." + name, "there is no such setting" + meant);
    }

    /** Where a setting of this name belongs. */
    private static String elsewhere(String name) {
        return KnownKey.all()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> " (did you mean " + key.name() + " in [" + place(key) + "]?)")
                .orElse("");
    }

    private static String place(KnownKey key) {
        return key.section().equals(LINES) ? "lines." + DEFAULT_LINE : key.section();
    }

    private static List<String> names(String section) {
        return KnownKey.all()
                .filter(key -> key.section().equals(section))
                .map(KnownKey::name)
                .toList();
    }
}
