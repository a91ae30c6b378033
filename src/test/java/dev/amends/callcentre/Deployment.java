package dev.amends.callcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Amends' way onto somebody else's Asterisk: the README's shell blocks, run by a shell, with other
 * places than theirs and commands {@code amends} and {@code asterisk} that mean this machine's.
 */
public final class Deployment {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PrivatePbx pbx;
    private final Path folder;
    private final ReadmeSteps steps = new ReadmeSteps(Path.of("README.md"));

    /**
     * @param folder for the settings, the store and the commands
     */
    public Deployment(PrivatePbx pbx, Path folder) throws IOException {
        this.pbx = pbx;
        this.folder = folder;
        Path commands = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("etc-amends"));
        Path here = Path.of("").toAbsolutePath();
        command(
                commands.resolve("amends"),
                "exec " + here.resolve("scripts/amends") + " --config " + settings() + " \"$@\"");
        command(
                commands.resolve("asterisk"),
                "[ \"$1\" = -rx ] && exec " + here.resolve("scripts/pbx") + " cli \"$2\"");
    }

    private static void command(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The settings file. */
    public Path settings() {
        return folder.resolve("etc-amends/amends.toml");
    }

    /** The store. */
    public Path database() {
        return folder.resolve("amends.db");
    }

    /** The README's steps. */
    public ReadmeSteps steps() {
        return steps;
    }

    /** Runs the shell blocks whose first lines begin so; gives what they said. */
    public String run(String... begins) {
        StringBuilder script = new StringBuilder("set -eu\n").append(places());
        for (String begin : begins) {
            script.append(
                            steps.step(begin)
                                    .replace("amends-conf", folder.resolve("print").toString()))
                    .append('\n');
        }
        Map<String, String> environment = new HashMap<>(pbx.environment());
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return Command.run(environment, PATIENCE, List.of("sh", "-c", script.toString())).orThrow();
    }

    /** Step 1 with our places: the same names, no other. */
    private String places() {
        return steps.step("1. ").lines().skip(1).map(this::place).reduce("", String::concat);
    }

    private String place(String line) {
        String name = line.replaceFirst("=.*", "");
        String value =
                switch (name) {
                    case "ETC" -> pbx.etc().toString();
                    case "SOUNDS" -> pbx.sounds().toString();
                    case "SPOOL" -> pbx.sounds().resolveSibling("recorded").toString();
                    case "OWNER" -> "$(id -un):$(id -gn)";
                    case "CONF" -> folder.resolve("etc-amends").toString();
                    default -> throw new IllegalStateException("a new place: " + name);
                };
        return name + "=" + value + "\n";
    }

    /** Writes the settings before step 2, as he who has edited them. */
    public void edit(SettingsText text) {
        text.text("store.path", database().toString()).write(settings());
    }

    /** Adds to one of the administrator's own files by hand. */
    public void byHand(String file, String text) {
        try {
            Files.writeString(
                    pbx.etc().resolve(file), "\n" + text + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
