package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;

import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One stretch of being connected to the PBX: a session for events, a session for actions, a bounded
 * queue between the library's threads and ours, and a ping watch on both sessions. It ends with the
 * first thing that goes wrong and is never repaired.
 */
final class AmiEpoch implements AutoCloseable {

    private final AmiPatience patience;
    private final BlockingQueue<ManagerEvent> events;
    private final LibraryBacklog backlog = new LibraryBacklog();
    private final AtomicBoolean overflow = new AtomicBoolean();
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable AmiSession watching;
    private @Nullable AmiSession acting;
    private Instant runsSince = Instant.EPOCH;

    private AmiEpoch(AmiPatience patience) {
        this.patience = patience;
        this.events = new ArrayBlockingQueue<>(patience.eventsHeld());
    }

    /**
     * Logs in twice and begins to watch.
     *
     * @throws TelephoneDown when there is no connection
     * @throws AmiRefused when the account is refused, or lacks a right
     */
    static AmiEpoch open(AmiSettings settings, InstantSource clock) {
        AmiEpoch epoch = new AmiEpoch(settings.patience());
        try {
            epoch.login(settings, clock);
            return epoch;
        } catch (RuntimeException e) {
            epoch.close();
            throw e;
        }
    }

    private void login(AmiSettings settings, InstantSource clock) {
        acting = AmiSession.forActions(settings, why -> end("the connection for actions " + why));
        watching =
                AmiSession.forEvents(
                        settings, this::offer, why -> end("the connection for events " + why));
        runsSince = PbxClock.ours(BootTime.of(actions()), actions(), clock);
        watch(actions(), "actions");
        watch(session(), "events");
    }

    /** Runs on the library's thread: never waits. */
    private void offer(ManagerEvent event) {
        boolean lost = backlog.mayHaveLost(event, System.currentTimeMillis());
        if (lost || (QueueNews.matters(event) && !events.offer(event))) {
            overflow.set(true);
        }
    }

    private void watch(AmiSession session, String what) {
        Thread.ofVirtual()
                .name("ami-ping-" + what)
                .start(() -> new PingWatch(session, patience, ended).run(this::end));
    }

    /** Ends this epoch; only the first reason counts. */
    void end(String reason) {
        if (end.compareAndSet(null, reason)) {
            ended.countDown();
        }
    }

    /** Throws {@link TelephoneDown} with the reason once this epoch has ended. */
    void requireAlive() {
        String reason = end.get();
        if (reason != null) {
            throw new TelephoneDown(reason);
        }
    }

    /** The session for actions. */
    AmiSession actions() {
        return require(acting);
    }

    /** When the PBX was started, by our clock. The same for the whole epoch: a restart ends it. */
    Instant runsSince() {
        return runsSince;
    }

    /** Asks for a queue; the answer arrives among the events, marked by the id. */
    void askForQueue(String queue, String id) {
        AmiAction action = AmiActions.queueStatus(queue);
        action.setActionId(id);
        session().send(action, this::refusal);
    }

    private void refusal(@Nullable ManagerResponse response) {
        if (response != null && "Error".equals(response.getResponse())) {
            end("the PBX refused QueueStatus: " + response.getMessage());
        }
    }

    /** The next event, or nothing after a short while. */
    @Nullable ManagerEvent next(Duration longest) throws InterruptedException {
        return events.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether events were lost since this was last asked; if so, those held are dropped too. */
    boolean lostEvents() {
        if (!overflow.getAndSet(false)) {
            return false;
        }
        events.clear();
        return true;
    }

    private AmiSession session() {
        return require(watching);
    }

    private static AmiSession require(@Nullable AmiSession session) {
        if (session == null) {
            throw new IllegalStateException("not logged in");
        }
        return session;
    }

    @Override
    public void close() {
        end("closed");
        // Saying goodbye to a frozen PBX takes its time: not ours.
        for (AmiSession session : new AmiSession[] {watching, acting}) {
            if (session != null) {
                Thread.ofVirtual().name("ami-close").start(session::close);
            }
        }
    }
}
