package dev.amends.faults;

import dev.amends.callcentre.Ports;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code scripts/faults}: everything that may break is broken, and judged. */
final class Faults {

    private Faults() {}

    /** Every case, in the order of the faults. */
    static List<FaultCase> all(boolean slow) {
        return Stream.of(
                        KillPoints.cases(),
                        AmendsFaults.cases(slow),
                        AsteriskFaults.cases(),
                        DiskFaults.cases(),
                        LinkFaults.cases(),
                        ClockFaults.cases(),
                        TrunkFaults.cases(),
                        FloorFaults.cases(),
                        CareFaults.cases())
                .flatMap(List::stream)
                .toList();
    }

    /** Exit codes: 0 nothing violated, 1 something, 2 wrong arguments. */
    public static void main(String[] words) throws Exception {
        Plan plan;
        List<FaultCase> cases;
        try {
            plan = Plan.of(words);
            cases = plan.cases(all(plan.slow()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(plan, cases));
    }

    private static Optional<Run.Result> play(Run run, FaultCase one) throws IOException {
        try {
            Run.Result result = run.play(one);
            System.out.println(Report.line(result));
            result.violations().forEach(it -> System.out.println("    " + it));
            return Optional.of(result);
        } catch (CannotPlay e) {
            System.out.printf("%-4s %s: not played, %s%n", one.fault(), one.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private static int run(Plan plan, List<FaultCase> cases) throws Exception {
        Duration takes = cases.stream().map(FaultCase::takes).reduce(Duration.ZERO, Duration::plus);
        System.out.printf(
                "%d cases, about %d minutes; seed %d%n",
                cases.size(), takes.toMinutes() + 1, plan.seed());
        List<Run.Result> results = new ArrayList<>();
        try (Run run = new Run(new Ports(plan.shift()), plan.folder(), plan.seed())) {
            for (FaultCase one : cases) {
                play(run, one).ifPresent(results::add);
            }
        }
        Report report = new Report(results);
        System.out.println();
        report.lines().forEach(System.out::println);
        if (plan.json() != null) {
            report.write(plan.json());
        }
        return report.violations() == 0 ? 0 : 1;
    }
}
