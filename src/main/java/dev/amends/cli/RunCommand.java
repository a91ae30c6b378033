package dev.amends.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** {@code amends run}. */
@Command(
        name = "run",
        description = "Answer Asterisk's questions and keep promises, until stopped.",
        footer = {
            "",
            "Says one line when it is ready; ends by SIGTERM or Ctrl-C with exit code 0. Calls that"
                    + " are under way go on without it.",
            "",
            "Example:",
            "  amends run --config /etc/amends/amends.toml"
        })
final class RunCommand implements Callable<Integer> {

    private final Amends amends;

    RunCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.withSecrets(
                program -> program.run(words -> amends.say("Amends is ready: " + words)));
    }
}
