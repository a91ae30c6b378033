package dev.amends.cli;

import dev.amends.supervision.BlindSpot;
import dev.amends.supervision.Doctor;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code amends doctor}. */
@Command(
        name = "doctor",
        description = "Look at everything Amends relies on, and say how to mend what is wrong.",
        exitCodeOnExecutionException = ExitCode.WRONG,
        footer = {
            "",
            "At the end it makes one call through Asterisk, which rings nobody and uses no trunk.",
            "Exit codes: 0 all is well; 1 warnings only; 2 problems; 3 nothing could be looked at:"
                    + " wrong",
            "usage, or settings that can't be used (see: amends config check).",
            "",
            "Example:",
            "  amends doctor"
        })
final class DoctorCommand implements Callable<Integer> {

    private final Amends amends;

    DoctorCommand(Amends amends) {
        this.amends = amends;
    }

    @Override
    public Integer call() {
        return amends.withSecrets(program -> {
            Doctor doctor = program.doctor();
            Doctor.Diagnosis diagnosis = doctor.examine();
            Table table = new Table();
            diagnosis.findings().forEach(finding -> tell(finding, table));
            table.lines().forEach(amends::say);
            tellBlindSpots(doctor.blindSpots());
            amends.say(summary(diagnosis.findings()));
            return exitCode(diagnosis.worst());
        });
    }

    private void tellBlindSpots(List<BlindSpot> blindSpots) {
        if (blindSpots.isEmpty()) {
            return;
        }
        amends.say("");
        amends.say("Could not be checked from here:");
        for (BlindSpot spot : blindSpots) {
            amends.say("  " + spot.what());
            amends.say("    try it: " + spot.tryIt());
        }
        amends.say("");
    }

    private static void tell(Finding finding, Table table) {
        table.row(word(finding.verdict()), finding.what(), finding.found());
        if (!finding.expected().isEmpty()) {
            table.row("", "  expected", finding.expected());
        }
        if (!finding.fix().isEmpty()) {
            table.row("", "  to do", finding.fix());
        }
    }

    private static int exitCode(Verdict worst) {
        return switch (worst) {
            case OK -> ExitCode.OK;
            case WARNING -> ExitCode.WARNINGS;
            case PROBLEM -> ExitCode.PROBLEMS;
        };
    }

    private static String word(Verdict verdict) {
        return verdict == Verdict.OK ? "ok" : verdict.name();
    }

    private static String summary(List<Finding> findings) {
        long problems = count(findings, Verdict.PROBLEM);
        long warnings = count(findings, Verdict.WARNING);
        if (problems + warnings == 0) {
            return "All is well.";
        }
        return "%d problem%s, %d warning%s."
                .formatted(problems, problems == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
