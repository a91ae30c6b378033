package dev.amends.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of all cases: a table of the faults for people, JSON lines for machines. */
record Report(List<Run.Result> results) {

    /** One case, as soon as it is over. */
    static String line(Run.Result result) {
        return "%-4s %-42s %3d faults, %d violations, recovery %s (%d s)"
                .formatted(
                        result.of().fault(),
                        result.of().name(),
                        result.faults(),
                        result.violations().size(),
                        seconds(result.recovery()),
                        result.took().toSeconds());
    }

    /** How much was violated in all. */
    int violations() {
        return results.stream().mapToInt(it -> it.violations().size()).sum();
    }

    /** The table. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| fault | cases | faults injected | violations | worst recovery |");
        lines.add("|---|---|---|---|---|");
        byFault().forEach((fault, all) -> lines.add(row(fault, all)));
        return lines;
    }

    private Map<String, List<Run.Result>> byFault() {
        Map<String, List<Run.Result>> rows = new LinkedHashMap<>();
        results.forEach(
                it -> rows.computeIfAbsent(it.of().fault(), f -> new ArrayList<>()).add(it));
        return rows;
    }

    private static String row(String fault, List<Run.Result> all) {
        Optional<Duration> worst =
                all.stream().flatMap(it -> it.recovery().stream()).max(Comparator.naturalOrder());
        return "| %s | %d | %d | %d | %s |"
                .formatted(
                        fault,
                        all.size(),
                        all.stream().mapToInt(Run.Result::faults).sum(),
                        all.stream().mapToInt(it -> it.violations().size()).sum(),
                        seconds(worst));
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(it -> String.format(Locale.ROOT, "%.1f s", it.toMillis() / 1000.0))
                .orElse("-");
    }

    /** Adds one line for each case. */
    void write(Path json) throws IOException {
        List<String> lines =
                results.stream()
                        .map(it ->
                                "{\"fault\":\"%s\",\"case\":\"%s\",\"faults\":%d,\"violations\":%d,\"recovery_ms\":%d,\"took_s\":%d}"
                                        .formatted(
                                                it.of().fault(),
                                                it.of().name(),
                                                it.faults(),
                                                it.violations().size(),
                                                it.recovery().map(Duration::toMillis).orElse(-1L),
                                                it.took().toSeconds()))
                        .toList();
        Files.write(json, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
