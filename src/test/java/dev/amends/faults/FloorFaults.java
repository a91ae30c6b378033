package dev.amends.faults;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Ended;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * F14 and F15: a storm after an outage; and nobody there who could speak with those who are called.
 */
final class FloorFaults {

    private static final Set<Invariant> HOLDS =
            Set.of(Invariant.I1, Invariant.I2, Invariant.I3, Invariant.I4, Invariant.I5);

    /** On a closed line callers are told so, and that is the end of their calls. */
    private static final Set<Invariant> CLOSED =
            Set.of(Invariant.I1, Invariant.I2, Invariant.I3, Invariant.I5);

    private static final int OVERDUE = 1000;
    private static final int REPS = 5;

    /** Fewer a minute than five reps could take, so that it holds them back. */
    private static final int RAMP = 30;

    /** Less what a slow machine may shift. */
    private static final Duration MINUTE = Duration.ofSeconds(58);

    private static final Duration STORM = Duration.ofSeconds(60);
    private static final Duration WATCHED = Duration.ofSeconds(10);
    private static final Duration TAKES = Duration.ofSeconds(60);

    private FloorFaults() {}

    static List<FaultCase> cases() {
        return List.of(
                new FaultCase(
                        "F14",
                        "1,000 overdue, five reps",
                        Duration.ofSeconds(90),
                        HOLDS,
                        FloorFaults::storm),
                nobody("all reps on pause", Bench::pauseReps, Bench::unpauseReps),
                nobody("all phones out of order", Bench::unplugReps, Bench::plugInReps),
                new FaultCase(
                        "F15",
                        "the line is closed",
                        Duration.ofSeconds(110),
                        CLOSED,
                        FloorFaults::closed),
                new FaultCase(
                        "F15", "the reserved rep vanishes", TAKES, HOLDS, FloorFaults::vanishing));
    }

    /**
     * Never more calls than reps, however many are due; oldest first, and no more a minute than may
     * be; nobody is lost.
     */
    private static void storm(Bench bench) throws Exception {
        bench.change(settings -> settings.number("callbacks.ramp_per_minute", RAMP), Map.of());
        bench.fifthRep();
        Files.createDirectories(bench.database().getParent());
        bench.people().oweQuick(bench.database(), OVERDUE);
        bench.startAmends();
        bench.callers().start();
        bench.broken();
        Instant until = Instant.now().plus(STORM);
        int most = 0;
        while (Instant.now().isBefore(until)) {
            most = Math.max(most, bench.upAtTheCarrier());
            Bench.pass(Duration.ofMillis(50));
        }
        bench.expect(Invariant.RIGHT, most <= REPS, most + " calls at once with five reps");
        bench.expect(Invariant.RIGHT, most >= 3, "only " + most + " calls at once with five reps");
        oldestFirst(bench);
        ramped(bench);
        bench.mayStayOpen();
        bench.settled();
    }

    /** As many as there are reps are called at once, so those may be in any order. */
    private static void oldestFirst(Bench bench) {
        List<Integer> called =
                bench.centre().carrier().inviteLog().all().stream()
                        .flatMapToInt(invite -> People.owedAs(invite.calledUser()).stream())
                        .filter(n -> n < OVERDUE)
                        .distinct()
                        .boxed()
                        .toList();
        bench.expect(
                Invariant.RIGHT,
                called.size() > 4 * REPS,
                "only " + called.size() + " were called");
        for (int place = 0; place < called.size(); place++) {
            int n = called.get(place);
            bench.expect(
                    Invariant.RIGHT,
                    n < place + REPS,
                    "the " + n + "th oldest was called as number " + place);
        }
    }

    private static void ramped(Bench bench) {
        List<Instant> calls =
                bench.centre().carrier().inviteLog().all().stream().map(Invite::at).toList();
        bench.expect(Invariant.RIGHT, calls.size() >= RAMP, "only " + calls.size() + " calls");
        for (int n = RAMP; n < calls.size(); n++) {
            Duration took = Duration.between(calls.get(n - RAMP), calls.get(n));
            bench.expect(
                    Invariant.RIGHT,
                    took.compareTo(MINUTE) > 0,
                    (RAMP + 1) + " were called within " + took);
        }
    }

    private static FaultCase nobody(
            String name,
            java.util.function.Consumer<Bench> leave,
            java.util.function.Consumer<Bench> back) {
        return new FaultCase(
                "F15",
                name,
                TAKES,
                HOLDS,
                bench -> {
                    leave.accept(bench);
                    bench.begin();
                    bench.broken();
                    Bench.pass(WATCHED);
                    nobodyWasCalled(bench);
                    back.accept(bench);
                    bench.mended();
                    bench.settled();
                });
    }

    private static void nobodyWasCalled(Bench bench) {
        int calls = bench.centre().carrier().inviteLog().all().size();
        bench.expect(Invariant.RIGHT, calls == 0, calls + " were called with nobody there");
    }

    /** It opens at a full minute. */
    private static void closed(Bench bench) throws Exception {
        Instant opens =
                Instant.now().plusSeconds(85).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        LocalTime from = opens.atZone(ZoneOffset.UTC).toLocalTime();
        bench.change(
                settings ->
                        settings.text("lines.support.hours", "mon-sun %s-24:00".formatted(from))
                                .text("lines.support.time_zone", "UTC"),
                java.util.Map.of());
        bench.begin();
        bench.callers().nobodyAsks();
        bench.broken();
        Bench.pass(Duration.between(Instant.now(), opens.minusSeconds(1)));
        nobodyWasCalled(bench);
        bench.mended();
        bench.settled();
    }

    /** Every rep's phone answers and is gone at once, the first two times that it rings. */
    private static void vanishing(Bench bench) throws Exception {
        bench.repsVanish(2);
        bench.begin();
        bench.broken();
        bench.settled();
        for (IncomingCall call : bench.centre().carrier().incomingCalls()) {
            bench.expect(
                    Invariant.RIGHT,
                    bench.repUpAt(call.invite().at()),
                    call.invite().calledUser() + " was called with no rep there");
        }
    }

    /** A rep who is gone as soon as he has answered. */
    static Behaviour gone(int voice) {
        return Behaviour.answerAfter(Duration.ofMillis(300))
                .as(Leg.tone(voice))
                .then(Script.hangUpAfter(Duration.ofMillis(150)));
    }

    /** Whether this call was up at that moment, or shortly before. */
    static boolean upAt(IncomingCall call, Instant moment) {
        return call.invite().at().isBefore(moment)
                && call.ended()
                        .map(Ended::at)
                        .filter(it -> it.isBefore(moment.minusMillis(300)))
                        .isEmpty();
    }
}
