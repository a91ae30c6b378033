package dev.amends.simulation;

import dev.amends.promise.Callback;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The command {@code scripts/simulate}. */
final class Simulate {

    private static final int WRONG_USAGE = 2;
    private static final int NOTICED_WITHIN = 200;

    /** What came of all days so far. */
    private int days;

    private int dialled;
    private final Map<String, Integer> promises = new TreeMap<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final long began = System.nanoTime();
    private final Asked asked;

    private Simulate(Asked asked) {
        this.asked = asked;
    }

    /** What the command line says. */
    private record Asked(
            int days, long seed, int threads, Path keep, boolean trace, boolean prove) {

        static Asked read(String[] args) {
            Deque<String> left = new ArrayDeque<>(Arrays.asList(args));
            Asked asked = new Asked(0, 1, 2, Path.of("target", "simulation"), false, false);
            while (!left.isEmpty()) {
                asked = asked.with(left.pop(), left);
            }
            if (asked.days() < 1 && !asked.prove()) {
                throw new IllegalArgumentException("how many days?");
            }
            return asked;
        }

        private Asked with(String option, Deque<String> left) {
            return switch (option) {
                case "--seed" ->
                        new Asked(days, Long.parseLong(left.pop()), threads, keep, trace, prove);
                case "--threads" ->
                        new Asked(days, seed, Integer.parseInt(left.pop()), keep, trace, prove);
                case "--keep" -> new Asked(days, seed, threads, Path.of(left.pop()), trace, prove);
                case "--trace" -> new Asked(days, seed, threads, keep, true, prove);
                case "--prove" -> new Asked(days, seed, threads, keep, trace, true);
                default -> new Asked(Integer.parseInt(option), seed, threads, keep, trace, prove);
            };
        }
    }

    /** Exit codes: 0 nothing was violated, 1 something was, 2 usage. */
    public static void main(String[] args) {
        Asked asked;
        try {
            asked = Asked.read(args);
        } catch (RuntimeException e) {
            System.err.println("simulate: " + e.getMessage());
            System.exit(WRONG_USAGE);
            return;
        }
        Simulate simulate = new Simulate(asked);
        System.exit((asked.prove() ? simulate.proves() : simulate.runs()) ? 0 : 1);
    }

    private boolean runs() {
        Simulation simulation = new Simulation(asked.threads(), asked.keep());
        List<Simulation.Failed> failed = simulation.plays(asked.seed(), asked.days(), this::over);
        if (asked.trace()) {
            Simulation.plays(asked.seed(), true).trace().forEach(System.out::println);
        }
        failed.forEach(System.out::println);
        System.out.printf(
                "%n%d days, %d with violations, in %d s.%n", days, failed.size(), seconds());
        System.out.printf("%d phones rung; promises: %s%n%n", dialled, promises);
        faults.forEach((fault, times) -> System.out.printf("%9d  %s%n", times, fault.words));
        return failed.isEmpty();
    }

    private void over(Day.Result result) {
        days++;
        dialled += result.dialled();
        result.promises().stream()
                .map(Callback::word)
                .forEach(word -> promises.merge(word, 1, Integer::sum));
        result.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
        if (!result.violations().isEmpty()) {
            System.out.printf("seed %d: %s%n", result.seed(), result.violations().getFirst());
        }
        if (days % 1000 == 0) {
            System.out.printf("%d of %d days after %d s%n", days, asked.days(), seconds());
        }
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    /** Takes away one safeguard after the other. */
    private boolean proves() {
        boolean all = true;
        for (Safeguard off : Safeguard.values()) {
            if (off != Safeguard.NONE) {
                Optional<Long> seed = Simulation.noticed(off, asked.seed(), NOTICED_WITHIN);
                System.out.printf(
                        "%s: %s%n",
                        off.words,
                        seed.map(found -> "noticed on day " + (found - asked.seed() + 1))
                                .orElse("NOT NOTICED in " + NOTICED_WITHIN + " days"));
                all &= seed.isPresent();
            }
        }
        return all;
    }
}
