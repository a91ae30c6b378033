package dev.amends.cli;

import dev.amends.supervision.BlockOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code amends unblock}. */
@Command(
        name = "unblock",
        description = "Take this number off the block list.",
        footer = {"", "Example:", "  amends unblock +12025550123"})
final class UnblockCommand implements Callable<Integer> {

    private final Amends amends;

    @Parameters(paramLabel = "NUMBER", description = "The telephone number.")
    private String number = "";

    UnblockCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(program ->
                switch (program.supervision().unblock(number)) {
                    case BlockOrder.Done done -> {
                        amends.say("%s is no longer blocked.".formatted(done.number()));
                        yield ExitCode.OK;
                    }
                    case BlockOrder.Refused(String why) -> {
                        amends.complain("Nothing changed: " + why + ".");
                        yield ExitCode.REFUSED;
                    }
                });
    }
}
