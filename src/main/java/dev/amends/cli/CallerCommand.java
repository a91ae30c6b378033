package dev.amends.cli;

import dev.amends.supervision.CallerDesk;
import dev.amends.supervision.LinkOrder;
import dev.amends.supervision.Supervision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code amends caller} and what it can do. */
@Command(
        name = "caller",
        description = "Who is one person, and what is remembered of him.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  amends caller show +12025550123",
            "  amends caller link +12025550123 +12025550199",
            "  amends caller unlink +12025550199",
            "  amends caller export +12025550123",
            "  amends caller erase +12025550123 --yes"
        })
final class CallerCommand extends CommandGroup {

    /** {@code amends caller show}. */
    @Command(
            name = "show",
            description = "How upset a caller is, and what counted for how many points.",
            footer = {"", "Example:", "  amends caller show +12025550123"})
    static final class Show implements Callable<Integer> {

        private final Amends amends;

        @Parameters(paramLabel = "NUMBER", description = "His number.")
        private String number = "";

        Show(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program -> {
                Optional<CallerDesk.Shown> shown = program.callers().show(number);
                if (shown.isEmpty()) {
                    amends.complain("Nothing to tell: " + Supervision.NO_NUMBER + ".");
                    return ExitCode.REFUSED;
                }
                show(shown.get());
                return ExitCode.OK;
            });
        }

        private void show(CallerDesk.Shown shown) {
            amends.say(shown.sentence());
            amends.say(
                    shown.first()
                            ? "He comes to senior reps first, unless too many do already."
                            : "He comes in the order of arrival.");
            Table table = new Table();
            shown.causes()
                    .forEach(cause ->
                            table.row(
                                    String.format(Locale.ROOT, "%.1f", cause.points()),
                                    cause.setting(),
                                    cause.words()));
            table.lines().forEach(amends::say);
        }
    }

    /** {@code amends caller link}. */
    @Command(
            name = "link",
            description = "Two numbers are one person's: one history, one promise for each line.",
            footer = {
                "",
                "Calls, flags, promises and tasks of the second number go to the person of the first.",
                "Of two open promises for one line the one whose time is sooner stays, in the earlier place",
                "of both; the other one is withdrawn.",
                "",
                "Example:",
                "  amends caller link +12025550123 +12025550199"
            })
    static final class Link implements Callable<Integer> {

        private final Amends amends;

        @Parameters(index = "0", paramLabel = "NUMBER", description = "His number.")
        private String number = "";

        @Parameters(index = "1", paramLabel = "OTHER", description = "Another number of his.")
        private String other = "";

        Link(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    tell(amends, program.supervision().link(number, other), Link::words));
        }

        private static String words(LinkOrder.Done done) {
            return Stream.concat(
                            Stream.of(
                                    "%s and %s are one person's."
                                            .formatted(done.number(), done.other())),
                            done.merged().stream().map(Link::words))
                    .collect(Collectors.joining("\n"));
        }

        private static String words(LinkOrder.Merged two) {
            return "Of two open promises for %s, %s (%s) stays and %s (%s) is withdrawn."
                    .formatted(
                            two.line(),
                            two.stays().id(),
                            two.stays().told(),
                            two.withdrawn().id(),
                            two.withdrawn().told());
        }
    }

    /** {@code amends caller unlink}. */
    @Command(
            name = "unlink",
            description = "Undo a link: the number is a person's of its own again.",
            footer = {
                "",
                "What came along with the number goes back with it; what came after the link stays, as",
                "do withdrawn promises, closed matters and replaced flags.",
                "",
                "Example:",
                "  amends caller unlink +12025550199"
            })
    static final class Unlink implements Callable<Integer> {

        private final Amends amends;

        @Parameters(paramLabel = "NUMBER", description = "The number that was linked second.")
        private String number = "";

        Unlink(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    tell(
                            amends,
                            program.supervision().unlink(number),
                            done -> "%s is a person's of its own.".formatted(done.number())));
        }
    }

    private static int tell(
            Amends amends, LinkOrder order, Function<LinkOrder.Done, String> words) {
        return switch (order) {
            case LinkOrder.Done done -> {
                amends.say(words.apply(done));
                yield ExitCode.OK;
            }
            case LinkOrder.Refused(String why) -> {
                amends.complain("Nothing changed: " + why + ".");
                yield ExitCode.REFUSED;
            }
        };
    }
}
