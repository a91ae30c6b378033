package dev.amends.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final int rounds;
    private final Duration warmUp;
    private final Duration time;

    Contest(Map<String, Contender> contenders, boolean quick) {
        this.contenders = contenders;
        this.rounds = quick ? 2 : 7;
        this.warmUp = Duration.ofSeconds(quick ? 2 : 8);
        this.time = Duration.ofMillis(quick ? 1000 : 2000);
    }

    /** Who is asked, and by which process. */
    record Contender(MockPbx pbx, long pid) {}

    /** Each one's figures, round by round. */
    record Result(Map<String, double[]> rates, Map<String, Median> cpu) {

        /** Right turns per second. */
        double perSecond(String name) {
            return median(rates.get(name));
        }

        /** How many times as many turns as the other one. */
        double ratio(String name, String other) {
            double[] ones = rates.get(name);
            double[] others = rates.get(other);
            Median ratios = new Median();
            for (int round = 0; round < ones.length; round++) {
                ratios.add(ones[round] / others[round]);
            }
            return ratios.value();
        }

        void tell(Figures figures) {
            rates.keySet()
                    .forEach(name -> {
                        figures.tell(name, perSecond(name), "turns/s");
                        figures.tell("    its CPU time", cpu.get(name).value(), "us/turn");
                    });
        }

        private static double median(double[] values) {
            Median median = new Median();
            for (double value : values) {
                median.add(value);
            }
            return median.value();
        }
    }

    Result run() {
        Map<String, double[]> rates = new LinkedHashMap<>();
        Map<String, Median> cpu = new HashMap<>();
        contenders.forEach((name, contender) -> {
            Site.progress("warming up: " + name);
            complain(name, contender.pbx().closedLoop(CALLERS, warmUp));
            rates.put(name, new double[rounds]);
            cpu.put(name, new Median());
        });
        for (int round = 0; round < rounds; round++) {
            Site.progress("round %d of %d".formatted(round + 1, rounds));
            for (Map.Entry<String, Contender> each : contenders.entrySet()) {
                CpuClock clock = new CpuClock(each.getValue().pid());
                Duration before = clock.used();
                Tally tally = each.getValue().pbx().closedLoop(CALLERS, time);
                complain(each.getKey(), tally);
                rates.get(each.getKey())[round] = tally.wrong() > 0 ? 0 : tally.perSecond();
                cpu.get(each.getKey())
                        .add(clock.used().minus(before).toNanos() / 1e3 / tally.good());
            }
        }
        return new Result(rates, cpu);
    }

    /** A wrong answer is an error, never a fast turn: the round counts nothing, and is told. */
    static void complain(String name, Tally tally) {
        if (tally.wrong() > 0) {
            System.err.printf(
                    "  %s: %d wrong: %s%n", name, tally.wrong(), tally.complaints().keySet());
        }
    }
}
