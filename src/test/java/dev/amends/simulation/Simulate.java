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
import java.util.stream.Collectors;

/** The command {@code scripts/simulate}. */
final class Simulate {

    private static final int WRONG_USAGE = 2;

    /**
     * The rarest chance, an order in the second that Asterisk forgets, comes on 15 days of 1,000.
     */
    private static final int NOTICED_WITHIN = 1000;

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
            if (asked.threads() < 1) {
                throw new IllegalArgumentException("--threads is 1 or more");
            }
            return asked;
        }

        private Asked with(String option, Deque<String> left) {
            return switch (option) {
                case "--seed" -> new Asked(days, number(option, left), threads, keep, trace, prove);
                case "--threads" ->
                        new Asked(days, seed, (int) number(option, left), keep, trace, prove);
                case "--keep" ->
                        new Asked(days, seed, threads, Path.of(value(option, left)), trace, prove);
                case "--trace" -> new Asked(days, seed, threads, keep, true, prove);
                case "--prove" -> new Asked(days, seed, threads, keep, trace, true);
                default ->
                        new Asked(
                                (int) number("DAYS", new ArrayDeque<>(List.of(option))),
                                seed,
                                threads,
                                keep,
                                trace,
                                prove);
            };
        }

        private static String value(String option, Deque<String> left) {
            if (left.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return left.pop();
        }

        private static long number(String option, Deque<String> left) {
            String value = value(option, left);
            if (!value.matches("\\d{1,9}")) {
                throw new IllegalArgumentException(
                        "%s: '%s' is no whole number of at most nine digits; see scripts/simulate --help"
                                .formatted(option, value));
            }
            return Long.parseLong(value);
        }
    }

    /** Exit codes: 0 nothing was violated, 1 something was, 2 usage. */
    public static void main(String[] args) {
        Asked asked;
        try {
            asked = Asked.read(args);
        } catch (IllegalArgumentException e) {
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
            simulation.trace(asked.seed()).forEach(System.out::println);
        }
        failed.forEach(System.out::println);
        System.out.printf(
                "%n%d days, %d with violations, in %d s.%n", days, failed.size(), seconds());
        String ended =
                promises.entrySet().stream()
                        .map(one -> "%d %s".formatted(one.getValue(), one.getKey()))
                        .collect(Collectors.joining(", "));
        System.out.printf("%d phones rung; promises: %s.%n%n", dialled, ended);
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
