package dev.amends.supervision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Deletes what has been kept long enough: once after the start and then once a day, a little at a
 * time, so that no caller waits for it.
 */
public final class DailySweep {

    private static final Logger log = LoggerFactory.getLogger(DailySweep.class);
    private static final Duration AFTER_START = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final OldRecords records;
    private final Retention retention;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public DailySweep(OldRecords records, Retention retention, InstantSource clock) {
        this.records = records;
        this.retention = retention;
        this.clock = clock;
    }

    /** Begins to sweep, on a thread of its own. */
    public void start() {
        Thread.ofPlatform().name("sweep").daemon().start(this::run);
    }

    /** Ends after what is being deleted right now. */
    public void stop() {
        stopped.countDown();
    }

    private void run() {
        Duration next = AFTER_START;
        while (!stops(next)) {
            try {
                sweep();
            } catch (RuntimeException e) {
                log.error("old records could not be deleted; tomorrow again", e);
            }
            next = EVERY;
        }
    }

    /** Deletes all that is too old now, unless it is stopped. */
    void sweep() {
        Instant now = clock.instant();
        for (OldRecords.Kind kind : OldRecords.Kind.values()) {
            Optional<Instant> before = retention.tooOld(kind, now);
            if (before.isPresent()) {
                sweep(kind, before.get());
            }
        }
    }

    private void sweep(OldRecords.Kind kind, Instant before) {
        int all = 0;
        int some = records.deleteSome(kind, before);
        while (some > 0) {
            all += some;
            if (stops(PAUSE)) {
                return;
            }
            some = records.deleteSome(kind, before);
        }
        if (all > 0) {
            log.info("{}: {} records from before {} are deleted", kind.word(), all, before);
        }
    }

    private boolean stops(Duration within) {
        try {
            return stopped.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
