package dev.amends.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes what need not be waited for: one bounded queue, one thread, one commit for a group, in the
 * order of arrival. When the queue is full, new ones are dropped and counted: a caller never waits
 * for history. A group that fails for now is tried again; one that can't be written is written one
 * by one, so that only the broken one is lost.
 */
final class WriteBehind<T> implements AutoCloseable {

    static final int GROUP = 512;

    private static final Logger log = LoggerFactory.getLogger(WriteBehind.class);
    private static final Duration GATHER = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final BlockingQueue<T> queue;
    private final Consumer<List<T>> sink;
    private final Thread writer;
    private final AtomicLong dropped = new AtomicLong();
    private long reported;
    private volatile boolean closing;

    WriteBehind(String name, int capacity, Consumer<List<T>> sink) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.sink = sink;
        this.writer = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        writer.start();
    }

    /** Takes it, or drops it when there are too many; never blocks. */
    void add(T item) {
        if (closing || !queue.offer(item)) {
            dropped.incrementAndGet();
        }
    }

    /** How many were never written. */
    long dropped() {
        return dropped.get();
    }

    /** Writes what is there, for at most ten seconds, and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            if (!writer.join(CLOSING)) {
                log.warn("{} call records were not written in time", queue.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                List<T> group = gather();
                if (!group.isEmpty()) {
                    write(group);
                }
                report();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<T> gather() throws InterruptedException {
        List<T> group = new ArrayList<>();
        long until = System.nanoTime() + GATHER.toNanos();
        while (group.size() < GROUP) {
            long left = closing ? 0 : until - System.nanoTime();
            T next = queue.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            group.add(next);
            queue.drainTo(group, GROUP - group.size());
        }
        return group;
    }

    private void write(List<T> group) throws InterruptedException {
        while (true) {
            try {
                sink.accept(group);
                return;
            } catch (StoreFailure e) {
                if (!e.retryable() || closing) {
                    writeEach(group, e);
                    return;
                }
                log.warn("call records wait: {}", e.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    private void writeEach(List<T> group, StoreFailure failure) {
        if (group.size() == 1) {
            dropped.incrementAndGet();
            log.warn("a call record was lost: {}", failure.getMessage());
            return;
        }
        for (T item : group) {
            List<T> one = List.of(item);
            try {
                sink.accept(one);
            } catch (StoreFailure e) {
                writeEach(one, e);
            }
        }
    }

    private void report() {
        long now = dropped.get();
        if (now > reported) {
            log.warn("{} call records dropped, {} in all", now - reported, now);
            reported = now;
        }
    }
}
