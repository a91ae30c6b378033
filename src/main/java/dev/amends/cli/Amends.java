package dev.amends.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

/** The command {@code amends}: what all its commands share. */
@Command(
        name = "amends",
        version = "Amends " + Version.NUMBER,
        description = "Keeps what was promised to callers, on Asterisk.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 fine; 1 refused, also for what an option says (a number, a time, a line), or"
                    + " failed,",
            "or warnings; 2 problems found (by doctor and config check); 3 nothing was done: options that"
                    + " are",
            "missing, unknown or don't go together, or settings that can't be used.",
            "",
            "Examples:",
            "  amends run",
            "  amends flag +12025550123 --reason \"third call about the same bill\"",
            "  amends promise +12025550123 --line support --at \"2026-12-01 10:00\"",
            "  amends promise +12025550123 --line support --action \"refund of order 17\" --owner"
                    + " PJSIP/rep1 --by \"2026-12-01 10:00\"",
            "  amends promises list",
            "  amends tasks list",
            "  amends doctor"
        })
final class Amends implements Callable<Integer> {

    private static final String DEFAULT_CONFIG = "/etc/amends/amends.toml";
    private static final String CONFIG_VARIABLE = "AMENDS_CONFIG";

    private final Programs programs;
    private final Map<String, String> environment;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "The settings file. Otherwise AMENDS_CONFIG of the environment, else "
                            + DEFAULT_CONFIG
                            + ".")
    private @Nullable Path config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @SuppressWarnings("UnusedVariable")
    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    @Spec private @Nullable CommandSpec spec;

    Amends(Programs programs, Map<String, String> environment) {
        this.programs = programs;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return withoutCommand(line());
    }

    /** Somebody named no command: he gets the help, and learns that this was not enough. */
    static int withoutCommand(CommandLine line) {
        line.usage(line.getErr());
        return ExitCode.WRONG;
    }

    /** The settings file in use. */
    Path config() {
        return config != null
                ? config
                : Path.of(environment.getOrDefault(CONFIG_VARIABLE, DEFAULT_CONFIG));
    }

    /** Does something with the program, unless its settings are broken. */
    int with(ToIntFunction<Program> order) {
        return withSound(Programs.Needs.SETTINGS, order);
    }

    /** The same for what speaks with the telephone system. */
    int withSecrets(ToIntFunction<Program> order) {
        return withSound(Programs.Needs.SECRETS, order);
    }

    private int withSound(Programs.Needs needs, ToIntFunction<Program> order) {
        return open(
                needs,
                program -> {
                    program.warnings().forEach(warning -> complain("warning: " + warning));
                    program.problems().forEach(this::complain);
                    return program.problems().isEmpty()
                            ? order.applyAsInt(program)
                            : ExitCode.WRONG;
                });
    }

    /** Does something with the program, whatever its settings are. */
    int open(Programs.Needs needs, ToIntFunction<Program> order) {
        try (Program program = programs.open(config(), needs)) {
            return order.applyAsInt(program);
        }
    }

    /** A line of the answer. */
    void say(String text) {
        line().getOut().println(text);
        line().getOut().flush();
    }

    /** A line about what is wrong. */
    void complain(String text) {
        line().getErr().println(text);
        line().getErr().flush();
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("not yet part of a command line");
        }
        return spec.commandLine();
    }
}
