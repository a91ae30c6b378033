package dev.amends.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * How much time the machine itself stole: somebody who wants to wake up every 20 ms, and notes by
 * how much he overslept. What a busy machine does to everybody is no fault of ours.
 */
public final class Hiccups implements AutoCloseable {

    private static final Duration NAP = Duration.ofMillis(20);
    private static final Duration USUAL = Duration.ofMillis(15);

    private final List<Hiccup> all = new CopyOnWriteArrayList<>();
    private final Thread sleeper =
            Thread.ofPlatform().daemon().name("hiccups").unstarted(this::nap);
    private volatile boolean open = true;

    private record Hiccup(Instant at, Duration lost) {}

    /** Begins to watch. */
    public Hiccups start() {
        sleeper.start();
        return this;
    }

    private void nap() {
        while (open) {
            long began = System.nanoTime();
            LockSupport.parkNanos(NAP.toNanos());
            Duration lost = Duration.ofNanos(System.nanoTime() - began).minus(NAP);
            if (lost.compareTo(USUAL) > 0) {
                all.add(new Hiccup(Instant.now(), lost));
            }
        }
    }

    /** What was lost between two moments, in all. */
    public Duration between(Instant from, Instant to) {
        return all.stream()
                .filter(it -> it.at().isAfter(from) && it.at().minus(it.lost()).isBefore(to))
                .map(Hiccup::lost)
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        open = false;
    }
}
