package dev.amends.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A day of a first-come-first-served line with impatient callers, drawn from a seed. What each
 * caller would wait if he stayed is known here, also of those who hang up.
 */
final class BusyDay {

    private BusyDay() {}

    /**
     * The kind of line.
     *
     * @param load arrivals times handling time over reps
     * @param handlingSeconds mean handling time
     * @param lognormal its law: log-normal with the coefficient of variation 1, else exponential
     * @param patienceSeconds mean patience, exponential
     */
    record Kind(
            String name,
            int reps,
            double load,
            double handlingSeconds,
            boolean lognormal,
            double patienceSeconds) {}

    /**
     * A caller.
     *
     * @param offered what he waits if he stays
     * @param rep who takes him; less than 0 when he hangs up before
     * @param until when he hangs up or has been served
     */
    record Caller(double at, double offered, int rep, double until) {
        boolean hangsUp() {
            return rep < 0;
        }

        double served() {
            return at + offered;
        }
    }

    private record Free(double at, int rep) implements Comparable<Free> {
        @Override
        public int compareTo(Free other) {
            int byTime = Double.compare(at, other.at);
            return byTime == 0 ? Integer.compare(rep, other.rep) : byTime;
        }
    }

    /** All callers of a day of so many seconds, by their arrival. */
    static List<Caller> draw(Kind kind, double seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PriorityQueue<Free> reps = new PriorityQueue<>();
        for (int rep = 0; rep < kind.reps(); rep++) {
            reps.add(new Free(0, rep));
        }
        double between = kind.handlingSeconds() / (kind.load() * kind.reps());
        List<Caller> callers = new ArrayList<>();
        double now = exponential(random, between);
        while (now < seconds) {
            callers.add(caller(kind, now, reps, random));
            now += exponential(random, between);
        }
        return callers;
    }

    private static Caller caller(
            Kind kind, double now, PriorityQueue<Free> reps, SplittableRandom random) {
        Free first = reps.element();
        double wait = Math.max(0, first.at() - now);
        double patience = exponential(random, kind.patienceSeconds());
        double handling = handling(kind, random);
        if (patience < wait) {
            return new Caller(now, wait, -1, now + patience);
        }
        reps.remove();
        double end = now + wait + handling;
        reps.add(new Free(end, first.rep()));
        return new Caller(now, wait, first.rep(), end);
    }

    private static double handling(Kind kind, SplittableRandom random) {
        if (!kind.lognormal()) {
            return exponential(random, kind.handlingSeconds());
        }
        // Mean 1 and coefficient of variation 1: sigma² = ln 2, mu = -sigma²/2.
        double sigma = Math.sqrt(Math.log(2));
        return kind.handlingSeconds() * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    private static double exponential(SplittableRandom random, double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
