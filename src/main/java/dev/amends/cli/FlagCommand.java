package dev.amends.cli;

import dev.amends.supervision.FlagOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;

/** {@code amends flag}. */
@Command(
        name = "flag",
        description = "Send this caller to a senior rep until the flag fades out by itself.",
        footer = {
            "",
            "A new flag replaces an older one. Nobody tells the caller of it.",
            "",
            "Example:",
            "  amends flag +12025550123 --reason \"third call about the same bill\""
        })
final class FlagCommand implements Callable<Integer> {

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Amends amends;

    @Parameters(paramLabel = "NUMBER", description = "His telephone number.")
    private String number = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, in 1 to 80 characters; seen in the log and the ledger.")
    private String reason = "";

    FlagCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(program ->
                switch (program.supervision().flag(number, reason)) {
                    case FlagOrder.Flagged flagged -> {
                        amends.say(
                                "Flagged %s until %s."
                                        .formatted(
                                                flagged.number(), UNTIL.format(flagged.until())));
                        yield ExitCode.OK;
                    }
                    case FlagOrder.Refused(String why) -> {
                        amends.complain("Not flagged: " + why + ".");
                        yield ExitCode.REFUSED;
                    }
                });
    }
}
