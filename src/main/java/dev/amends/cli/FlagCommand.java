package dev.amends.cli;

import dev.amends.supervision.FlagOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin private NumberAndReason about = new NumberAndReason();

    FlagCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(program ->
                switch (program.supervision().flag(about.number(), about.reason())) {
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
