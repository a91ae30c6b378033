package dev.amends.measure;

import dev.amends.bench.Sipp;
import dev.amends.bench.SippRun;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.measure.Figure.Goal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The benchmark {@code calls}: short SIP calls through the private Asterisk, with the arrival turn
 * as shipped and without, round after round; calls per second, and what a call costs each process.
 * Beside them the same turn asked of a responder that decides nothing: what asking itself costs.
 */
final class Calls {

    private static final String WITHOUT = "791";
    private static final String WITH = "792";
    private static final String BARE = "793";

    /** A busy call centre: a call lasts a second, so eighty new ones a second. */
    private static final int BUSY = 80;

    /** More than two cores can carry. */
    private static final int SATURATED = 400;

    private static final int CALLERS = 2_000;
    private static final int FASTER_THAN_ANYTHING = 1_000;
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Arguments arguments;
    private final Site site;
    private final Figures figures;
    private final AmendsProcess amends;
    private final CpuClock ofAmends;
    private final CpuClock ofAsterisk;
    private final List<String> callers =
            IntStream.range(0, CALLERS).mapToObj(n -> Past.number(n * 7)).toList();

    private Calls(Arguments arguments, Site site, AmendsProcess amends) {
        this.arguments = arguments;
        this.site = site;
        this.amends = amends;
        this.figures = new Figures("calls", site.machine(), arguments.quick());
        this.ofAmends = new CpuClock(amends.pid());
        this.ofAsterisk = new CpuClock(site.pbxPid());
    }

    public static void main(String[] words) throws Exception {
        Arguments.program(words, Calls::run);
    }

    private static int run(Arguments arguments) throws Exception {
        try (Site site = new Site(arguments)) {
            site.startPbx();
            site.addDialplan(Path.of("src/test/asterisk/bench.conf"));
            site.logOnlyWhatIsWrong();
            site.writePast();
            try (AmendsProcess amends = site.startAmends("");
                    Rival bare = Rival.bare()) {
                site.awaitHeartbeat();
                site.setGlobal("AMENDS_BENCH_BARE", "127.0.0.1:" + bare.address().getPort());
                Calls calls = new Calls(arguments, site, amends);
                calls.measure();
                return calls.figures.conclude(arguments.json());
            }
        }
    }

    /** What one run of calls took. */
    private record Run(double perSecond, double asteriskMillis, double amendsMillis) {}

    private void measure() throws IOException {
        boolean quick = arguments.quick();
        Site.progress("warming up");
        warmUp();
        run(WITH, SATURATED, quick ? 300 : 1_500);
        run(WITHOUT, SATURATED, quick ? 300 : 500);
        run(BARE, SATURATED, quick ? 300 : 500);
        Rounds busy = rounds(BUSY, quick ? 240 : 600);
        Rounds saturated = rounds(SATURATED, quick ? 500 : 1_600);
        busy.tell(figures, "%d at once".formatted(BUSY));
        figures.tell("with : without, paced by the calls", busy.ratio.value(), "x");
        saturated.tell(figures, "%d at once".formatted(SATURATED));
        figures.tell("with : bare responder, nothing idle", saturated.toBare.value(), "x");
        // Only where nothing is idle can a turn cost calls: the other ratio would hardly ever miss.
        figures.judge(
                "with : without, nothing idle", saturated.ratio.value(), "x", Goal.atLeast(0.9));
    }

    /** A program that has been running for a while: its compiler has come to rest. */
    private void warmUp() throws IOException {
        InetSocketAddress turns = site.turns();
        new MockPbx(turns, site.pbx().key(), new Callers(turns, site.pbx().key()).arriving())
                .closedLoop(16, Duration.ofSeconds(arguments.quick() ? 2 : 20));
        site.awaitRecorded();
    }

    private Rounds rounds(int atOnce, int calls) throws IOException {
        Rounds all = new Rounds();
        int rounds = arguments.quick() ? 1 : 3;
        for (int round = 0; round < rounds; round++) {
            Site.progress("%d at once, round %d of %d".formatted(atOnce, round + 1, rounds));
            all.add(
                    run(WITHOUT, atOnce, calls),
                    run(BARE, atOnce, calls),
                    run(WITH, atOnce, calls));
        }
        return all;
    }

    /** Rounds without a turn, with one of the bare responder and with one of Amends. */
    private static final class Rounds {
        private final Runs without = new Runs();
        private final Runs bare = new Runs();
        private final Runs with = new Runs();
        private final Median ratio = new Median();
        private final Median toBare = new Median();

        void add(Run without, Run bare, Run with) {
            this.without.add(without);
            this.bare.add(bare);
            this.with.add(with);
            ratio.add(with.perSecond() / without.perSecond());
            toBare.add(with.perSecond() / bare.perSecond());
        }

        void tell(Figures figures, String when) {
            without.tell(figures, when + ", without Amends");
            bare.tell(figures, when + ", with the turn asked of a bare responder");
            with.tell(figures, when + ", with the arrival turn");
            figures.tell("    CPU of Amends", with.amends.value(), "ms/call");
        }
    }

    private static final class Runs {
        private final Median rate = new Median();
        private final Median asterisk = new Median();
        private final Median amends = new Median();

        void add(Run run) {
            rate.add(run.perSecond());
            asterisk.add(run.asteriskMillis());
            amends.add(run.amendsMillis());
        }

        void tell(Figures figures, String what) {
            figures.tell(what, rate.value(), "calls/s");
            figures.tell("    CPU of Asterisk", asterisk.value(), "ms/call");
        }
    }

    private Run run(String number, int atOnce, int calls) throws IOException {
        Duration asteriskBefore = ofAsterisk.used();
        Duration amendsBefore = ofAmends.used();
        int turnsBefore = turns();
        long start = System.nanoTime();
        try (SippRun sipp =
                new Sipp(Path.of("src/test/sipp"))
                        .callBriefly(
                                arguments.ports().sip(),
                                number,
                                callers,
                                atOnce,
                                new Sipp.Load(calls, FASTER_THAN_ANYTHING, BOUND))) {
            SippRun.Result result = sipp.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (result.successful() != calls) {
                throw new IllegalStateException("calls went wrong: " + result);
            }
            check(number, turns() - turnsBefore, calls);
            return new Run(
                    calls / seconds,
                    millis(ofAsterisk, asteriskBefore) / calls,
                    millis(ofAmends, amendsBefore) / calls);
        }
    }

    /** Turns that Amends has answered, as its log says. */
    private int turns() {
        return amends.said().split(" to support: ", -1).length - 1;
    }

    private static void check(String number, int turns, int calls) {
        int expected = number.equals(WITH) ? calls : 0;
        if (turns != expected) {
            throw new IllegalStateException(
                    "%d of %d calls asked Amends, where %d should have"
                            .formatted(turns, calls, expected));
        }
    }

    private static double millis(CpuClock clock, Duration before) {
        return clock.used().minus(before).toNanos() / 1e6;
    }
}
