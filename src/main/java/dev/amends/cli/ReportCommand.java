package dev.amends.cli;

import dev.amends.supervision.Report;
import dev.amends.supervision.ReportDesk;
import dev.amends.supervision.ReportDesk.About;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code amends report} and what it can be about. */
@Command(
        name = "report",
        description = "What can be learned from what is on record.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  amends report treatments",
            "  amends report causes --line support --days 90 --format csv"
        })
final class ReportCommand extends CommandGroup {

    /** Of what, and how it is shown. */
    static final class Options {

        @Option(names = "--line", description = "Of this line alone.")
        private @Nullable String line;

        @Option(
                names = "--days",
                description =
                        "Of so many days ("
                                + ReportDesk.USUAL_DAYS
                                + ") before now or before the end of --to,")
        private @Nullable Integer days;

        @Option(names = "--from", paramLabel = "DAY", description = "or from this day on")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "DAY", description = "to the end of this one.")
        private @Nullable String to;

        @Option(
                names = "--format",
                defaultValue = "TABLE",
                description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
        private ReportFormat format = ReportFormat.TABLE;

        private ReportDesk.Wanted of(About about) {
            return new ReportDesk.Wanted(
                    about,
                    Optional.ofNullable(line),
                    Optional.ofNullable(days),
                    Optional.ofNullable(from),
                    Optional.ofNullable(to));
        }
    }

    /** {@code amends report causes}. */
    @Command(
            name = "causes",
            description =
                    "What callers meet, by what they call about: waits, repeats, broken promises.",
            footer = {"", "Example:", "  amends report causes --line support"})
    static final class Causes extends One {
        Causes(Amends amends) {
            super(amends, About.CAUSES);
        }
    }

    /** {@code amends report treatments}. */
    @Command(
            name = "treatments",
            description = "What followed each treatment: rang again, marks, solved, promises kept.",
            footer = {"", "Example:", "  amends report treatments --days 90"})
    static final class Treatments extends One {
        Treatments(Amends amends) {
            super(amends, About.TREATMENTS);
        }
    }

    /** {@code amends report promises}. */
    @Command(
            name = "promises",
            description = "How promises were kept, by line and kind.",
            footer = {"", "Example:", "  amends report promises --from 2026-11-01 --to 2026-11-30"})
    static final class Promises extends One {
        Promises(Amends amends) {
            super(amends, About.PROMISES);
        }
    }

    /** {@code amends report reps}. */
    @Command(
            name = "reps",
            description = "What each rep carried; no ranking.",
            footer = {"", "Example:", "  amends report reps --days 7"})
    static final class Reps extends One {
        Reps(Amends amends) {
            super(amends, About.REPS);
        }
    }

    /** {@code amends report waits}. */
    @Command(
            name = "waits",
            description = "How long callers waited, by the hour of the day.",
            footer = {"", "Example:", "  amends report waits --line support"})
    static final class Waits extends One {
        Waits(Amends amends) {
            super(amends, About.WAITS);
        }
    }

    /** One of them. */
    abstract static class One implements Callable<Integer> {

        private final Amends amends;
        private final About about;

        @Mixin private final Options options = new Options();

        One(Amends amends, About about) {
            this.amends = amends;
            this.about = about;
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    switch (program.reports().report(options.of(about))) {
                        case ReportDesk.Answer.Told(Report report) -> {
                            options.format.lines(report).forEach(amends::say);
                            options.format.beside(report).forEach(amends::complain);
                            yield ExitCode.OK;
                        }
                        case ReportDesk.Answer.Refused(String why) -> {
                            amends.complain("No report: " + why + ".");
                            yield ExitCode.REFUSED;
                        }
                    });
        }
    }
}
