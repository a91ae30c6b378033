package dev.amends.cli;

import dev.amends.supervision.BarRow;
import dev.amends.supervision.Supervision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code amends bars}. */
@Command(
        name = "bars",
        description = "List the callers from whom no calls are taken, the newest first.",
        footer = {
            "",
            "CALLED: how often he called all the same, and LAST when last.",
            "",
            "Example:",
            "  amends bars --all"
        })
final class BarsCommand implements Callable<Integer> {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Amends amends;

    @Option(names = "--all", description = "Those that are over or were lifted, too.")
    private boolean all;

    BarsCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(program -> {
            show(program.bars().list(all));
            return ExitCode.OK;
        });
    }

    private void show(List<BarRow> rows) {
        if (rows.isEmpty()) {
            amends.say(all ? "Nobody was barred yet." : "Nobody is barred.");
            return;
        }
        Table table = new Table("CALLER", "REASON", "SINCE", "UNTIL", "STATE", "CALLED", "LAST");
        rows.forEach(row ->
                table.row(
                        row.caller(),
                        row.reason(),
                        AT.format(row.since()),
                        AT.format(row.until()),
                        row.state(),
                        String.valueOf(row.tries()),
                        row.lastTry().map(AT::format).orElse("-")));
        table.lines().forEach(amends::say);
        if (rows.size() == Supervision.LONGEST_LIST) {
            amends.say("Only the first " + Supervision.LONGEST_LIST + " are shown.");
        }
    }
}
