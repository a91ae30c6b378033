package dev.amends.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at everything Amends relies on, and says what to do about what is not as it should be. */
public final class Doctor {

    private final List<Check> checks;
    private final List<BlindSpot> blindSpots;

    /**
     * @param checks run in this order
     * @param blindSpots what none of them sees
     */
    public Doctor(List<Check> checks, List<BlindSpot> blindSpots) {
        this.checks = List.copyOf(checks);
        this.blindSpots = List.copyOf(blindSpots);
    }

    /** What could not be checked, and how a person finds out. */
    public List<BlindSpot> blindSpots() {
        return blindSpots;
    }

    /**
     * Runs every check. One that breaks is itself a problem, and does not keep others from running.
     */
    public Diagnosis examine() {
        List<Finding> findings = new ArrayList<>();
        checks.forEach(check -> findings.addAll(findings(check)));
        return new Diagnosis(findings);
    }

    /** An order is a door: whatever goes wrong behind it is told, not thrown. */
    private static List<Finding> findings(Check check) {
        try {
            return check.run();
        } catch (RuntimeException e) {
            return List.of(
                    new Finding(
                            "a check that could not be made",
                            Finding.Verdict.PROBLEM,
                            e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(),
                            "an answer",
                            "see the log, and report this as a bug of Amends"));
        }
    }

    /** Everything that was found, in the order of the checks. */
    public record Diagnosis(List<Finding> findings) {
        public Diagnosis {
            findings = List.copyOf(findings);
        }

        /** The worst verdict; fine when nothing was looked at. */
        public Finding.Verdict worst() {
            return findings.stream()
                    .map(Finding::verdict)
                    .max(Comparator.naturalOrder())
                    .orElse(Finding.Verdict.OK);
        }
    }
}
