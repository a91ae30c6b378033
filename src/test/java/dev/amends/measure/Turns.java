package dev.amends.measure;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.measure.Figure.Goal;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The benchmark {@code turns}: what Amends answers per second beside its rivals, how long answers
 * take at half of that, how long a promise takes beside the disk, and what silent connections cost.
 */
final class Turns {

    private final Site site;
    private final Figures figures;
    private final Callers callers;
    private final String key;
    private final boolean quick;

    private Turns(Arguments arguments, Site site) throws IOException {
        this.site = site;
        this.quick = arguments.quick();
        this.key = site.pbx().key();
        this.callers = new Callers(site.turns(), key);
        this.figures = new Figures("turns", site.machine(), quick);
    }

    public static void main(String[] words) throws Exception {
        Arguments.program(words, Turns::run);
    }

    private static int run(Arguments arguments) throws Exception {
        try (Site site = new Site(arguments)) {
            site.startPbx();
            Turns turns = new Turns(arguments, site);
            site.writePast();
            turns.measure();
            return turns.figures.conclude(arguments.json());
        }
    }

    private void measure() throws Exception {
        Contest.Result result;
        try (AmendsProcess amends = site.startAmends("");
                Rival bare = Rival.bare();
                Rival stock = Rival.stock();
                Rival perl = Rival.perl()) {
            result = contest(amends, bare, stock, perl);
            latency("turn in the queue", result.perSecond(QUEUE), pbx(QUEUE), bare);
            latency("arrival, 10 past calls", result.perSecond(ARRIVAL), pbx(ARRIVAL), bare);
            new Committing(site, callers, key, quick).measure(bare, figures);
        }
        try (AmendsProcess amends = site.startAmends(ProcessMemory.OPTIONS)) {
            new Silence(pbx(QUEUE), amends.pid(), quick).measure(figures);
        }
    }

    private static final String QUEUE = "Amends, turn in the queue";
    private static final String ARRIVAL = "Amends, arrival with history";

    private MockPbx pbx(String what) {
        return new MockPbx(
                site.turns(),
                key,
                what.equals(QUEUE) ? callers.pressingStarInTheQueue() : callers.arriving());
    }

    private Contest.Result contest(AmendsProcess amends, Rival bare, Rival stock, Rival perl) {
        Map<String, Contest.Contender> contenders = new LinkedHashMap<>();
        MockPbx queue = pbx(QUEUE);
        contenders.put(QUEUE, new Contest.Contender(queue, amends.pid()));
        for (Rival rival : List.of(stock, bare, perl)) {
            contenders.put(
                    rival.name(),
                    new Contest.Contender(
                            new MockPbx(rival.address(), key, queue.questions()),
                            rival.process().pid()));
        }
        contenders.put(ARRIVAL, new Contest.Contender(pbx(ARRIVAL), amends.pid()));
        Contest.Result result = new Contest(contenders, site::awaitRecorded, quick).run();
        result.tell(figures);
        figures.judge(
                "Amends : " + stock.name(),
                result.ratio(QUEUE, stock.name()),
                "x",
                Goal.atLeast(1.0));
        figures.judge(
                "Amends : " + perl.name(), result.ratio(QUEUE, perl.name()), "x", Goal.atLeast(30));
        figures.tell("Amends : " + bare.name(), result.ratio(QUEUE, bare.name()), "x");
        return result;
    }

    /** Beside the bare responder at the same rate: what of it is this machine's own. */
    private void latency(String what, double perSecond, MockPbx pbx, Rival bare) {
        double half = perSecond / 2;
        Site.progress("%s: %.0f a second for some seconds".formatted(what, half));
        MockPbx barePbx = new MockPbx(bare.address(), key, pbx.questions());
        Median p50 = new Median();
        Median p99 = new Median();
        Median bareP99 = new Median();
        for (int round = 0; round < (quick ? 1 : 3); round++) {
            Tally tally = halfLoad(what, pbx, half);
            p50.add(millis(tally, 0.5));
            p99.add(millis(tally, 0.99));
            site.awaitRecorded();
            bareP99.add(millis(halfLoad(bare.name(), barePbx, half), 0.99));
        }
        figures.tell(what + " at half load: p50", p50.value(), "ms");
        figures.judge(what + " at half load: p99", p99.value(), "ms", Goal.atMost(2));
        figures.tell("    the bare responder's at that rate", bareP99.value(), "ms");
    }

    private static double millis(Tally tally, double share) {
        return tally.wrong() > 0 ? Double.POSITIVE_INFINITY : tally.millis(share);
    }

    private Tally halfLoad(String what, MockPbx pbx, double perSecond) {
        Tally tally = pbx.openLoop(perSecond, Duration.ofSeconds(quick ? 2 : 5));
        Contest.complain(what, tally);
        return tally;
    }
}
