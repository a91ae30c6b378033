package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells the dialplan every three seconds that turns are answered, so that it does not ask a server
 * that is not there. It is silent while turns are not answered: the dialplan then leaves Amends
 * alone. Before the first beat of each link it tells what else the dialplan has to know.
 */
public final class HeartBeat {

    private static final Logger log = LoggerFactory.getLogger(HeartBeat.class);
    static final String VARIABLE = "AMENDS_BEAT";
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final RareLog silent = new RareLog(log, "Turns are not answered, so no heartbeat");
    private final AmiLink link;
    private final BooleanSupplier turnsAreAnswered;
    private final Map<String, String> globals;
    private @Nullable AmiEpoch told;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * @param globals variables of the dialplan that come from the settings, with their values
     */
    public HeartBeat(AmiLink link, BooleanSupplier turnsAreAnswered, Map<String, String> globals) {
        this.link = link;
        this.turnsAreAnswered = turnsAreAnswered;
        this.globals = Map.copyOf(globals);
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
            set(VARIABLE, "0");
        }
    }

    /** One beat. */
    void beat() {
        if (turnsAreAnswered.getAsBoolean()) {
            tellGlobals();
            beatAt();
        } else {
            silent.happened("calls go straight to their queues");
        }
    }

    /** By the PBX's clock, as the dialplan compares it with that. */
    private void beatAt() {
        try {
            set(VARIABLE, Long.toString(link.there().getEpochSecond()));
        } catch (TelephoneDown | AmiRefused e) {
            log.debug("no heartbeat this time: {}", e.getMessage());
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

    /** Once a link: a PBX that was started anew has forgotten them. */
    private void tellGlobals() {
        AmiEpoch now = link.current();
        if (now != told
                && globals.entrySet().stream().allMatch(one -> set(one.getKey(), one.getValue()))) {
            told = now;
        }
    }

    private boolean set(String variable, String value) {
        try {
            link.epoch().actions().send(AmiActions.setGlobal(variable, value));
            return true;
        } catch (TelephoneDown | AmiRefused e) {
            log.debug("{} was not set this time: {}", variable, e.getMessage());
            return false;
        }
    }
}
