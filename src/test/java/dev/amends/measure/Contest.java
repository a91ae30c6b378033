package dev.amends.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several programs under the same closed loop, one after another, round after round, so that
 * whatever slows the machine down for a while slows all of them. Ratios are of the same round; the
 * median round counts.
 */
final class Contest {

    /** More than two cores can work on at the same time, fewer than anybody's pool. */
    private static final int CALLERS = 16;

    private final Map<String, Contender> contenders;
    private final Runnable settle;
    private final int rounds;
    private final Duration warmUp;
    private final Duration time;

    /**
     * @param settle waits until what one contender has left behind is done
     */
    Contest(Map<String, Contender> contenders, Runnable settle, boolean quick) {
        this.contenders = contenders;
        this.settle = settle;
        this.rounds = quick ? 2 : 7;
        this.warmUp = Duration.ofSeconds(quick ? 2 : 12);
        this.time = Duration.ofMillis(quick ? 1000 : 2000);
    }

    /** Who is asked, and by which process. */
    record Contender(MockPbx pbx, long pid) {}

    /** One contender's figures, round by round. */
    private record Score(List<Double> rates, Median perSecond, Median cpuMicros) {

        Score() {
            this(new ArrayList<>(), new Median(), new Median());
        }

        void add(double rate, double micros) {
            rates.add(rate);
            perSecond.add(rate);
            cpuMicros.add(micros);
        }
    }

    /** Everybody's figures. */
    static final class Result {

        private final Map<String, Score> scores = new LinkedHashMap<>();

        private Score of(String name) {
            return scores.computeIfAbsent(name, n -> new Score());
        }

        /** Right turns per second. */
        double perSecond(String name) {
            return of(name).perSecond().value();
        }

        /** How many times as many turns as the other one. */
        double ratio(String name, String other) {
            List<Double> ones = of(name).rates();
            List<Double> others = of(other).rates();
            Median ratios = new Median();
            for (int round = 0; round < ones.size(); round++) {
                ratios.add(ones.get(round) / others.get(round));
            }
            return ratios.value();
        }

        void tell(Figures figures) {
            scores.forEach((name, score) -> {
                figures.tell(name, score.perSecond().value(), "turns/s");
                figures.tell("    its CPU time", score.cpuMicros().value(), "us/turn");
            });
        }
    }

    Result run() {
        Result result = new Result();
        contenders.forEach((name, contender) -> {
            Site.progress("warming up: " + name);
            complain(name, contender.pbx().closedLoop(CALLERS, warmUp));
            settle.run();
        });
        for (int round = 0; round < rounds; round++) {
            Site.progress("round %d of %d".formatted(round + 1, rounds));
            contenders.forEach((name, contender) -> round(name, contender, result.of(name)));
        }
        return result;
    }

    private void round(String name, Contender contender, Score score) {
        CpuClock clock = new CpuClock(contender.pid());
        Duration before = clock.used();
        Tally tally = contender.pbx().closedLoop(CALLERS, time);
        complain(name, tally);
        score.add(
                tally.wrong() > 0 ? 0 : tally.perSecond(),
                clock.used().minus(before).toNanos() / 1e3 / tally.good());
        settle.run();
    }

    /** A wrong answer is an error, never a fast turn: the round counts nothing, and is told. */
    static void complain(String name, Tally tally) {
        if (tally.wrong() > 0) {
            System.err.printf(
                    "  %s: %d wrong: %s%n", name, tally.wrong(), tally.complaints().keySet());
        }
    }
}
