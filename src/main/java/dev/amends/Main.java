package dev.amends;

import ch.qos.logback.classic.Level;

import dev.amends.cli.Commands;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the program starts: reads the command, its settings, and wires the rooms when needed. */
public final class Main {

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
        if (!List.of(words).contains("run") && !environment.containsKey("AMENDS_LOG")) {
            keepLogQuiet();
        }
        SettingsReader reader = new SettingsReader(environment);
        Commands commands =
                new Commands(
                        path ->
                                new ConfiguredProgram(
                                        reader.read(path), assembly, StopSignal::ofSystem),
                        environment,
                        out,
                        err);
        return commands.execute(words);
    }

    /**
     * A command answers by itself; what libraries have to say of a failure is for those who ask by
     * AMENDS_LOG.
     */
    private static void keepLogQuiet() {
        for (String name : List.of(Logger.ROOT_LOGGER_NAME, "dev.amends")) {
            if (LoggerFactory.getLogger(name) instanceof ch.qos.logback.classic.Logger logger) {
                logger.setLevel(Level.OFF);
            }
        }
    }
}
