package dev.amends.asterisk;

import org.slf4j.Logger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A warning that anybody from outside can cause: counted every time, logged at most once a minute.
 */
final class RareLog {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final String message;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /**
     * @param message what happened, followed in the log by the count and the latest detail
     */
    RareLog(Logger log, String message) {
        this.log = log;
        this.message = message;
    }

    void happened(String detail) {
        long total = count.incrementAndGet();
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + MINUTE)) {
            log.warn("{} ({} so far): {}", message, total, detail);
        }
    }

    long count() {
        return count.get();
    }
}
