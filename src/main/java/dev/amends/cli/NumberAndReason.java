package dev.amends.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of a command that notes something about a number, and why. */
final class NumberAndReason {

    @Parameters(paramLabel = "NUMBER", description = "The telephone number.")
    private String number = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, in 1 to 80 characters; kept with it.")
    private String reason = "";

    String number() {
        return number;
    }

    String reason() {
        return reason;
    }
}
