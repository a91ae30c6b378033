package dev.amends.measure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Says when the next turn of an open loop is due: a Poisson process, whose gaps are exponentially
 * distributed. The same seed each time, so that every rival meets the same moments.
 */
final class Pacer implements AutoCloseable {

    private static final long SEED = 20261121;

    private final Queue<Long> due = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean done;

    /**
     * @param isDue is told each time that something is due
     */
    Pacer(double perSecond, Duration time, Runnable isDue) {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(SEED);
        thread =
                Thread.ofPlatform()
                        .name("pacer")
                        .start(() -> {
                            long end = System.nanoTime() + time.toNanos();
                            long next = System.nanoTime();
                            while (!closed && next < end) {
                                next += (long) (random.nextExponential() * 1e9 / perSecond);
                                await(next);
                                due.add(next);
                                isDue.run();
                            }
                            done = true;
                            isDue.run();
                        });
    }

    /** Since when the next turn is due; null while none is. */
    @Nullable Long poll() {
        return due.poll();
    }

    /** Whether none is due and none will be. */
    boolean isOver() {
        return done && due.isEmpty();
    }

    private void await(long moment) {
        for (long left = moment - System.nanoTime(); left > 0 && !closed; ) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
