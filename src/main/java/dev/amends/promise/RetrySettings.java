package dev.amends.promise;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How often and how soon a callback is tried again.
 *
 * @param retries how often it is tried again after the first try, whatever came of them
 * @param rules one for each setback
 * @param giveUpAfter how long after it was promised, or after the time that was agreed, it is given
 *     up; zero means never
 */
public record RetrySettings(int retries, Map<Setback, Rule> rules, Duration giveUpAfter) {

    /**
     * The rule for one setback.
     *
     * @param tries with so many tries that ended so a person has to look
     * @param gap from the end of such a try to the next
     */
    public record Rule(int tries, Duration gap) {}

    public RetrySettings {
        rules = new EnumMap<>(rules);
        if (rules.size() < Setback.values().length) {
            throw new IllegalArgumentException("a rule is missing");
        }
        rules = Map.copyOf(rules);
    }

    /**
     * The same rule for every setback, for as long as it takes.
     *
     * @param congestions how often in a row a full trunk, or a rep who hung up first, is forgiven
     */
    public RetrySettings(int retries, int congestions, Duration gap) {
        this(
                retries,
                all(setback ->
                        new Rule((setback == Setback.CONGESTION ? congestions : retries) + 1, gap)),
                Duration.ZERO);
    }

    /** The rule for a setback. */
    public Rule rule(Setback setback) {
        Rule rule = rules.get(setback);
        if (rule == null) {
            throw new AssertionError(setback); // the constructor has seen all of them
        }
        return rule;
    }

    /** A rule for each setback. */
    public static Map<Setback, Rule> all(Function<Setback, Rule> rule) {
        return Arrays.stream(Setback.values()).collect(Collectors.toMap(Function.identity(), rule));
    }
}
