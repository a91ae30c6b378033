package dev.amends.rehearsal;

import dev.amends.line.Fairness;
import dev.amends.line.PassedOver;
import dev.amends.line.ToldWait;
import dev.amends.promise.AttemptOutcome;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What came of a rehearsal, over all its days. */
public final class Outcome {

    private final Lengths waits = new Lengths();
    private final Lengths upsetWaits = new Lengths();
    private final Lengths othersWaits = new Lengths();
    private final Lengths holds = new Lengths();
    private final Lengths kept = new Lengths();
    private final Fairness fairness = new Fairness();
    private final Map<AttemptOutcome, Integer> failures = new EnumMap<>(AttemptOutcome.class);
    private int callers;
    private int upset;
    private int withSenior;
    private int hungUp;
    private int told;
    private int toldAndKept;
    private int promised;
    private int rings;
    private int firstRingsInTime;
    private int metInTime;
    private int broken;

    /** Lengths of time of one kind. */
    public static final class Lengths {
        private double[] seconds = new double[64];
        private int count;
        private double sum;

        void add(Duration length) {
            if (count == seconds.length) {
                seconds = Arrays.copyOf(seconds, 2 * count);
            }
            double value = length.toNanos() / 1e9;
            seconds[count++] = value;
            sum += value;
        }

        /** How many there were. */
        public int count() {
            return count;
        }

        /** All of them together, in seconds. */
        public double sum() {
            return sum;
        }

        /** In seconds; 0 if there were none. */
        public double mean() {
            return count == 0 ? 0 : sum / count;
        }

        /** What this share of them does not exceed, in seconds; 0 if there were none. */
        public double quantile(double share) {
            if (count == 0) {
                return 0;
            }
            double[] sorted = Arrays.copyOf(seconds, count);
            Arrays.sort(sorted);
            return sorted[(int) Math.min(count - 1, Math.floor(share * count))];
        }
    }

    /** Watches the one order of all days. */
    Fairness fairness() {
        return fairness;
    }

    void dayOver() {
        fairness.clear();
    }

    void came(boolean isUpset) {
        callers++;
        upset += isUpset ? 1 : 0;
    }

    void served(boolean isUpset, Duration waited, Optional<ToldWait> said, boolean bySenior) {
        waited(isUpset, waited);
        withSenior += isUpset && bySenior ? 1 : 0;
        said.ifPresent(wait -> compare(wait, waited));
    }

    void hungUp(boolean isUpset, Duration waited, Optional<ToldWait> said) {
        waited(isUpset, waited);
        hungUp++;
        // Who hung up earlier does not show how long he would have waited.
        said.filter(wait -> longer(waited, wait)).ifPresent(wait -> compare(wait, waited));
    }

    private void waited(boolean isUpset, Duration time) {
        waits.add(time);
        (isUpset ? upsetWaits : othersWaits).add(time);
    }

    private void compare(ToldWait said, Duration waited) {
        told++;
        toldAndKept += longer(waited, said) ? 0 : 1;
    }

    private static boolean longer(Duration waited, ToldWait said) {
        return waited.compareTo(Duration.ofMinutes(said.step().minutes())) > 0;
    }

    void promised() {
        promised++;
    }

    void rang(boolean first, boolean inTime) {
        rings++;
        firstRingsInTime += first && inTime ? 1 : 0;
    }

    void kept(Duration cost) {
        kept.add(cost);
    }

    void met(Duration held, boolean inTime) {
        holds.add(held);
        metInTime += inTime ? 1 : 0;
    }

    void failed(AttemptOutcome how) {
        failures.merge(how, 1, Integer::sum);
    }

    void broke() {
        broken++;
    }

    /** Who called. */
    public int callers() {
        return callers;
    }

    /** Who called and was flagged as upset. */
    public int upset() {
        return upset;
    }

    /** The share of upset callers, of those who waited and were served or not, who had a senior. */
    public double withSenior() {
        return share(withSenior, upset);
    }

    /** How long callers waited on the line until they were served or hung up. */
    public Lengths waits() {
        return waits;
    }

    /** The same of upset callers alone. */
    public Lengths upsetWaits() {
        return upsetWaits;
    }

    /** The same of all others. */
    public Lengths othersWaits() {
        return othersWaits;
    }

    /** The share of all callers who hung up while they waited. */
    public double abandonment() {
        return share(hungUp, callers);
    }

    /** Who was told a wait and showed whether it was true. */
    public int told() {
        return told;
    }

    /** The share of those who waited no longer than they were told. */
    public double toldTrue() {
        return share(toldAndKept, told);
    }

    /** Who was promised a call. */
    public int promises() {
        return promised;
    }

    /** Promises kept: he spoke with a rep. */
    public int met() {
        return holds.count();
    }

    /** Promises kept before the end of the time that was told. */
    public int metInTime() {
        return metInTime;
    }

    /** Promises given up. */
    public int broken() {
        return broken;
    }

    /** The share of promises whose phone rang first no later than P90 of the wait and 15 s. */
    public double rungInTime() {
        return share(firstRingsInTime, promised);
    }

    /** How often phones rang. */
    public int rings() {
        return rings;
    }

    /** How often tries failed so. */
    public int failures(AttemptOutcome how) {
        return failures.getOrDefault(how, 0);
    }

    /** Seconds that reps waited for called persons, for each ring. */
    public double repSecondsPerRing() {
        return rings == 0 ? 0 : kept.sum() / rings;
    }

    /** How long called persons held for a rep after they had answered. */
    public Lengths holds() {
        return holds;
    }

    /** Who was passed although he came earlier. */
    public PassedOver passedOver() {
        return fairness.counts();
    }

    /** How often a promised caller was passed although he came earlier. */
    public long passedPromised() {
        return passedOver().promised();
    }

    /** How often a caller on the line was passed although he came earlier. */
    public long passedOnTheLine() {
        return passedOver().onTheLine();
    }

    /** By how many seconds the one who was passed came earlier, at most. */
    public double longestPassed() {
        return passedOver().longest().toMillis() / 1000.0;
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
