package dev.amends.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The room map as the README shows it: which rooms there are and what each may import.
 *
 * @param imports by room, the rooms it may import
 * @param adapters the rooms that know the outside and never import each other
 */
record RoomMap(Map<String, Set<String>> imports, Set<String> adapters) {

    /** What the map calls the package above all rooms. */
    static final String ROOT = "(root)";

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\\n(room {2,}.*?)^```");
    private static final Pattern ROW = Pattern.compile("(\\S+) {2,}(\\S.*?) {2,}(\\S.*)");
    private static final Pattern GROUP = Pattern.compile("(\\w+) *= *([^:]*)(:.*)?");

    /** Reads the fenced block of a README that begins with the table's head, `room owns …`. */
    static RoomMap ofReadme(Path readme) {
        try {
            return parse(Files.readString(readme));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + readme, e);
        }
    }

    static RoomMap parse(String readme) {
        var block = BLOCK.matcher(readme);
        if (!block.find()) {
            throw new IllegalArgumentException("no fenced block that begins with `room  `");
        }
        List<String> lines = block.group(1).lines().skip(1).filter(l -> !l.isBlank()).toList();
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : lines) {
            var group = GROUP.matcher(line);
            var row = ROW.matcher(line);
            if (group.matches()) {
                groups.put(group.group(1), Set.copyOf(words(group.group(2))));
            } else if (row.matches()) {
                rows.put(row.group(1), words(row.group(3)));
            } else {
                throw new IllegalArgumentException("not a row of the room map: " + line);
            }
        }
        Map<String, Set<String>> imports = new LinkedHashMap<>();
        rows.forEach((room, may) -> imports.put(room, expand(may, groups, rows.keySet())));
        return new RoomMap(imports, known(groups.getOrDefault("adapters", Set.of()), rows));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).toList();
    }

    private static Set<String> known(Set<String> rooms, Map<String, List<String>> rows) {
        for (String room : rooms) {
            if (!rows.containsKey(room)) {
                throw new IllegalArgumentException("no row for the room " + room);
            }
        }
        return rooms;
    }

    private static Set<String> expand(
            List<String> may, Map<String, Set<String>> groups, Set<String> rooms) {
        Set<String> all = new LinkedHashSet<>();
        for (String word : may) {
            if (word.equals("all")) {
                all.addAll(rooms);
            } else if (groups.containsKey(word)) {
                all.addAll(groups.get(word));
            } else if (rooms.contains(word)) {
                all.add(word);
            } else if (!word.equals("-")) {
                throw new IllegalArgumentException("the room map names an unknown room: " + word);
            }
        }
        if (!rooms.containsAll(all)) {
            throw new IllegalArgumentException("a group of the room map names an unknown room");
        }
        all.remove(ROOT);
        return all;
    }

    boolean knows(String room) {
        return imports.containsKey(room);
    }

    boolean allows(String from, String to) {
        return from.equals(to) || imports.getOrDefault(from, Set.of()).contains(to);
    }

    /** A way from a room back to itself by what the map allows, if there is one. */
    Optional<String> circle() {
        return imports.keySet().stream().filter(room -> reaches(room, room, Set.of())).findFirst();
    }

    private boolean reaches(String from, String to, Set<String> passed) {
        Set<String> next = imports.getOrDefault(from, Set.of());
        if (next.contains(to)) {
            return true;
        }
        Set<String> now = new LinkedHashSet<>(passed);
        now.add(from);
        return next.stream().anyMatch(room -> !now.contains(room) && reaches(room, to, now));
    }
}
