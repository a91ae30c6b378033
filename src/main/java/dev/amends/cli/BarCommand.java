package dev.amends.cli;

import dev.amends.supervision.BarOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code amends bar}. */
@Command(
        name = "bar",
        description = "Take no calls from this caller for a while: a supervisor's decision.",
        footer = {
            "",
            "He hears why, until when, and how to reach you in writing, and comes into no queue. All of",
            "his numbers are barred (amends caller link). He is not called either: what he was promised",
            "becomes a task for a person. While Amends is away he reaches the ordinary queue.",
            "",
            "Example:",
            "  amends bar +12025550123 --reason \"threatened a colleague\" --for 14d"
        })
final class BarCommand implements Callable<Integer> {

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Amends amends;

    @Mixin private NumberAndReason about = new NumberAndReason();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description =
                    "How long, such as 12h or 14d; without it as the settings say (barring.days).")
    private Optional<Duration> length = Optional.empty();

    BarCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(program ->
                switch (program.bars().bar(about.number(), about.reason(), length)) {
                    case BarOrder.Barred barred -> {
                        amends.say(
                                "No calls are taken from %s until %s."
                                        .formatted(barred.number(), UNTIL.format(barred.until())));
                        yield ExitCode.OK;
                    }
                    case BarOrder.Lifted lifted -> throw new AssertionError(lifted);
                    case BarOrder.Refused(String why) -> {
                        amends.complain("Not barred: " + why + ".");
                        yield ExitCode.REFUSED;
                    }
                });
    }
}
