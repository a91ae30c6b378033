package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.line.Floor;
import dev.amends.line.QueueSnapshot;

import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the floor true during one epoch: first a full answer, then event by event, and a full
 * answer again when events were lost and every now and then. Events that come between the items of
 * an answer are applied after it: it may be older than they are, never newer than the last of them.
 * Those that come before its first item are older than it: Asterisk sends what has happened before
 * it looks at the next action.
 */
final class FloorWatch {

    private static final Logger log = LoggerFactory.getLogger(FloorWatch.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final AmiEpoch epoch;
    private final AmiPatience patience;
    private final QueueNews news;
    private final List<ManagerEvent> heldBack = new ArrayList<>();
    private @Nullable QueueListing listing;
    private String id = "";
    private long due;

    /** Events were lost: what still comes before the answer has gaps, and is left out. */
    private boolean gaps;

    FloorWatch(AmiEpoch epoch, AmiPatience patience, QueueNews news) {
        this.epoch = epoch;
        this.patience = patience;
        this.news = news;
    }

    /**
     * Runs until the epoch ends.
     *
     * @param resynced is run after each full answer
     * @throws TelephoneDown with the reason why the epoch ended
     */
    void run(Floor floor, InstantSource clock, Runnable resynced) throws InterruptedException {
        ask(clock);
        while (true) {
            ManagerEvent event = epoch.next(LOOK);
            epoch.requireAlive();
            if (epoch.lostEvents() || heldBack.size() > patience.eventsHeld()) {
                log.warn("Too many events from the PBX at once: asking for everything again");
                floor.lost();
                gaps = true;
                ask(clock);
            } else if (event != null) {
                take(event);
            }
            QueueListing answer = listing;
            if (answer != null && answer.ended()) {
                finish(floor, answer, resynced);
            } else if (System.nanoTime() - due >= 0) {
                overdue(clock);
            }
        }
    }

    private void ask(InstantSource clock) {
        heldBack.clear();
        id = AmiText.freshId();
        listing = new QueueListing(clock.instant());
        due = System.nanoTime() + patience.reply().toNanos();
        epoch.askForQueues(id);
    }

    private void take(ManagerEvent event) {
        QueueListing answer = listing;
        String actionId = event instanceof ResponseEvent response ? response.getActionId() : null;
        if (answer != null && id.equals(actionId)) {
            answer.take((ResponseEvent) event);
            due = System.nanoTime() + patience.reply().toNanos();
        } else if (answer != null && answer.begun() && event instanceof QueueEntryEvent) {
            // Its id comes last: it was broken off, and what follows is somebody's own making.
            throw new TelephoneDown("an item of QueueStatus was broken off by a caller id");
        } else if (actionId != null) {
            log.debug("An item of an earlier answer");
        } else if (answer != null && answer.begun()) {
            heldBack.add(event);
        } else if (!gaps) {
            news.apply(event);
        }
    }

    private void finish(Floor floor, QueueListing answer, Runnable resynced) {
        List<QueueSnapshot> queues =
                answer.complete()
                        .orElseThrow(
                                () -> new TelephoneDown("QueueStatus is incomplete: " + answer));
        floor.resynced(queues);
        heldBack.forEach(news::apply);
        heldBack.clear();
        listing = null;
        gaps = false;
        due = System.nanoTime() + patience.resyncEvery().toNanos();
        resynced.run();
    }

    private void overdue(InstantSource clock) {
        if (listing != null) {
            throw new TelephoneDown("QueueStatus was not answered to its end: " + listing);
        }
        ask(clock);
    }
}
