package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends a SIP message over UDP again and again until someone says stop: after T1 = 500 ms, then at
 * doubled gaps up to T2 = 4 s, for 64 T1 at most (RFC 3261, 17.1 and 13.3.1.4). Used on one thread.
 */
final class Repeater {
    static final long T1_MILLIS = 500;
    private static final long T2_MILLIS = 4_000;

    private final ScheduledExecutorService loop;
    private final Runnable send;
    private final Runnable giveUp;
    private long spentMillis;
    private boolean stopped;
    private @Nullable Future<?> next;

    Repeater(ScheduledExecutorService loop, Runnable send, Runnable giveUp) {
        this.loop = loop;
        this.send = send;
        this.giveUp = giveUp;
    }

    void start() {
        send.run();
        schedule(T1_MILLIS);
    }

    void stop() {
        stopped = true;
        if (next != null) next.cancel(false);
    }

    boolean isStopped() {
        return stopped;
    }

    private void schedule(long gapMillis) {
        try {
            next = loop.schedule(() -> again(gapMillis), gapMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            stopped = true;
        }
    }

    private void again(long gapMillis) {
        if (stopped) return;
        spentMillis += gapMillis;
        if (spentMillis >= 64 * T1_MILLIS) {
            stopped = true;
            giveUp.run();
            return;
        }
        send.run();
        schedule(Math.min(2 * gapMillis, T2_MILLIS));
    }
}
