package dev.amends.faults;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * What {@code scripts/faults} hands over.
 *
 * @param shift by which all ports are moved
 * @param folder where logs of cases with violations are kept
 * @param faults only these, such as {@code F1} or {@code F1/claim}; none for all
 * @param repeat how often each case is played
 * @param few only the first case of each fault
 * @param slow also what takes minutes
 * @param seed for the moments at which something breaks
 * @param json where the results are added as JSON lines, or null
 */
record Plan(
        int shift,
        Path folder,
        Set<String> faults,
        int repeat,
        boolean few,
        boolean slow,
        long seed,
        @Nullable Path json) {

    private static final long SEED = 20261128;

    /**
     * The port shift, the run folder, then options.
     *
     * @throws IllegalArgumentException when they are not understood
     */
    static Plan of(String... words) {
        Deque<String> left = new ArrayDeque<>(List.of(words));
        if (left.size() < 2) {
            throw new IllegalArgumentException("a port shift and a run folder are needed");
        }
        Plan plan =
                new Plan(
                        Integer.parseInt(left.pop()),
                        Path.of(left.pop()).resolve("faults"),
                        Set.of(),
                        1,
                        false,
                        false,
                        SEED,
                        null);
        while (!left.isEmpty()) {
            plan = plan.with(left.pop(), left);
        }
        return plan;
    }

    private Plan with(String option, Deque<String> left) {
        return switch (option) {
            case "--fault" ->
                    new Plan(
                            shift,
                            folder,
                            Set.of(value(left).split(",")),
                            repeat,
                            few,
                            slow,
                            seed,
                            json);
            case "--repeat" -> new Plan(shift, folder, faults, number(left), few, slow, seed, json);
            case "--seed" -> new Plan(shift, folder, faults, repeat, few, slow, number(left), json);
            case "--json" ->
                    new Plan(shift, folder, faults, repeat, few, slow, seed, Path.of(value(left)));
            case "--short" -> new Plan(shift, folder, faults, repeat, true, slow, seed, json);
            case "--long" -> new Plan(shift, folder, faults, repeat, few, true, seed, json);
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    private static String value(Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException("a value is missing at the end");
        }
        return left.pop();
    }

    /** {@code F1} names all cases of a fault, {@code F1/claim} those with that word. */
    private static boolean names(String words, FaultCase one) {
        String[] parts = words.split("/", 2);
        return parts[0].equals(one.fault()) && (parts.length == 1 || one.name().contains(parts[1]));
    }

    private static int number(Deque<String> left) {
        return Integer.parseInt(value(left));
    }

    /** The cases that are to be played, as often as they are to be. */
    List<FaultCase> cases(List<FaultCase> all) {
        List<FaultCase> chosen = new ArrayList<>();
        for (FaultCase one : all) {
            boolean first = chosen.stream().noneMatch(it -> it.fault().equals(one.fault()));
            if ((faults.isEmpty() || faults.stream().anyMatch(it -> names(it, one)))
                    && (first || !few)) {
                chosen.add(one);
            }
        }
        List<FaultCase> often = new ArrayList<>();
        for (int n = 0; n < repeat; n++) {
            often.addAll(chosen);
        }
        if (often.isEmpty()) {
            throw new IllegalArgumentException("no such fault: " + String.join(",", faults));
        }
        return List.copyOf(often);
    }
}
