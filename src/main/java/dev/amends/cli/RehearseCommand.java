package dev.amends.cli;

import dev.amends.rehearsal.Assumptions;
import dev.amends.rehearsal.Outcome;
import dev.amends.rehearsal.Rehearsal;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code amends rehearse}: what these settings would do to waits and promises. */
@Command(
        name = "rehearse",
        description = {
            "Play days of a virtual call centre by the settings file and say what would come of it.",
            "Nobody is called, and neither Asterisk nor the store is needed."
        },
        sortOptions = false,
        footer = {
            "",
            "The same seed gives the same callers, so that two settings files can be compared.",
            "What is not in the settings is assumed: say what your line is like.",
            "Not rehearsed: hours, holidays and calling_hours; [budget] and [limits]; that late promises",
            "are moved up or their callers told ([slipping]); tasks; calls that one rep promised.",
            "",
            "Exit codes: 0 done; 3 wrong usage, or settings that can't be used.",
            "",
            "Example:",
            "  amends rehearse --reps 24 --calls-per-hour 350 --days 20"
        })
final class RehearseCommand implements Callable<Integer> {

    /** Longer runs say how far they are, every so many days. */
    private static final int PROGRESS_EVERY = 10;

    private static final int MOST_DAYS = 1000;

    private final Amends amends;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Which days (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--days",
            defaultValue = "5",
            description = "How many days (default ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--line",
            defaultValue = "",
            description = "A line of the settings; otherwise the first one.")
    private String line = "";

    @Option(
            names = "--way",
            defaultValue = "",
            description =
                    "How promised calls are launched: rep-first, caller-first or auto; otherwise as"
                            + " the line's settings say.")
    private String way = "";

    @ArgGroup(validate = false, heading = "%nWhat the line is like:%n")
    private final LineOptions assumed = new LineOptions();

    RehearseCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.with(this::rehearse);
    }

    private int rehearse(Program program) {
        if (days < 1 || days > MOST_DAYS) {
            amends.complain("amends: --days must be from 1 to " + MOST_DAYS);
            return ExitCode.WRONG;
        }
        Rehearsal rehearsal;
        Assumptions assumptions;
        try {
            assumptions = assumed.assumptions();
            rehearsal = program.rehearsal(line, way, assumptions);
        } catch (IllegalArgumentException e) {
            amends.complain("amends: " + e.getMessage());
            return ExitCode.WRONG;
        }
        amends.say(
                "%s, %s; %d days, seed %d"
                        .formatted(amends.config(), assumptions.words(), days, seed));
        amends.say("");
        tell(rehearsal.play(new Rehearsal.Days(seed, days), this::progress));
        return ExitCode.OK;
    }

    private void progress(int day) {
        if (day % PROGRESS_EVERY == 0 && day < days) {
            amends.complain("day %d of %d".formatted(day, days));
        }
    }

    private void tell(Outcome outcome) {
        Table table = new Table();
        Outcome.Lengths waits = outcome.waits();
        table.row("callers", whole(outcome.callers()), "");
        table.row(
                "waited on the line",
                seconds(waits.mean()),
                "8 of 10 at most %s, 9 of 10 %s"
                        .formatted(seconds(waits.quantile(0.8)), seconds(waits.quantile(0.9))));
        table.row("hung up waiting", percent(outcome.abandonment()), "of all callers");
        table.row("told wait was true", percent(outcome.toldTrue()), "of " + outcome.told());
        table.row(
                "upset callers with a senior",
                percent(outcome.withSenior()),
                "of " + outcome.upset());
        table.row(
                "  waited",
                seconds(outcome.upsetWaits().mean()),
                "all others " + seconds(outcome.othersWaits().mean()));
        table.row("promised a call", whole(outcome.promises()), "");
        table.row("  kept in time", whole(outcome.metInTime()), "");
        table.row("  kept late", whole(outcome.met() - outcome.metInTime()), "");
        table.row("  broken", whole(outcome.broken()), "all tries used up");
        table.row(
                "passed although earlier",
                Long.toString(outcome.passedPromised() + outcome.passedOnTheLine()),
                "times, promised %d, on the line %d; longest %s"
                        .formatted(
                                outcome.passedPromised(),
                                outcome.passedOnTheLine(),
                                seconds(outcome.longestPassed())));
        table.row("phones rang", whole(outcome.rings()), "times");
        table.row(
                "reps waited for them",
                seconds(outcome.repSecondsPerRing()),
                "for each time a phone rang");
        table.row(
                "called persons held",
                seconds(outcome.holds().mean()),
                "9 of 10 at most " + seconds(outcome.holds().quantile(0.9)));
        table.lines().forEach(amends::say);
    }

    private static String whole(int count) {
        return Integer.toString(count);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
