package dev.amends.faults;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** F3 and F4: Asterisk is killed at each stage of a promised call, frozen, restarted, reloaded. */
final class AsteriskFaults {

    private static final Set<Invariant> HOLDS =
            Set.of(Invariant.I1, Invariant.I2, Invariant.I3, Invariant.I5, Invariant.I8);

    private static final Set<Invariant> ALL =
            Set.of(
                    Invariant.I1,
                    Invariant.I2,
                    Invariant.I3,
                    Invariant.I4,
                    Invariant.I5,
                    Invariant.I8);

    private static final int KILLS = 3;
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration TAKES = Duration.ofSeconds(75);

    private AsteriskFaults() {}

    static List<FaultCase> cases() {
        return List.of(
                killed("ringing", bench -> anyCall(bench, call -> !call.isUp() && rings(call))),
                killed("claimed", bench -> bench.amends().said().contains("claimed")),
                killed("answered", bench -> anyCall(bench, IncomingCall::isUp)),
                killed("bridged", bench -> anyCall(bench, call -> call.isUp() && talks(call))),
                killed("idle", AsteriskFaults::idle),
                new FaultCase("F4", "frozen 5 s", TAKES, HOLDS, bench -> frozen(bench, 5)),
                new FaultCase("F4", "frozen 20 s", TAKES, HOLDS, bench -> frozen(bench, 20)),
                new FaultCase("F4", "restarted", TAKES, HOLDS, AsteriskFaults::restarted),
                new FaultCase("F4", "reloaded", TAKES, ALL, AsteriskFaults::reloaded));
    }

    static FaultCase killed(String when, Predicate<Bench> so) {
        return new FaultCase("F3", "killed while " + when, TAKES, HOLDS, bench -> kills(bench, so));
    }

    private static void kills(Bench bench, Predicate<Bench> so) throws Exception {
        bench.begin();
        for (int n = 0; n < KILLS; n++) {
            bench.await(() -> so.test(bench), SOON);
            bench.killAsterisk();
            bench.broken();
            bench.mended();
        }
        bench.settled();
    }

    /** A call that still goes on, of this kind. */
    private static boolean anyCall(Bench bench, Predicate<IncomingCall> so) {
        return bench.centre().carrier().incomingCalls().stream()
                .filter(call -> call.ended().isEmpty())
                .filter(call -> !bench.outages().between(call.invite().at(), Instant.now()))
                .anyMatch(so);
    }

    private static boolean rings(IncomingCall call) {
        return call.invite().at().isBefore(Instant.now().minusMillis(300));
    }

    private static boolean talks(Call call) {
        return Sounds.withRep(call).compareTo(Duration.ofMillis(500)) > 0;
    }

    /** With everybody on pause the placeholders stand in the queue, and nothing else happens. */
    private static boolean idle(Bench bench) {
        bench.pauseReps();
        Bench.pass(Duration.ofSeconds(4));
        return true;
    }

    private static void frozen(Bench bench, int seconds) throws Exception {
        bench.beginAndRing(2);
        for (int n = 0; n < 2; n++) {
            Instant from = Instant.now();
            bench.pbx().freeze();
            bench.broken();
            Bench.pass(Duration.ofSeconds(seconds));
            bench.pbx().thaw();
            bench.hiccup(from, Instant.now());
            bench.mended();
            Bench.pass(Duration.ofSeconds(5));
        }
        bench.settled();
    }

    private static void restarted(Bench bench) throws Exception {
        bench.beginAndRing(2);
        for (int n = 0; n < 2; n++) {
            bench.asteriskAway(bench.pbx()::restart);
            bench.broken();
            bench.mended();
            Bench.pass(Duration.ofSeconds(4));
        }
        bench.settled();
    }

    private static void reloaded(Bench bench) throws Exception {
        bench.beginAndRing(2);
        for (String what :
                List.of("core reload", "dialplan reload", "queue reload all", "core reload")) {
            bench.pbx().cli(what);
            bench.broken();
            bench.mended();
            Bench.pass(Duration.ofSeconds(1));
        }
        bench.settled();
    }
}
