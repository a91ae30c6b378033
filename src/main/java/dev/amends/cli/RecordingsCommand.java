package dev.amends.cli;

import dev.amends.supervision.RecordingDesk;
import dev.amends.supervision.RecordingOrder;
import dev.amends.supervision.RecordingRow;
import dev.amends.supervision.Supervision;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code amends recordings} and what it can do. */
@Command(
        name = "recordings",
        description = "Who agreed to be recorded, and what was recorded.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  amends recordings list",
            "  amends recordings erase 4f3a2b1c",
            "  amends recordings erase --before 2026-11-01 --yes"
        })
final class RecordingsCommand extends CommandGroup {

    /** {@code amends recordings list}. */
    @Command(
            name = "list",
            description = "List what is kept, the newest first.",
            footer = {
                "",
                "ASKED is the proof: the prompt, its language, the checksum of its text.",
                "",
                "Example:",
                "  amends recordings list --all"
            })
    static final class ListAll implements Callable<Integer> {

        private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

        private final Amends amends;

        @Option(names = "--all", description = "Who did not agree, too, and what is erased.")
        private boolean all;

        @Option(names = "--files", description = "Name the files.")
        private boolean files;

        @Option(
                names = "--texts",
                description = "What stories say, where a command has heard them.")
        private boolean texts;

        ListAll(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program -> {
                show(program.recordings().list(all));
                return ExitCode.OK;
            });
        }

        private void show(List<RecordingRow> rows) {
            if (rows.isEmpty()) {
                amends.say(all ? "Nobody was asked yet." : "No recordings.");
                return;
            }
            Table table =
                    new Table("ID", "AT", "LINE", "CALLER", "AGREED", "ASKED", "LENGTH", "ERASED");
            rows.forEach(row ->
                    table.row(
                            row.id(),
                            AT.format(row.at()),
                            row.line(),
                            row.caller(),
                            row.answer(),
                            row.asked(),
                            length(row.length()),
                            row.erased()));
            table.lines().forEach(amends::say);
            if (files) {
                rows.stream().flatMap(row -> row.files().stream()).forEach(amends::say);
            }
            if (texts) {
                rows.stream()
                        .filter(row -> !row.text().isEmpty())
                        .forEach(row -> amends.say(row.id() + "  " + row.text()));
            }
            if (rows.size() == Supervision.LONGEST_LIST) {
                amends.say("Only the first " + Supervision.LONGEST_LIST + " are shown.");
            }
        }

        private static String length(Duration length) {
            return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
        }
    }

    /** {@code amends recordings erase}. */
    @Command(
            name = "erase",
            description = "Erase what was recorded, for good. The answer itself stays, as proof.",
            footer = {
                "",
                "Examples:",
                "  amends recordings erase 4f3a2b1c",
                "  amends recordings erase --before 2026-11-01 --yes"
            })
    static final class Erase implements Callable<Integer> {

        private final Amends amends;

        @ArgGroup(multiplicity = "1")
        private @Nullable Which which;

        @Option(
                names = "--yes",
                description = "Do it; with --before, without this only what would go is told.")
        private boolean sure;

        Erase(Amends amends) {
            this.amends = amends;
        }

        /** One of them, or all old ones. */
        private static final class Which {
            @Parameters(
                    paramLabel = "ID",
                    description = "The first digits of its id, as the list shows them.")
            private @Nullable String id;

            @Option(
                    names = "--before",
                    paramLabel = "DAY",
                    description = "All that was agreed to before this day, such as 2026-11-01.")
            private @Nullable String day;

            RecordingOrder of(RecordingDesk desk, boolean sure) {
                return id != null ? desk.erase(id) : desk.eraseBefore(day == null ? "" : day, sure);
            }
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    switch (which == null
                            ? new RecordingOrder.Refused("say which")
                            : which.of(program.recordings(), sure)) {
                        case RecordingOrder.Erased(int files) -> {
                            amends.say(
                                    files == 1
                                            ? "1 file is erased."
                                            : files + " files are erased.");
                            yield ExitCode.OK;
                        }
                        case RecordingOrder.WouldGo(int recordings) -> {
                            amends.complain(
                                    "Nothing was erased. With --yes this goes for good, recordings: "
                                            + recordings
                                            + ".");
                            yield ExitCode.REFUSED;
                        }
                        case RecordingOrder.Refused(String why) -> {
                            amends.complain("Nothing erased: " + why + ".");
                            yield ExitCode.REFUSED;
                        }
                    });
        }
    }
}
