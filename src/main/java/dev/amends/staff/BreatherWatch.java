package dev.amends.staff;

import dev.amends.staff.Breather.Running;
import dev.amends.staff.BreatherPolicy.Next;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Gives breathers and ends them: once a second, and at once when a hard call is over. What is on
 * record is compared with what the telephone system says, so that it does not matter who forgot
 * what meanwhile.
 */
public final class BreatherWatch {

    private static final Logger log = LoggerFactory.getLogger(BreatherWatch.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Breathers breathers;
    private final RepPauses pauses;
    private final BreatherPolicy policy;
    private final BreatherSettings settings;
    private final Consumer<Running> given;
    private final InstantSource clock;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("breathers").daemon().unstarted(this::run);

    /** Pauses may be there that nobody knows of. */
    private volatile boolean unknown = true;

    /**
     * @param given told of each one that begins
     */
    public BreatherWatch(
            Breathers breathers,
            RepPauses pauses,
            Rules rules,
            Consumer<Running> given,
            InstantSource clock) {
        this.breathers = breathers;
        this.pauses = pauses;
        this.policy = rules.policy();
        this.settings = rules.settings();
        this.given = given;
        this.clock = clock;
    }

    /** What it obeys. */
    public record Rules(BreatherPolicy policy, BreatherSettings settings) {}

    /** Starts looking. */
    public void start() {
        thread.start();
    }

    /** Stops looking; whoever has a breather keeps it until the next start. */
    public void stop() {
        thread.interrupt();
    }

    /** The telephone system was asked for everything anew. Never blocks. */
    public void resynced() {
        unknown = true;
        wakes.release();
    }

    /**
     * A hard call is over: its rep is owed a breather, or at least it counts as one that he has
     * had. Committed on return.
     */
    public void earned(HardCall call) {
        if (breathers.owe(call).isEmpty()) {
            return;
        }
        log.info("{} has had a hard call ({}), {}", call.rep(), call.why(), call.call());
        Instant since = clock.instant().minus(settings.shownWithin());
        long hard =
                breathers.since(since, Integer.MAX_VALUE).stream()
                        .filter(entry -> entry.after().rep().equals(call.rep()))
                        .count();
        if (hard >= settings.shownAfter()) {
            log.warn(
                    "{} has had {} hard calls within {} minutes: somebody should look after him",
                    call.rep(),
                    hard,
                    settings.shownWithin().toMinutes());
        }
        wakes.release();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                wakes.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
                tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look at all that are open. */
    void tick() {
        try {
            if (pauses.connected()) {
                look();
            }
        } catch (RuntimeException e) {
            log.warn("breathers could not be looked at, in a second again: {}", e.getMessage());
            log.debug("breathers", e);
        }
    }

    private void look() {
        List<Breather> open = breathers.open();
        boolean all = unknown;
        if (open.isEmpty() && !all) {
            return;
        }
        Duty duty = pauses.duty();
        List<Breather> after = new ArrayList<>();
        for (Breather breather : open) {
            Instant now = clock.instant();
            switch (policy.decide(breather, duty, now)) {
                case Next.Give(Running running, String why) -> {
                    give(running, why);
                    duty = duty.pausing(running.device(), BreatherPolicy.REASON);
                    after.add(running);
                }
                case Next.Resume(Running running, String why) -> {
                    log.info("{} is paused again, as {}", running.device(), why);
                    pauses.pause(running.device(), BreatherPolicy.REASON);
                    after.add(running);
                }
                case Next.End(String how) -> end(breather, how, now);
                case Next.Wait _ -> after.add(breather);
            }
        }
        if (all) {
            policy.strays(after, pauses.duty()).forEach(this::release);
            unknown = false;
        }
    }

    /** On record before he is paused: a pause that is not would be ended by the next life. */
    private void give(Running running, String why) {
        if (breathers.begin(running)) {
            pauses.pause(running.device(), BreatherPolicy.REASON);
            log.info("{} has a breather until {}: {}", running.device(), running.until(), why);
            given.accept(running);
        }
    }

    /** The pause ends first: a record that is closed would leave it to nobody. */
    private void end(Breather breather, String how, Instant now) {
        if (breather instanceof Running running) {
            pauses.release(running.device(), BreatherPolicy.REASON);
        }
        breathers.end(breather, now, how);
        log.info("the breather of {} is over: {}", breather.after().rep(), how);
    }

    private void release(String device) {
        log.info("{} is paused for a breather that nobody knows of: ended", device);
        pauses.release(device, BreatherPolicy.REASON);
    }
}
