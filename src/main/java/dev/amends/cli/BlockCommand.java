package dev.amends.cli;

import dev.amends.supervision.BlockOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** {@code amends block}. */
@Command(
        name = "block",
        description = "Never call this number, whoever asks for it.",
        footer = {
            "",
            "A call that was promised to it is withdrawn when its turn comes. Nobody tells the caller.",
            "",
            "Example:",
            "  amends block +12025550123 --reason \"asked us not to call\""
        })
final class BlockCommand implements Callable<Integer> {

    private final Amends amends;

    @Mixin private NumberAndReason about = new NumberAndReason();

    BlockCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(program ->
                switch (program.supervision().block(about.number(), about.reason())) {
                    case BlockOrder.Done done -> {
                        amends.say("%s is never called from now on.".formatted(done.number()));
                        yield ExitCode.OK;
                    }
                    case BlockOrder.Refused(String why) -> {
                        amends.complain("Not blocked: " + why + ".");
                        yield ExitCode.REFUSED;
                    }
                });
    }
}
