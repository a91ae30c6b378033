package dev.amends.cli;

import dev.amends.supervision.ActionDesk;
import dev.amends.supervision.ActionOrder;
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
        description =
                "Have somebody called; or, with --action, promise him that something else is done.",
        footer = {
            "",
            "He is called as if he had asked for it: once a rep of the line is there for him, with all"
                    + " the retries of a promised call. Nobody has two open promises: one that he has is called at this time"
                    + " instead, in its old place.",
            "",
            "An owner who is a rep is asked on his phone when the action is due. If it is not done, or"
                    + " nobody says so within an hour after its time, it is a task (amends tasks"
                    + " list) and the caller is called.",
            "",
            "Examples:",
            "  amends promise +12025550123 --line support",
            "  amends promise +12025550123 --line support --at \"2026-12-01 10:00\"",
            "  amends promise +12025550123 --line support --at \"2026-12-01 10:00\" --rep PJSIP/rep1",
            "  amends promise +12025550123 --line support --action \"refund of order 17\" --owner"
                    + " PJSIP/rep1 --by \"2026-12-01 10:00\""
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
            names = "--rep",
            paramLabel = "PHONE",
            description =
                    "Which rep promised to call at that time: his phone as his queue has it, such as"
                            + " PJSIP/rep1. The call is his alone for a while ([callbacks]"
                            + " rep_wait_seconds), then any rep's.")
    private @Nullable String rep;

    @Option(
            names = "--action",
            paramLabel = "TEXT",
            description =
                    "What is promised instead of a call, in 1 to 80 characters. Its first word tells its"
                            + " kind: refund, delivery, repair, document, one of your own ([actions]"
                            + " codes), or anything else.")
    private @Nullable String action;

    @Option(
            names = "--owner",
            paramLabel = "PHONE|NAME",
            description =
                    "Who has to do it: a rep's phone as his queue has it, such as PJSIP/rep1, or a name.")
    private @Nullable String owner;

    @Option(
            names = "--by",
            paramLabel = "TIME",
            description = "When it will have been done, by the line's clock; written as --at.")
    private @Nullable String by;

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
        Optional<String> misused = misused();
        if (misused.isPresent()) {
            amends.complain("amends: " + misused.get());
            return ExitCode.WRONG;
        }
        return action != null && owner != null && by != null
                ? action(action, owner, by)
                : amends.with(program -> {
                    int told = tell(program.orders().promise(call(at)));
                    program.idle().filter(_ -> told == ExitCode.OK).ifPresent(amends::complain);
                    return told;
                });
    }

    /** Which options don't belong together, and what to do about it. */
    private Optional<String> misused() {
        if (action == null) {
            return owner != null || by != null
                    ? Optional.of("--owner and --by say who does what by when: --action is missing")
                    : Optional.of("--rep says who calls at a time: --at is missing")
                            .filter(_ -> rep != null && at == null);
        }
        if (at != null || rep != null) {
            return Optional.of("--at and --rep are for a call; an action has --by and --owner");
        }
        return Optional.of("an action needs --owner and --by: who does it, by when")
                .filter(_ -> owner == null || by == null);
    }

    private PromiseDesk.Wanted call(@Nullable String from) {
        return new PromiseDesk.Wanted(
                number,
                line,
                Optional.ofNullable(from),
                Optional.ofNullable(rep),
                Optional.ofNullable(reason),
                Optional.ofNullable(language));
    }

    private int action(String deed, String who, String until) {
        ActionDesk.Wanted wanted =
                new ActionDesk.Wanted(
                        number,
                        line,
                        deed,
                        who,
                        until,
                        Optional.ofNullable(reason),
                        Optional.ofNullable(language));
        return amends.with(program ->
                switch (program.actions().promise(wanted)) {
                    case ActionOrder.Promised promised -> {
                        amends.say(words(promised));
                        yield ExitCode.OK;
                    }
                    case ActionOrder.Refused(String why) -> {
                        amends.complain("Not promised: " + why + ".");
                        yield ExitCode.REFUSED;
                    }
                });
    }

    private static String words(ActionOrder.Promised promised) {
        return "Promise %s: %s for %s, by %s until %s; %s."
                .formatted(
                        promised.id(),
                        promised.deed(),
                        promised.number(),
                        promised.owner(),
                        FROM.format(promised.by()),
                        promised.asked()
                                .map(from -> "asked on his phone from " + FROM.format(from) + " on")
                                .orElse("no phone to ask, so it is a task then unless it is done"));
    }

    private int tell(PromiseOrder order) {
        switch (order) {
            case PromiseOrder.Made made ->
                    amends.say(
                            "Promise %s: %s is called %s%s%s."
                                    .formatted(
                                            made.id(),
                                            made.number(),
                                            when(FROM.format(made.from())),
                                            by(made.rep()),
                                            but(made.later())));
            case PromiseOrder.Moved moved ->
                    amends.say(
                            "Promise %s was open already: %s is called %s%s, instead of from %s on%s."
                                    .formatted(
                                            moved.id(),
                                            moved.number(),
                                            when(FROM.format(moved.from())),
                                            by(moved.rep()),
                                            FROM.format(moved.before()),
                                            but(moved.later())));
            case PromiseOrder.Refused(String why) -> {
                amends.complain("Not promised: " + why + ".");
                return ExitCode.REFUSED;
            }
        }
        return ExitCode.OK;
    }

    private static String by(Optional<String> rep) {
        return rep.map(his -> " by " + his + ", or by any rep if he is not free in time")
                .orElse("");
    }

    private static String but(Optional<String> later) {
        return later.map(why -> "; " + why).orElse("");
    }

    private String when(String from) {
        return at == null ? "as soon as it is his turn" : "from " + from + " on";
    }
}
