package dev.amends.dialing;

import java.time.Duration;

/**
 * How long before his turn a promised caller's phone rings. Integral control: each caller who held
 * longer than he should shortens it a little, each who held less lengthens it.
 *
 * <p>It is never shorter than {@link #least}. Below that too few phones ring at a time to have
 * somebody ready at each step, callers on the line pass the promised ones, who then hold the longer
 * for it: a shorter lead would only make that worse.
 */
public record Lead(Duration ahead) {

    /** What part of one caller's error is put right at once. */
    private static final double GAIN = 0.1;

    private static final Duration MOST = Duration.ofMinutes(2);

    /** One who held much longer had bad luck; he counts as this. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(60);

    /** Steps to spare: how far away a turn is can't be told to the second. */
    private static final double SPARE = 0.1;

    public Lead {
        if (ahead.isNegative()) {
            throw new IllegalArgumentException("not a lead: " + ahead);
        }
    }

    /** To begin with: as long as eight of ten need to answer. */
    public static Lead of(RingTimes rings) {
        return new Lead(rings.p80());
    }

    /**
     * The shortest that keeps the one order: as many phones ring as it takes for one to be answered
     * at each step.
     *
     * @param step from one rep becoming free to the next
     */
    public static Duration least(RingTimes rings, Duration step) {
        double phones = Math.ceil((double) rings.mean().toMillis() / Math.max(1, step.toMillis()));
        return Duration.ofMillis(Math.round((phones + SPARE) * step.toMillis()));
    }

    /**
     * After one more caller has met his rep.
     *
     * @param held how long he held after he had answered; zero when the rep was there before
     * @param wanted how long he was to hold
     * @param least what it is not to fall below
     */
    public Lead after(Duration held, Duration wanted, Duration least) {
        Duration counted = shorter(held, LONGEST_HOLD);
        long error = wanted.minus(counted).toMillis();
        Duration next = ahead.plusMillis(Math.round(GAIN * error));
        return new Lead(shorter(longer(next, least), longer(MOST, least)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
