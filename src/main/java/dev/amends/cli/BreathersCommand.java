package dev.amends.cli;

import dev.amends.supervision.BreatherOrder;
import dev.amends.supervision.BreatherRow;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code amends breathers} and what it can do. */
@Command(
        name = "breathers",
        description = "Reps' short pauses after hard calls.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Examples:", "  amends breathers list", "  amends breathers end PJSIP/5001"})
final class BreathersCommand extends CommandGroup {

    /** {@code amends breathers list}. */
    @Command(
            name = "list",
            description = "List the reps with hard calls lately, and what pause they have.",
            footer = {
                "",
                "Who had several of them is marked with a !: breather.show_after_calls.",
                "",
                "Example:",
                "  amends breathers list"
            })
    static final class ListAll implements Callable<Integer> {

        private final Amends amends;

        ListAll(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program -> {
                show(program.breathers().list());
                return ExitCode.OK;
            });
        }

        private void show(List<BreatherRow> rows) {
            if (rows.isEmpty()) {
                amends.say("No rep had a hard call lately.");
                return;
            }
            Table table = new Table("REP", "HARD CALLS", "LAST", "BREATHER");
            rows.forEach(row ->
                    table.row(
                            row.rep(),
                            row.hardCalls() + (row.many() ? " !" : ""),
                            row.last(),
                            row.breather()));
            table.lines().forEach(amends::say);
        }
    }

    /** {@code amends breathers end}. */
    @Command(
            name = "end",
            description = "End a rep's breather, or the one he is owed.",
            footer = {"", "Example:", "  amends breathers end PJSIP/5001"})
    static final class End implements Callable<Integer> {

        private final Amends amends;

        @Parameters(paramLabel = "REP", description = "His name as the list shows it.")
        private String rep = "";

        End(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    switch (program.breathers().end(rep)) {
                        case BreatherOrder.Ended ended -> {
                            amends.say("The breather of %s is over.".formatted(ended.rep()));
                            yield ExitCode.OK;
                        }
                        case BreatherOrder.Refused(String why) -> {
                            amends.complain("Nothing changed: " + why + ".");
                            yield ExitCode.REFUSED;
                        }
                    });
        }
    }
}
