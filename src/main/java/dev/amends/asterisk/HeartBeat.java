package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells the dialplan every three seconds that turns are answered, so that it does not ask a server
 * that is not there. It is silent while turns are not answered: the dialplan then leaves Amends
 * alone.
 */
public final class HeartBeat {

    private static final Logger log = LoggerFactory.getLogger(HeartBeat.class);
    static final String VARIABLE = "AMENDS_BEAT";
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final RareLog silent = new RareLog(log, "Turns are not answered, so no heartbeat");
    private final AmiLink link;
    private final BooleanSupplier turnsAreAnswered;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    public HeartBeat(AmiLink link, BooleanSupplier turnsAreAnswered, InstantSource clock) {
        this.link = link;
        this.turnsAreAnswered = turnsAreAnswered;
        this.clock = clock;
    }

    /** Beats once before it returns, so that a call which comes from then on is asked about. */
    public synchronized void start() {
        beatIfLinked();
        thread = Thread.ofVirtual().name("heartbeat").start(this::beatOnAndOn);
    }

    /** Stops beating, and tells the dialplan at once that it need not ask any more. */
    public synchronized void stop() {
        stopped.countDown();
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(4));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            set("0");
        }
    }

    /** One beat. */
    void beat() {
        if (turnsAreAnswered.getAsBoolean()) {
            set(Long.toString(clock.instant().getEpochSecond()));
        } else {
            silent.happened("calls go straight to their queues");
        }
    }

    private void beatOnAndOn() {
        try {
            while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                beatIfLinked();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatIfLinked() {
        if (link.connected()) {
            beat();
        }
    }

    private void set(String value) {
        try {
            link.epoch().actions().send(AmiActions.setGlobal(VARIABLE, value));
        } catch (TelephoneDown | AmiRefused e) {
            log.debug("No heartbeat this time: {}", e.getMessage());
        }
    }
}
