package dev.amends;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A section or key that stands in a TOML text for the second time: the text without it, and it
 * alone. Both keep every line's number.
 */
record Twin(String rest, String alone) {

    /**
     * The twin at a line, from 1: a section with all its keys, or one key with its section's name.
     */
    static Twin at(int line, String text) {
        List<String> all = text.lines().toList();
        int first = line - 1;
        boolean section = isSection(all.get(first));
        int end = first + 1;
        while (section && end < all.size() && !isSection(all.get(end))) {
            end++;
        }
        int behind = end;
        int name = section ? first : sectionOf(first, all);
        return new Twin(
                lines(all, i -> i < first || i >= behind),
                lines(all, i -> i == name || (i >= first && i < behind)));
    }

    private static int sectionOf(int key, List<String> all) {
        int line = key;
        while (line >= 0 && !isSection(all.get(line))) {
            line--;
        }
        return line;
    }

    private static boolean isSection(String line) {
        return line.strip().startsWith("[");
    }

    private static String lines(List<String> all, IntPredicate kept) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> kept.test(i) ? all.get(i) : "")
                .collect(Collectors.joining("\n"));
    }
}
