package dev.amends.cli;

import dev.amends.rehearsal.Assumptions;

import picocli.CommandLine.Option;

/** What a rehearsal assumes of a line, as options. */
final class LineOptions {

    @Option(names = "--reps", defaultValue = "12", description = "Reps (${DEFAULT-VALUE}),")
    private int reps;

    @Option(
            names = "--seniors",
            defaultValue = "2",
            description = "of whom so many are seniors (${DEFAULT-VALUE}).")
    private int seniors;

    @Option(
            names = "--calls-per-hour",
            paramLabel = "CALLS",
            defaultValue = "140",
            description = "Calls an hour, on average (${DEFAULT-VALUE}),")
    private int calls;

    @Option(
            names = "--peak",
            paramLabel = "PERCENT",
            defaultValue = "130",
            description = "and in the busy third of the day in percent of that (${DEFAULT-VALUE}).")
    private int peak;

    @Option(
            names = "--hours",
            defaultValue = "9",
            description = "How long the line is open (${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--handling",
            paramLabel = "SECONDS",
            defaultValue = "240",
            description = "How long a conversation is, on average (${DEFAULT-VALUE}),")
    private int handling;

    @Option(
            names = "--wrap-up",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "and what a rep needs after it (${DEFAULT-VALUE}).")
    private int wrapUp;

    @Option(
            names = "--pause",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "A rep's pause after two hours each (${DEFAULT-VALUE}).")
    private int pause;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "How long callers wait before they hang up (${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--upset",
            paramLabel = "PERCENT",
            defaultValue = "10",
            description = "Callers who are flagged as upset (${DEFAULT-VALUE}).")
    private int upset;

    @Option(
            names = "--accept",
            paramLabel = "PERCENT",
            defaultValue = "45",
            description = "Of those offered a call back, who take it (${DEFAULT-VALUE});")
    private int accept;

    @Option(
            names = "--answer",
            paramLabel = "PERCENT",
            defaultValue = "80",
            description = "and who answer it, each time (${DEFAULT-VALUE}).")
    private int answer;

    /** All of them; throws {@link IllegalArgumentException} when one makes no sense. */
    Assumptions assumptions() {
        return new Assumptions(
                new Assumptions.Crowd(calls, peak, hours, upset),
                new Assumptions.Habits(handling, patience, accept, answer),
                new Assumptions.Staffing(reps, seniors, wrapUp, pause));
    }
}
