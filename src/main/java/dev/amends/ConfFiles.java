package dev.amends;

import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.reception.LaterTerms;
import dev.amends.speech.CataloguePrompt;
import dev.amends.supervision.ConfFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has to be put beside a telephone system's own configuration: the shipped files, whichever
 * there are, with the names and addresses of these settings. The only place they are read from is
 * the folder of the installation.
 */
final class ConfFiles {

    /** Where Amends is installed: the folder that has {@code asterisk-conf} in it. */
    private static final String HOME = "amends.home";

    private static final String GLOBALS = "globals.conf";
    private static final Map<String, String> FREEPBX =
            Map.of(
                    GLOBALS,
                    "globals_custom.conf",
                    "queues.conf",
                    "queues_post_custom.conf",
                    "features.conf",
                    "features_applicationmap_custom.conf");

    private final Settings settings;
    private final boolean freePbx;
    private final Path shipped;

    /**
     * @param home where Amends is installed
     */
    ConfFiles(Settings settings, boolean freePbx, Path home) {
        this.settings = settings;
        this.freePbx = freePbx;
        this.shipped = home.resolve("asterisk-conf").resolve("amends");
    }

    /** Where this Amends is installed. */
    static Path installation() {
        return Path.of(System.getProperty(HOME, "."));
    }

    /** All of them, the globals first. */
    List<ConfFile> all() {
        if (freePbx) {
            settings.lines().forEach(ConfFiles::refuseUnknownToFreePbx);
        }
        List<ConfFile> files = new ArrayList<>();
        files.add(file(GLOBALS, globals()));
        try (Stream<Path> found = Files.list(shipped)) {
            for (Path path : found.sorted(Comparator.naturalOrder()).toList()) {
                String name = String.valueOf(path.getFileName());
                if (name.endsWith(".conf")) {
                    files.add(file(name, adapted(name, Files.readAllLines(path))));
                }
            }
        } catch (IOException e) {
            throw new CannotPrint(
                    "there are no shipped files in "
                            + shipped
                            + "; start Amends by its own command",
                    e);
        }
        return files;
    }

    /** A queue that is not one of its own sends FreePBX's from-queue round in circles. */
    private static void refuseUnknownToFreePbx(Line line) {
        if (!QueueSections.isOfFreePbx(line.queue())
                || !QueueSections.isOfFreePbx(line.seniorQueue())) {
            throw new CannotPrint(
                    "FreePBX rings nobody for a queue that it has not made: set queue and"
                            + " senior_queue of [lines.%s] to the numbers of two of its queues"
                                    .formatted(line.name()),
                    null);
        }
    }

    private ConfFile file(String name, List<String> lines) {
        return new ConfFile(name, home(name), where(name), lines);
    }

    private String home(String name) {
        if (freePbx) {
            return FREEPBX.getOrDefault(name, name.replace(".conf", "_custom.conf"));
        }
        return name.equals(GLOBALS) ? "extensions.conf" : name;
    }

    private String where(String name) {
        return switch (name) {
            case GLOBALS -> freePbx ? "anywhere" : "below [globals]";
            case "features.conf" -> freePbx ? "anywhere" : "below [applicationmap]";
            default -> "at its end";
        };
    }

    private List<String> adapted(String name, List<String> lines) {
        return switch (name) {
            case "queues.conf" ->
                    new QueueSections(lines, settings.telling()).of(settings.lines(), freePbx);
            case "manager.conf" ->
                    lines.stream()
                            .map(line ->
                                    line.equals("[amends]")
                                            ? "[" + settings.pbx().amiUser() + "]"
                                            : line)
                            .toList();
            default -> lines;
        };
    }

    private List<String> globals() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "; Made from the settings. The key proves to Amends that this is its own Asterisk.");
        lines.add("#include amends-key.conf");
        lines.add("; Where Amends listens for the dialplan's questions.");
        lines.add("AMENDS_AGI=" + settings.pbx().agiHost() + ":" + settings.pbx().agiPort());
        for (Line line : settings.lines()) {
            lines.addAll(named(line.name().value(), line.queue()));
            lines.addAll(named(line.name() + "-senior", line.seniorQueue()));
            lines.addAll(holdLimit(line.name()));
            lines.addAll(inWriting(line.name()));
        }
        lines.add("; How many seconds a recording rests when a rep stops it.");
        lines.add("AMENDS_PAUSE_SECONDS=" + settings.recordings().pause().toSeconds());
        return lines;
    }

    private List<String> holdLimit(LineName line) {
        LaterTerms terms = settings.later().get(line);
        return terms == null
                ? List.of()
                : List.of(
                        "; How many seconds a caller holds for his rep while Amends is away.",
                        "AMENDS_HOLD_LIMIT_%s=%d"
                                .formatted(variable(line.value()), terms.holdLimit().toSeconds()));
    }

    private List<String> inWriting(LineName line) {
        String code = settings.barring().inWriting().get(line);
        return code == null
                ? List.of()
                : List.of(
                        "; What those hear whose call is ended: how to reach this line in writing.",
                        "AMENDS_IN_WRITING_%s=%s"
                                .formatted(
                                        variable(line.value()),
                                        CataloguePrompt.inWriting(code).file()));
    }

    private static List<String> named(String name, String queue) {
        return name.equals(queue)
                ? List.of()
                : List.of(
                        "; The queue which the dialplan calls " + name + ".",
                        "AMENDS_QUEUE_%s=%s".formatted(variable(name), queue));
    }

    /** A name as the dialplan's variables have it. */
    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
