package dev.amends.cli;

import dev.amends.supervision.BarOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code amends unbar}. */
@Command(
        name = "unbar",
        description = "Take calls from this caller again, before his time is up.",
        footer = {"", "Examples:", "  amends unbar +12025550123", "  amends unbar 0123"})
final class UnbarCommand implements Callable<Integer> {

    private final Amends amends;

    @Parameters(
            paramLabel = "NUMBER",
            description =
                    "The telephone number, or its last four digits as amends bars shows them.")
    private String number = "";

    UnbarCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(program ->
                switch (program.bars().unbar(number)) {
                    case BarOrder.Lifted lifted -> {
                        amends.say("%s may call again.".formatted(lifted.number()));
                        yield ExitCode.OK;
                    }
                    case BarOrder.Barred barred -> throw new AssertionError(barred);
                    case BarOrder.Refused(String why) -> {
                        amends.complain("Nothing changed: " + why + ".");
                        yield ExitCode.REFUSED;
                    }
                });
    }
}
