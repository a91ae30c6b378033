package dev.amends.cli;

import dev.amends.supervision.PromiseDesk;
import dev.amends.supervision.PromiseOrder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code amends promise}. */
@Command(
        name = "promise",
        description = "Have somebody called, as if he had asked for it.",
        footer = {
            "",
            "He is called once a rep of the line is there for him, with all the retries of a promised"
                    + " call. Nobody has two open promises: one that he has is called at this time"
                    + " instead, in its old place.",
            "",
            "Examples:",
            "  amends promise +12025550123 --line support",
            "  amends promise +12025550123 --line support --at \"2026-12-01 10:00\""
        })
final class PromiseCommand implements Callable<Integer> {

    private static final DateTimeFormatter FROM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV");

    private final Amends amends;

    @Parameters(paramLabel = "NUMBER", description = "His telephone number.")
    private String number = "";

    @Option(
            names = "--line",
            required = true,
            paramLabel = "LINE",
            description = "The line for which he is called, as in the settings.")
    private String line = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "Not earlier than this, by the line's clock: 2026-12-01 10:00, or 10:00 for today."
                            + " Otherwise as soon as it is his turn.")
    private @Nullable String at;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, in 1 to 80 characters; part of the story.")
    private @Nullable String reason;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description =
                    "The code of the language he is spoken to in; otherwise the first in use.")
    private @Nullable String language;

    PromiseCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        PromiseDesk.Wanted wanted =
                new PromiseDesk.Wanted(
                        number,
                        line,
                        Optional.ofNullable(at),
                        Optional.ofNullable(reason),
                        Optional.ofNullable(language));
        return amends.with(program -> tell(program.orders().promise(wanted)));
    }

    private int tell(PromiseOrder order) {
        switch (order) {
            case PromiseOrder.Made made ->
                    amends.say(
                            "Promise %s: %s is called %s%s."
                                    .formatted(
                                            made.id(),
                                            made.number(),
                                            when(FROM.format(made.from())),
                                            but(made.later())));
            case PromiseOrder.Moved moved ->
                    amends.say(
                            "Promise %s was open already: %s is called %s, instead of from %s on%s."
                                    .formatted(
                                            moved.id(),
                                            moved.number(),
                                            when(FROM.format(moved.from())),
                                            FROM.format(moved.before()),
                                            but(moved.later())));
            case PromiseOrder.Refused(String why) -> {
                amends.complain("Not promised: " + why + ".");
                return ExitCode.REFUSED;
            }
        }
        return ExitCode.OK;
    }

    private static String but(Optional<String> later) {
        return later.map(why -> "; " + why).orElse("");
    }

    private String when(String from) {
        return at == null ? "as soon as it is his turn" : "from " + from + " on";
    }
}
