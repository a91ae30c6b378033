package dev.amends.faults;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** F12: the clock of Amends' machine is put forward and back while phones ring. */
final class ClockFaults {

    private static final Set<Invariant> HOLDS =
            Set.of(Invariant.I1, Invariant.I2, Invariant.I3, Invariant.I5);
    private static final Duration TAKES = Duration.ofSeconds(70);

    private ClockFaults() {}

    static List<FaultCase> cases() {
        return List.of(
                steps("clock put forward two hours", Duration.ofHours(2)),
                steps("clock put back 20 s", Duration.ofSeconds(-20)),
                steps("clock to and fro by 7 s", s(7), s(0), s(7), s(0)));
    }

    private static Duration s(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static FaultCase steps(String name, Duration... each) {
        return new FaultCase("F12", name, TAKES, HOLDS, bench -> steps(bench, List.of(each)));
    }

    private static void steps(Bench bench, List<Duration> each) throws Exception {
        BrokenMachine machine = bench.brokenMachine();
        bench.change(settings -> settings, machine.environment());
        bench.beginAndRing(2);
        for (Duration ahead : each) {
            machine.clockAhead(ahead);
            bench.broken();
            Bench.pass(Duration.ofSeconds(3));
        }
        bench.mended();
        bench.settled();
    }
}
