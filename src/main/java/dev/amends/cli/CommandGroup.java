package dev.amends.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** A command that only groups others, such as {@code amends tasks}: alone it shows its help. */
abstract class CommandGroup implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public final Integer call() {
        return spec == null ? ExitCode.WRONG : Amends.withoutCommand(spec.commandLine());
    }
}
