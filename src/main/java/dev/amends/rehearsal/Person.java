package dev.amends.rehearsal;

import dev.amends.promise.AttemptOutcome;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A caller as fate made him. All about him is drawn from a stream of his own, so that he is the
 * same whatever is done to him.
 */
public final class Person {

    private static final double HANDLING_SPREAD = 1;
    private static final double RING_SPREAD = 0.7;

    /** A busy signal comes after so long. */
    private static final Duration BUSY = Duration.ofSeconds(3);

    /** A machine is listened to for so long before it is clear that no key comes. */
    private static final Duration NO_KEY = Duration.ofSeconds(20);

    private final SplittableRandom fate;
    private final World.Phones phones;
    private final Duration patience;
    private final Duration handling;
    private final boolean accepts;
    private final boolean upset;

    /** One of the people of such a world. */
    public Person(SplittableRandom fate, World world) {
        this.fate = fate;
        this.phones = world.phones();
        this.patience = exponential(fate, world.people().patience());
        this.handling = logNormal(fate, world.people().handling(), HANDLING_SPREAD);
        this.accepts = fate.nextDouble() < world.people().accepts();
        this.upset = fate.nextDouble() < world.people().upset();
    }

    /** How long he waits before he hangs up. */
    public Duration patience() {
        return patience;
    }

    /** How long he talks with a rep. */
    public Duration handling() {
        return handling;
    }

    /** Whether he takes the call back that he is offered. */
    boolean accepts() {
        return accepts;
    }

    boolean upset() {
        return upset;
    }

    /**
     * What comes of one call to him.
     *
     * @param after how long it takes
     * @param failed how it ends; nothing when he is there and has pressed the key
     */
    public record PickUp(Duration after, Optional<AttemptOutcome> failed) {}

    /**
     * What comes of the next call to him.
     *
     * @param limit how long it may ring
     */
    public PickUp rung(Duration limit) {
        double kind = fate.nextDouble();
        Duration ring = logNormal(fate, phones.ring(), RING_SPREAD);
        double machine = phones.answered() + phones.machine();
        if (kind >= machine && kind < machine + phones.busy()) {
            return new PickUp(BUSY, Optional.of(AttemptOutcome.BUSY));
        }
        if (kind >= machine || ring.compareTo(limit) >= 0) {
            return new PickUp(limit, Optional.of(AttemptOutcome.NO_ANSWER));
        }
        return kind < phones.answered()
                ? new PickUp(ring.plus(phones.key()), Optional.empty())
                : new PickUp(ring.plus(NO_KEY), Optional.of(AttemptOutcome.NO_KEY));
    }

    /** How long he holds this time before he hangs up. */
    public Duration holds() {
        return exponential(fate, phones.holding());
    }

    static Duration exponential(SplittableRandom fate, Duration mean) {
        return seconds(-seconds(mean) * Math.log(1 - fate.nextDouble()));
    }

    private static Duration logNormal(SplittableRandom fate, Duration mean, double spread) {
        double variance = Math.log(1 + spread * spread);
        double factor = Math.exp(Math.sqrt(variance) * fate.nextGaussian() - variance / 2);
        return seconds(seconds(mean) * factor);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
