package dev.amends;

import dev.amends.cli.Commands;
import dev.amends.cli.Mishap;
import dev.amends.cli.Programs;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the program starts: reads the command, its settings, and wires the rooms when needed. */
public final class Main {

    private static final int FAILED = 1;

    private final Function<Settings, Wiring> assembly;
    private final Map<String, String> environment;

    /**
     * @param assembly puts the rooms together
     * @param environment the environment variables
     */
    Main(Function<Settings, Wiring> assembly, Map<String, String> environment) {
        this.assembly = assembly;
        this.environment = environment;
    }

    /** Runs one command and returns its exit code. */
    int execute(PrintWriter out, PrintWriter err, String... words) {
        SettingsReader reader = new SettingsReader(environment);
        Commands commands =
                new Commands(
                        (path, needs) ->
                                new ConfiguredProgram(
                                        reading(reader, path, needs),
                                        assembly,
                                        StopSignal::ofSystem),
                        environment,
                        out,
                        err);
        return commands.execute(words);
    }

    private static SettingsReader.Reading reading(
            SettingsReader reader, Path path, Programs.Needs needs) {
        return switch (needs) {
            case SETTINGS -> reader.read(path);
            case SECRETS -> reader.readWithSecrets(path);
        };
    }

    /** The command {@code amends}. Only {@code run} logs, unless the environment says otherwise. */
    public static void main(String[] words) {
        if (!List.of(words).contains("run") && !System.getenv().containsKey("AMENDS_LOG")) {
            System.setProperty("AMENDS_LOG", "OFF");
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Main(Assembly::new, System.getenv()).exitCode(out, err, words));
    }

    /** The last door: an {@link Error}, such as a damaged installation, gets as far as here. */
    int exitCode(PrintWriter out, PrintWriter err, String... words) {
        try {
            return execute(out, err, words);
        } catch (Error e) {
            err.println(Mishap.told(e));
            return FAILED;
        }
    }
}
