package dev.amends.measure;

import dev.amends.callcentre.Ports;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code scripts/bench} hands over.
 *
 * @param ports where everything listens
 * @param run the folder of the private telephone system
 * @param quick a short run that shows that everything works, not how fast it is
 * @param json where the figures are added as JSON lines, or null
 */
record Arguments(Ports ports, Path run, boolean quick, @Nullable Path json) {

    /** A benchmark: it returns its exit code. */
    @FunctionalInterface
    interface Benchmark {
        int run(Arguments arguments) throws Exception;
    }

    /** Runs it and ends. Exit codes: 0 all goals met, 1 one missed, 2 wrong arguments. */
    static void program(String[] words, Benchmark benchmark) throws Exception {
        Arguments arguments;
        try {
            arguments = of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(benchmark.run(arguments));
    }

    /**
     * The port shift, the run folder, then options.
     *
     * @throws IllegalArgumentException when they are not understood
     */
    static Arguments of(String... words) {
        Deque<String> left = new ArrayDeque<>(List.of(words));
        if (left.size() < 2) {
            throw new IllegalArgumentException("a port shift and a run folder are needed");
        }
        Ports ports = new Ports(Integer.parseInt(left.pop()));
        Path run = Path.of(left.pop());
        boolean quick = false;
        Path json = null;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--quick" -> quick = true;
                case "--json" -> json = Path.of(left.pop());
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new Arguments(ports, run, quick, json);
    }
}
