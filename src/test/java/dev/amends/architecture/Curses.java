package dev.amends.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What users of other systems curse, as the README's table shows it, each with the tests that show
 * that it can't happen here.
 */
record Curses(List<Curse> all) {

    private static final Pattern TABLE =
            Pattern.compile("(?s)<!-- curses: .*?-->\\n(.*?)<!-- /curses -->");
    private static final Pattern TEST = Pattern.compile("[a-z]+\\.\\w+#\\w+");

    /**
     * One of them.
     *
     * @param tests such as {@code live.KilledLiveTest#killed}
     */
    record Curse(int number, String what, List<String> tests) {}

    /** Reads the table of a README. */
    static Curses ofReadme(Path readme) throws IOException {
        return parse(Files.readString(readme));
    }

    static Curses parse(String readme) {
        var table = TABLE.matcher(readme);
        if (!table.find()) {
            throw new IllegalArgumentException("no table between `curses` and `/curses`");
        }
        List<Curse> all = new ArrayList<>();
        table.group(1).lines().skip(2).map(Curses::row).forEach(all::add);
        return new Curses(List.copyOf(all));
    }

    private static Curse row(String line) {
        String[] cells = line.split(" *\\| *", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("not a row of the curses: " + line);
        }
        List<String> tests = Arrays.stream(cells[3].replace("`", "").split("[, ]+")).toList();
        for (String test : tests) {
            if (!TEST.matcher(test).matches()) {
                throw new IllegalArgumentException("not like room.ClassTest#method: " + test);
            }
        }
        return new Curse(Integer.parseInt(cells[1]), cells[2], tests);
    }
}
