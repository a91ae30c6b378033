package dev.amends.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code amends config} and what it can do. */
@Command(
        name = "config",
        description = "Look at the settings.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  amends config check --print"})
final class ConfigCommand extends CommandGroup {

    /** {@code amends config check}. */
    @Command(
            name = "check",
            description = "Say everything that is wrong with the settings file, with its line.",
            exitCodeOnExecutionException = ExitCode.WRONG,
            footer = {
                "",
                "Exit codes: 0 fine; 1 usable, but something should be mended; 2 not usable, or not there; 3"
                        + " wrong usage.",
                "",
                "Example:",
                "  amends config check --config ./amends.toml"
            })
    static final class Check implements Callable<Integer> {

        private final Amends amends;

        @Option(
                names = "--print",
                description = "Show every setting in force, defaults included, secrets left out.")
        private boolean print;

        Check(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.open(Programs.Needs.SECRETS, this::check);
        }

        private int check(Program program) {
            program.problems().forEach(amends::complain);
            program.warnings().forEach(warning -> amends.complain("warning: " + warning));
            if (print) {
                program.settings().forEach(amends::say);
            }
            if (!program.problems().isEmpty()) {
                int count = program.problems().size();
                amends.complain(count == 1 ? "1 problem." : count + " problems.");
                return ExitCode.PROBLEMS;
            }
            if (!print) {
                amends.say(
                        amends.config()
                                + (program.warnings().isEmpty() ? " is fine." : " can be used."));
            }
            return program.warnings().isEmpty() ? ExitCode.OK : ExitCode.WARNINGS;
        }
    }
}
