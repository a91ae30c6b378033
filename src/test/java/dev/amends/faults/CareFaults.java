package dev.amends.faults;

import dev.amends.caller.CallerBook;
import dev.amends.caller.Signals;
import dev.amends.care.AfterCalls;
import dev.amends.care.Consents;
import dev.amends.care.Matters;
import dev.amends.care.Stories;
import dev.amends.dialing.OwnerLine;
import dev.amends.promise.Actions;
import dev.amends.promise.Surveys;
import dev.amends.staff.Breathers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * F1, F2 and F3 on a line with {@link Care}: callers who are asked whether they may be recorded,
 * tell their stories, have limits set, are taken over and asked how it was, while Amends dies at
 * each change of what it remembers of them, is frozen, or Asterisk is killed.
 */
final class CareFaults {

    private static final Set<Invariant> HOLDS =
            Set.of(
                    Invariant.I1,
                    Invariant.I2,
                    Invariant.I3,
                    Invariant.I4,
                    Invariant.I5,
                    Invariant.I7,
                    Invariant.I8);

    private static final List<Class<?>> PORTS =
            List.of(
                    Consents.class,
                    Matters.class,
                    Stories.class,
                    Signals.class,
                    AfterCalls.class,
                    Breathers.class,
                    Actions.class,
                    OwnerLine.class,
                    Surveys.class,
                    CallerBook.class);

    private static final int OWED = 4;
    private static final int TIMES = 5;
    private static final int ASTERISK_DIES = 3;
    private static final Duration TAKES = Duration.ofSeconds(90);
    private static final Duration UNTIL_THEY_TALK = Duration.ofSeconds(40);

    private CareFaults() {}

    /** What breaks on such a line. */
    @FunctionalInterface
    private interface Broken {
        void on(Bench bench, Care care) throws Exception;
    }

    static List<FaultCase> cases() {
        List<FaultCase> all = new ArrayList<>();
        all.add(one("F1", "killed at any moment", CareFaults::kills));
        KillPoints.of(PORTS).forEach(point -> all.add(at(point)));
        KillPoints.aroundSurveyCalls().forEach(point -> all.add(at(point)));
        all.add(frozen(Duration.ofSeconds(2)));
        all.add(frozen(Duration.ofSeconds(6)));
        all.add(killed("they are asked", CareFaults::asked));
        all.add(killed("they talk", CareFaults::talking));
        all.add(killed("a limit is set", care -> somebodyHears(care, "limit")));
        all.add(
                killed(
                        "somebody is taken over",
                        care -> somebodyHears(care, "supervisor-takes-over")));
        all.add(killed("somebody says how it was", care -> somebodyHears(care, "survey-mark")));
        return List.copyOf(all);
    }

    private static FaultCase one(String fault, String name, Broken broken) {
        return new FaultCase(
                fault, "care: " + name, TAKES, HOLDS, bench -> play(bench, Care.on(bench), broken));
    }

    private static void play(Bench bench, Care care, Broken broken) throws Exception {
        bench.people().oweCare(bench.database(), OWED);
        broken.on(bench, care);
        bench.expect(
                Invariant.RIGHT,
                Recorded.in(care.recorded()).anyConversation(),
                "no conversation was recorded");
    }

    private static FaultCase at(String point) {
        return one("F1", point, (bench, _) -> KillPoints.dies(bench, point));
    }

    static FaultCase frozen(Duration time) {
        return one(
                "F2",
                "frozen %d s".formatted(time.toSeconds()),
                (bench, care) -> freezes(bench, care, time));
    }

    private static FaultCase killed(String when, Predicate<Care> so) {
        return one("F3", "killed while " + when, (bench, care) -> killsAsterisk(bench, care, so));
    }

    private static void begin(Bench bench, Care care) {
        bench.startAmends();
        bench.callers().start();
        bench.await(() -> talking(care), UNTIL_THEY_TALK);
    }

    private static void kills(Bench bench, Care care) {
        begin(bench, care);
        for (int n = 0; n < TIMES; n++) {
            Bench.pass(moment(bench));
            bench.amends().kill();
            bench.broken();
            bench.startAmends();
            bench.mended();
        }
        settles(bench);
    }

    private static void freezes(Bench bench, Care care, Duration time) {
        begin(bench, care);
        for (int n = 0; n < TIMES; n++) {
            Bench.pass(moment(bench));
            bench.amends().freeze();
            bench.broken();
            Bench.pass(time);
            bench.amends().thaw();
            bench.mended();
        }
        settles(bench);
    }

    private static void killsAsterisk(Bench bench, Care care, Predicate<Care> so) {
        begin(bench, care);
        for (int n = 0; n < ASTERISK_DIES; n++) {
            bench.await(() -> so.test(care), UNTIL_THEY_TALK);
            Bench.pass(moment(bench));
            bench.killAsterisk();
            bench.broken();
            bench.mended();
        }
        settles(bench);
    }

    private static Duration moment(Bench bench) {
        return Duration.ofMillis(1000 + bench.random().nextInt(4000));
    }

    /** Some more conversations, with everything in order again. */
    private static void settles(Bench bench) {
        Bench.pass(UNTIL_THEY_TALK);
        bench.settled();
    }

    /** Somebody is asked something, or tells his story. */
    private static boolean asked(Care care) {
        return care.calls().values().stream()
                .filter(call -> call.isUp() && Sounds.withRep(call).isZero())
                .anyMatch(call -> call.ear().promptNames().contains("may-we-record"));
    }

    /** Somebody hears this, or has in this call. */
    private static boolean somebodyHears(Care care, String prompt) {
        return care.calls().values().stream()
                .anyMatch(call -> call.isUp() && call.ear().promptNames().contains(prompt));
    }

    /** Somebody speaks with a rep. */
    private static boolean talking(Care care) {
        return care.calls().values().stream()
                .anyMatch(call -> call.isUp() && !Sounds.withRep(call).isZero());
    }
}
