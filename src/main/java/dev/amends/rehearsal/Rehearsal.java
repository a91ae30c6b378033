package dev.amends.rehearsal;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Plays days of a virtual call centre. The same seed gives the same days: every caller comes at the
 * same moment, as patient and with the same matter, whatever the rules under rehearsal.
 */
public final class Rehearsal {

    private final Rules rules;
    private final World world;

    public Rehearsal(Rules rules, World world) {
        this.rules = rules;
        this.world = world;
    }

    /** What these rules would do where a line is like this. */
    public Rehearsal(Rules rules, Assumptions assumed) {
        this(rules, assumed.world());
    }

    /**
     * Which days.
     *
     * @param seed of the first; each day's callers depend on it and the day's number alone
     */
    public record Days(long seed, int count) {}

    /** By Amends' own policies. */
    public Outcome play(Days days, IntConsumer dayOver) {
        return play(days, () -> new Shipped(rules.calls()), dayOver, _ -> {});
    }

    /**
     * By any way to launch promised calls, made anew for each day.
     *
     * @param dayOver gets the number of each day that is over, from 1
     * @param trace gets a line for whatever happens
     */
    public Outcome play(
            Days days, Supplier<Launching> launching, IntConsumer dayOver, Consumer<String> trace) {
        Outcome outcome = new Outcome();
        SplittableRandom fate = new SplittableRandom(days.seed());
        for (int day = 1; day <= days.count(); day++) {
            new VirtualCentre(rules, world, launching.get(), outcome, fate.split(), trace).lives();
            outcome.dayOver();
            dayOver.accept(day);
        }
        return outcome;
    }
}
