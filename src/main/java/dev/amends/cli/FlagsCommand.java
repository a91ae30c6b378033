package dev.amends.cli;

import dev.amends.supervision.FlagRow;
import dev.amends.supervision.Supervision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code amends flags}. */
@Command(
        name = "flags",
        description = "List the callers who are flagged as upset or abusive, the newest first.",
        footer = {"", "Example:", "  amends flags --all"})
final class FlagsCommand implements Callable<Integer> {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Amends amends;

    @Option(names = "--all", description = "Those that have faded or were replaced, too.")
    private boolean all;

    FlagsCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(program -> {
            show(program.supervision().flags(all));
            return ExitCode.OK;
        });
    }

    private void show(List<FlagRow> rows) {
        if (rows.isEmpty()) {
            amends.say(all ? "Nobody was flagged yet." : "Nobody is flagged.");
            return;
        }
        Table table = new Table("CALLER", "FLAG", "REASON", "BY", "SINCE", "FADES");
        rows.forEach(row ->
                table.row(
                        row.caller(),
                        row.kind(),
                        row.reason(),
                        row.by(),
                        AT.format(row.since()),
                        AT.format(row.until())));
        table.lines().forEach(amends::say);
        if (rows.size() == Supervision.LONGEST_LIST) {
            amends.say("Only the first " + Supervision.LONGEST_LIST + " are shown.");
        }
    }
}
