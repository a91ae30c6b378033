package dev.amends.dialing;

import java.time.Duration;

/**
 * How long phones rang lately until the called person was there, and how many rang in vain. Older
 * rings count less and less. A value: never changed, only followed by the next one.
 */
public final class RingTimes {

    private static final double REMEMBERED = 300;
    private static final double KEEP = 1 - 1 / REMEMBERED;
    private static final int LONGEST_SECONDS = 120;

    /** Until phones have rung, ten of which one rings in vain stand for them. */
    private static final int[] SUPPOSED = {4, 6, 8, 9, 10, 12, 14, 17, 22};

    private static final double SUPPOSED_VAIN = 25;
    private static final RingTimes BEFORE_ANY = beforeAny();

    private final double[] answered;
    private final double vain;
    private final double vainSeconds;
    private final Duration p80;

    private RingTimes(double[] answered, double vain, double vainSeconds) {
        this.answered = answered;
        this.vain = vain;
        this.vainSeconds = vainSeconds;
        this.p80 = Duration.ofSeconds(eightOfTen());
    }

    /** Before any phone has rung. */
    public static RingTimes supposed() {
        return BEFORE_ANY;
    }

    private static RingTimes beforeAny() {
        double[] answered = new double[LONGEST_SECONDS + 1];
        for (int seconds : SUPPOSED) {
            answered[seconds] = 1;
        }
        return new RingTimes(answered, 1, SUPPOSED_VAIN);
    }

    /** After one more person was there after so long. */
    public RingTimes answered(Duration after) {
        double[] next = faded();
        next[bin(after)] += 1;
        return new RingTimes(next, vain * KEEP, vainSeconds * KEEP);
    }

    /** After one more phone rang in vain for so long. */
    public RingTimes inVain(Duration after) {
        return new RingTimes(
                faded(), vain * KEEP + 1, vainSeconds * KEEP + after.toMillis() / 1000.0);
    }

    private double[] faded() {
        double[] less = new double[answered.length];
        for (int i = 0; i < less.length; i++) {
            less[i] = answered[i] * KEEP;
        }
        return less;
    }

    /** Of those who answer, eight of ten do so within this time. */
    public Duration p80() {
        return p80;
    }

    private int eightOfTen() {
        double eight = 0.8 * from(0);
        int seconds = 0;
        for (double sum = answered[0]; sum < eight && seconds < LONGEST_SECONDS; ) {
            sum += answered[++seconds];
        }
        return seconds;
    }

    /** How long a phone rings, answered or not. */
    public Duration mean() {
        double seconds = vainSeconds;
        for (int i = 0; i < answered.length; i++) {
            seconds += i * answered[i];
        }
        return Duration.ofMillis(Math.round(1000 * seconds / (from(0) + vain)));
    }

    /** How probably somebody whose phone has rung for so long is there within so much more. */
    public double chance(Duration rung, Duration within) {
        double later = from(bin(rung));
        double soon = later - from(Math.min(bin(rung.plus(within)), LONGEST_SECONDS));
        return later + vain > 0 ? soon / (later + vain) : 0;
    }

    /** How many answered after so many seconds or later. */
    private double from(int seconds) {
        double sum = 0;
        for (int i = seconds; i < answered.length; i++) {
            sum += answered[i];
        }
        return sum;
    }

    private static int bin(Duration time) {
        return Math.clamp(time.toSeconds(), 0, LONGEST_SECONDS);
    }
}
