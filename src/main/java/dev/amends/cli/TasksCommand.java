package dev.amends.cli;

import dev.amends.supervision.Supervision;
import dev.amends.supervision.TaskOrder;
import dev.amends.supervision.TaskRow;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code amends tasks} and what it can do. */
@Command(
        name = "tasks",
        description = "What people have to do: for callers to whom a promise was not kept.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  amends tasks list",
            "  amends tasks done 4f3a2b1c --note \"called, all settled\""
        })
final class TasksCommand extends CommandGroup {

    /** {@code amends tasks list}. */
    @Command(
            name = "list",
            description = "List the open tasks, the oldest first.",
            footer = {
                "",
                "The whole number, and all that was tried: amends promises explain ID",
                "",
                "Example:",
                "  amends tasks list --all"
            })
    static final class ListAll implements Callable<Integer> {

        private static final DateTimeFormatter SINCE =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

        private final Amends amends;

        @Option(names = "--all", description = "Those that are done, too.")
        private boolean all;

        ListAll(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program -> {
                show(program.tasks().list(all));
                return ExitCode.OK;
            });
        }

        private void show(List<TaskRow> rows) {
            if (rows.isEmpty()) {
                amends.say(all ? "No tasks yet." : "No open tasks.");
                return;
            }
            Table table =
                    all
                            ? new Table("ID", "CALLER", "LINE", "PROMISED", "WHY", "SINCE", "DONE")
                            : new Table("ID", "CALLER", "LINE", "PROMISED", "WHY", "SINCE");
            rows.forEach(row -> table.row(cells(row)));
            table.lines().forEach(amends::say);
            if (rows.size() == Supervision.LONGEST_LIST) {
                amends.say("Only the first " + Supervision.LONGEST_LIST + " are shown.");
            }
        }

        private String[] cells(TaskRow row) {
            String since = SINCE.format(row.since());
            return all
                    ? new String[] {
                        row.id(),
                        row.caller(),
                        row.line(),
                        row.promised(),
                        row.why(),
                        since,
                        row.done()
                    }
                    : new String[] {
                        row.id(), row.caller(), row.line(), row.promised(), row.why(), since
                    };
        }
    }

    /** {@code amends tasks done}. */
    @Command(
            name = "done",
            description = "Take a task off the list.",
            footer = {
                "",
                "Example:",
                "  amends tasks done 4f3a2b1c --note \"called, all settled\""
            })
    static final class Done implements Callable<Integer> {

        private final Amends amends;

        @Mixin private IdAndNote words = new IdAndNote();

        Done(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    switch (program.tasks().done(words.id(), words.note())) {
                        case TaskOrder.Done done -> {
                            amends.say(
                                    "The task for %s is done; %d left."
                                            .formatted(done.number(), done.open()));
                            yield ExitCode.OK;
                        }
                        case TaskOrder.Refused(String why) -> {
                            amends.complain("Not done: " + why + ".");
                            yield ExitCode.REFUSED;
                        }
                    });
        }
    }
}
