package dev.amends.cli;

import dev.amends.supervision.Explanation;
import dev.amends.supervision.PromiseRow;
import dev.amends.supervision.Supervision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code amends promises} and what it can show. */
@Command(
        name = "promises",
        description = "Show what was promised to callers, and say what became of promised actions.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  amends promises list --all",
            "  amends promises explain 4f3a2b1c",
            "  amends promises done 4f3a2b1c --note \"refunded, receipt 2231\""
        })
final class PromisesCommand extends CommandGroup {

    /** {@code amends promises list}. */
    @Command(
            name = "list",
            description =
                    "List the open promises and those overdue: calls, newest first, then actions.",
            footer = {"", "Example:", "  amends promises list --all"})
    static final class ListAll implements Callable<Integer> {

        private static final DateTimeFormatter ASKED =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

        private final Amends amends;

        @Option(
                names = "--all",
                description = {
                    "Those that are over, too, and of each line how many were served and how",
                    "often somebody was passed who came earlier (which never should happen)."
                })
        private boolean all;

        ListAll(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program -> {
                List<PromiseRow> rows = program.supervision().promises(all);
                show(rows);
                overdue(rows.stream().filter(PromiseRow::overdue).count());
                if (all) {
                    program.actions().score().ifPresent(amends::say);
                    program.fairness().told().forEach(amends::say);
                }
                tasks(program.tasks().open());
                program.idle().ifPresent(amends::complain);
                return ExitCode.OK;
            });
        }

        private void overdue(long late) {
            if (late > 0) {
                amends.say(
                        "%d %s overdue."
                                .formatted(late, late == 1 ? "promise is" : "promises are"));
            }
        }

        private void tasks(int open) {
            if (open > 0) {
                amends.say(
                        "%d %s for a person; see: amends tasks list"
                                .formatted(open, open == 1 ? "task waits" : "tasks wait"));
            }
        }

        private void show(List<PromiseRow> rows) {
            if (rows.isEmpty()) {
                amends.say(all ? "No promises yet." : "No open promises.");
                return;
            }
            Table table = new Table("ID", "CALLER", "LINE", "ASKED", "STATE", "TRIES", "NEXT");
            rows.forEach(row ->
                    table.row(
                            row.id(),
                            row.caller(),
                            row.line(),
                            ASKED.format(row.askedAt()),
                            row.state(),
                            String.valueOf(row.tries()),
                            row.next()));
            table.lines().forEach(amends::say);
            if (rows.size() == Supervision.LONGEST_LIST) {
                amends.say("Only the first " + Supervision.LONGEST_LIST + " are shown.");
            }
        }
    }

    /** {@code amends promises explain}. */
    @Command(
            name = "explain",
            description = "Tell the whole story of one promise, and what happens next.",
            footer = {"", "Example:", "  amends promises explain 4f3a2b1c"})
    static final class Explain implements Callable<Integer> {

        private final Amends amends;

        @Parameters(
                paramLabel = "ID",
                description = "The first digits of its id, as the list shows them.")
        private String id = "";

        Explain(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    switch (program.supervision().explain(id)) {
                        case Explanation.Told(List<String> lines) -> {
                            lines.forEach(amends::say);
                            yield ExitCode.OK;
                        }
                        case Explanation.Refused(String why) -> {
                            amends.complain("amends: " + why);
                            yield ExitCode.REFUSED;
                        }
                    });
        }
    }
}
