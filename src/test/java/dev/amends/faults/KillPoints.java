package dev.amends.faults;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.SettingsText;
import dev.amends.dialing.OutboundLine;
import dev.amends.promise.Ledger;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * F1: Amends is killed before and after everything that it commits, and everything that it asks of
 * the telephone system. The points are read off the ports themselves, so a new one is among them.
 */
final class KillPoints {

    /** How often it dies at its point in one case. */
    private static final int DEATHS = 5;

    private static final int KILLED = 137;
    private static final String VARIABLE = "AMENDS_FAILPOINT";
    private static final Duration UNTIL_REPS_COME = Duration.ofSeconds(5);

    /** On a busy machine it takes long until it is up again and somebody comes to its point. */
    private static final Duration UNTIL_DEAD = Duration.ofSeconds(60);

    /**
     * What calls are known to take: so long that whoever is behind will be late, and so short that
     * phones ring early.
     */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final Duration SHORT = Duration.ofSeconds(8);

    private static final Duration TAKES = Duration.ofSeconds(80);

    private static final Set<Invariant> HOLDS =
            Set.of(
                    Invariant.I1,
                    Invariant.I2,
                    Invariant.I3,
                    Invariant.I4,
                    Invariant.I5,
                    Invariant.I8);

    /** Methods that change nothing: nobody can tell whether the program died before or after. */
    private static final Set<String> READS =
            Set.of(
                    "find",
                    "findByPrefix",
                    "longDue",
                    "openFor",
                    "present",
                    "presentIn",
                    "unspoken",
                    "launchable",
                    "attempt",
                    "liveAttempts",
                    "attemptsOf",
                    "story",
                    "list",
                    "inLine",
                    "spent",
                    "unmeasured",
                    "booked",
                    // Of what is remembered of callers and their calls.
                    "last",
                    "kept",
                    "toErase",
                    "of",
                    "keptFromBefore",
                    "withoutText",
                    "recent",
                    "open",
                    "since",
                    "history",
                    "flags",
                    "blocked",
                    "due",
                    "placed",
                    "asked",
                    "score");

    /** Only an administrator, a supervisor or the daily sweep gets there, or the end of a pause. */
    private static final Set<String> BY_PEOPLE =
            Set.of(
                    "Consents.erased",
                    "Matters.close",
                    "Actions.promise",
                    "Breathers.shorten",
                    "Breathers.end",
                    "CallerBook.block",
                    "CallerBook.unblock",
                    "CallerBook.link",
                    "CallerBook.unlink");

    /** Only the administrator's own command gets there. */
    private static final String ORDER = "Ledger.order";

    /** Only where the called person's phone rings before a rep is there. */
    private static final Set<String> CALLER_FIRST =
            Set.of("OutboundLine.ring", "OutboundLine.unseat");

    /** Only promises whose time is over before it is their turn get there. */
    private static final Set<String> LATE =
            Set.of("OutboundLine.tell", "Ledger.slipped", "Ledger.handOver", "Ledger.messaged");

    /** Of these, only on a line that tells by messages. */
    private static final String MESSAGE = "Ledger.messaged";

    /** Only on a line with {@link Care} is anybody called who was called back. */
    private static final String SURVEY = "OutboundLine.survey";

    private KillPoints() {}

    /** One case for each point. */
    static List<FaultCase> cases() {
        return points().filter(point -> !method(point).equals(SURVEY))
                .map(point -> new FaultCase("F1", point, TAKES, HOLDS, play(point)))
                .toList();
    }

    /** A case for one of the points. */
    static FaultCase at(String point) {
        return new FaultCase("F1", point, TAKES, HOLDS, play(point));
    }

    private static Stream<String> points() {
        return around(Stream.concat(changes(Ledger.class), methods(OutboundLine.class)));
    }

    /** Before and after everything that these ports change. */
    static Stream<String> of(List<Class<?>> ports) {
        return around(ports.stream().flatMap(KillPoints::changes))
                .filter(point -> !BY_PEOPLE.contains(method(point)));
    }

    /** Before and after somebody is called to be asked how it was. */
    static Stream<String> aroundSurveyCalls() {
        return around(Stream.of(SURVEY));
    }

    private static Stream<String> around(Stream<String> methods) {
        return methods.flatMap(method -> Stream.of("before " + method, "after " + method));
    }

    private static Stream<String> changes(Class<?> port) {
        return methods(port).filter(it -> !READS.contains(it.substring(it.indexOf('.') + 1)));
    }

