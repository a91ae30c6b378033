package dev.amends.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** F1 at any moment, and F2: Amends is killed, or frozen for a while, with phones ringing. */
final class AmendsFaults {

    private static final Set<Invariant> HOLDS =
            Set.of(
                    Invariant.I1,
                    Invariant.I2,
                    Invariant.I3,
                    Invariant.I4,
                    Invariant.I5,
                    Invariant.I8);

    private AmendsFaults() {}

    /** Killed at random moments; frozen so long that nobody, or everybody, notices. */
    static List<FaultCase> cases(boolean slow) {
        List<FaultCase> all = new ArrayList<>();
        all.add(
                new FaultCase(
                        "F1",
                        "killed at any moment",
                        Duration.ofSeconds(70),
                        HOLDS,
                        AmendsFaults::kills));
        for (int seconds : slow ? List.of(2, 6, 30, 120) : List.of(2, 6, 30)) {
            all.add(frozen(Duration.ofSeconds(seconds)));
        }
        return List.copyOf(all);
    }

    static FaultCase frozen(Duration time) {
        int times = time.toSeconds() < 10 ? 3 : 1;
        return new FaultCase(
                "F2",
                "frozen " + time.toSeconds() + " s",
                Duration.ofSeconds(45).plus(time.multipliedBy(times)),
                HOLDS,
                bench -> freezes(bench, time, times));
    }

    private static void kills(Bench bench) throws Exception {
        bench.beginAndRing(1);
        for (int n = 0; n < 5; n++) {
            Bench.pass(Duration.ofMillis(bench.random().nextInt(3000)));
            bench.amends().kill();
            bench.broken();
            bench.startAmends();
            bench.mended();
        }
        bench.settled();
    }

    private static void freezes(Bench bench, Duration time, int times) throws Exception {
        bench.beginAndRing(2);
        for (int n = 0; n < times; n++) {
            bench.amends().freeze();
            bench.broken();
            Bench.pass(time);
            bench.amends().thaw();
            bench.mended();
            Bench.pass(Duration.ofMillis(2000 + bench.random().nextInt(1500)));
        }
        bench.settled();
    }
}
