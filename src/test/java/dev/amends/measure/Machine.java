package dev.amends.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where and with what something was measured; a figure without it means nothing. */
record Machine(Map<String, String> facts) {

    /**
     * This machine now.
     *
     * @param others versions of what else takes part
     */
    static Machine here(Map<String, String> others) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        facts.put("cpu", found("/proc/cpuinfo", "model name"));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", found("/proc/meminfo", "MemTotal"));
        facts.put("linux", System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.version"));
        facts.put("load_before", first("/proc/loadavg").split(" ")[0]);
        facts.putAll(others);
        return new Machine(facts);
    }

    /** For the head of a table. */
    List<String> lines() {
        return List.of(
                facts.entrySet().stream()
                        .map(fact -> fact.getKey().replace('_', ' ') + " " + fact.getValue())
                        .collect(Collectors.joining(", ")));
    }

    /** Members of a JSON object. */
    String json() {
        return facts.entrySet().stream()
                .map(fact ->
                        "\"%s\":\"%s\""
                                .formatted(
                                        fact.getKey(), fact.getValue().replaceAll("[\"\\\\]", "")))
                .collect(Collectors.joining(","));
    }

    private static String found(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String first(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