    private static Stream<String> methods(Class<?> port) {
        return Arrays.stream(port.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .distinct()
                .sorted()
                .map(method -> port.getSimpleName() + "." + method);
    }

    private static String method(String point) {
        return point.substring(point.indexOf(' ') + 1);
    }

    private static FaultCase.Play play(String point) {
        String method = method(point);
        return bench -> {
            if (method.equals(ORDER)) {
                dyingCommand(bench, point);
            } else if (LATE.contains(method)) {
                if (method.equals(MESSAGE)) {
                    bench.change(KillPoints::sendsMessages, Map.of());
                }
                bench.oweLate();
                bench.callsTake(LONG);
                dyingWithOneRep(bench, point);
            } else if (CALLER_FIRST.contains(method)) {
                bench.change(settings -> settings.text(Bench.LAUNCH, "caller-first"), Map.of());
                bench.oweQuick();
                bench.callsTake(SHORT);
                dyingWithOneRep(bench, point);
            } else {
                dyingDaemon(bench, point);
            }
        };
    }

    private static SettingsText sendsMessages(SettingsText settings) {
        return settings.texts("slipping.message_command", "true", "{number}", "{text}")
                .text("lines.support.slip_tells", "message");
    }

    private static void dyingDaemon(Bench bench, String point) throws Exception {
        bench.pauseReps();
        bench.oweQuick();
        Thread keeper = keeper(bench, point);
        bench.callers().start();
        bench.await(() -> bench.faults() > 0 || bench.isReady(), UNTIL_DEAD);
        Bench.pass(UNTIL_REPS_COME);
        // The last ones in line ring themselves before it is their turn.
        for (int n = 0; n < 4; n++) {
            bench.callers().ringsAgain(Bench.IN_FLIGHT - 1 - n);
        }
        Bench.pass(UNTIL_REPS_COME);
        bench.unpauseReps();
        settles(bench, keeper);
    }

    private static void dyingWithOneRep(Bench bench, String point) throws Exception {
        bench.oneRepOnly();
        Thread keeper = keeper(bench, point);
        bench.callers().start();
        bench.await(() -> bench.faults() >= DEATHS, UNTIL_DEAD);
        bench.unpauseReps();
        settles(bench, keeper);
    }

    /** With callers coming, until it has died often enough. */
    static void dies(Bench bench, String point) throws Exception {
        Thread keeper = keeper(bench, point);
        bench.callers().start();
        settles(bench, keeper);
    }

    private static Thread keeper(Bench bench, String point) {
        return Thread.ofVirtual().start(() -> keep(bench, Map.of(VARIABLE, point)));
    }

    private static void settles(Bench bench, Thread keeper) throws Exception {
        if (!bench.await(() -> bench.faults() >= DEATHS, UNTIL_DEAD)) {
            bench.expect(Invariant.RIGHT, bench.faults() > 0, "it never came to that point");
            diesOnceMore(bench);
        }
        bench.await(bench::asksAgain, UNTIL_DEAD);
        bench.settled();
        keeper.interrupt();
        keeper.join();
    }

    /**
     * Now, so that it does not die when nobody comes any more; not at its point, so it does not
     * count.
     */
    private static void diesOnceMore(Bench bench) {
        int before = bench.ends().size();
        bench.noMoreDeaths();
        bench.amends().kill();
        bench.await(() -> bench.ends().size() > before, UNTIL_DEAD);
    }

    /** Starts Amends again whenever it has died, in the end without its death. */
    private static void keep(Bench bench, Map<String, String> death) {
        try {
            while (true) {
                boolean dies = bench.faults() < DEATHS && bench.deathsGoOn();
                AmendsProcess amends = bench.launchAmends(dies ? death : Map.of());
                bench.mended();
                int code = amends.awaitExit();
                if (code != KILLED) {
                    bench.wrong(Invariant.RIGHT, "it ended by itself, with " + code);
                    return;
                }
                if (bench.deathsGoOn()) {
                    bench.broken();
                }
            }
        } catch (InterruptedException e) {
            // The case is over.
        }
    }

    private static void dyingCommand(Bench bench, String point) throws Exception {
        bench.begin();
        for (int n = 0; n < DEATHS; n++) {
            String number = People.owed(100 + n);
            bench.people().asks(number);
            int code = bench.cli(Map.of(VARIABLE, point), "promise", number, "--line", "support");
            bench.expect(Invariant.RIGHT, code == KILLED, "the command ended with " + code);
            bench.broken();
            bench.expect(
                    Invariant.RIGHT,
                    bench.cli(Map.of(), "promise", number, "--line", "support") != KILLED,
                    "the command can't be given again");
            bench.people().heard(number);
        }
        bench.mended();
        bench.settled();
    }
}
