package dev.amends.measure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** All figures of one run: a table for people, JSON lines for machines. */
final class Figures {

    private final String benchmark;
    private final Machine machine;
    private final boolean quick;
    private final List<Figure> all = new ArrayList<>();

    Figures(String benchmark, Machine machine, boolean quick) {
        this.benchmark = benchmark;
        this.machine = machine;
        this.quick = quick;
    }

    /** Something that is only told. */
    void tell(String name, double value, String unit) {
        all.add(new Figure(name, value, unit, null));
    }

    /** Something that should be at least or at most so much. */
    void judge(String name, double value, String unit, Figure.Goal goal) {
        all.add(new Figure(name, value, unit, goal));
    }

    /** Prints the table and adds to the file, if any; the exit code: 0 all goals met, 1 not. */
    int conclude(@Nullable Path json) {
        System.out.println();
        System.out.println(benchmark + (quick ? " (a quick run: not to be quoted)" : ""));
        machine.lines().forEach(System.out::println);
        all.forEach(figure -> System.out.println(figure.row()));
        if (json != null) {
            write(json);
        }
        return all.stream().allMatch(Figure::met) ? 0 : 1;
    }

    private void write(Path json) {
        List<String> lines =
                all.stream()
                        .map(figure ->
                                "{\"benchmark\":\"%s\",\"quick\":%s,%s,%s}"
                                        .formatted(benchmark, quick, figure.json(), machine.json()))
                        .toList();
        try {
            Files.write(json, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
