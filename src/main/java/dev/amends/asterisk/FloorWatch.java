package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.line.Floor;

import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the floor true during one epoch: first a full answer about each queue, then event by event,
 * and full answers again when events were lost and every now and then. Events that come between the
 * items of the answers are applied after all of them: an answer may be older than they are, never
 * newer than the last of them. Those that come before the first item are older than all of them:
 * Asterisk sends what has happened before it looks at the next action.
 */
final class FloorWatch {

    private static final Logger log = LoggerFactory.getLogger(FloorWatch.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final AmiEpoch epoch;
    private final AmiPatience patience;
    private final QueueNews news;
    private final Set<String> queues;
    private final List<ManagerEvent> heldBack = new ArrayList<>();

    /** The answers that are under way, by the ids of their questions. */
    private final Map<String, QueueListing> answers = new LinkedHashMap<>();

    private long due;

    /** Events were lost: what still comes before the answers has gaps, and is left out. */
    private boolean gaps;

    /**
     * @param queues those that are asked for; others don't matter
     */
    FloorWatch(AmiEpoch epoch, AmiPatience patience, QueueNews news, Set<String> queues) {
        this.epoch = epoch;
        this.patience = patience;
        this.news = news;
        this.queues = queues;
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
            if (asking() && answers.values().stream().allMatch(QueueListing::ended)) {
                finish(floor, resynced);
            } else if (System.nanoTime() - due >= 0) {
                overdue(clock);
            }
        }
    }

    private void ask(InstantSource clock) {
        heldBack.clear();
        answers.clear();
        due = System.nanoTime() + patience.reply().toNanos();
        for (String queue : queues) {
            String id = AmiText.freshId();
            answers.put(id, new QueueListing(queue, clock.instant()));
            epoch.askForQueue(queue, id);
        }
    }

    private boolean asking() {
        return !answers.isEmpty();
    }

    private void take(ManagerEvent event) {
        String actionId = event instanceof ResponseEvent response ? response.getActionId() : null;
        QueueListing answer = actionId == null ? null : answers.get(actionId);
        if (answer != null) {
            answer.take((ResponseEvent) event);
            due = System.nanoTime() + patience.reply().toNanos();
        } else if (event instanceof QueueEntryEvent
                && answers.values().stream().anyMatch(QueueListing::begun)) {
            // Its id comes last: it was broken off, and what follows is somebody's own making.
            throw new TelephoneDown("an item of QueueStatus was broken off by a caller id");
        } else if (actionId != null) {
            log.debug("An item of an earlier answer");
        } else if (answered()) {
            heldBack.add(event);
        } else if (!gaps) {
            news.apply(event);
        }
    }

    /** Whether a part of an answer has come. */
    private boolean answered() {
        return answers.values().stream().anyMatch(one -> one.begun() || one.ended());
    }

    private void finish(Floor floor, Runnable resynced) {
        floor.resynced(
                answers.values().stream()
                        .map(QueueListing::whole)
                        .flatMap(Optional::stream)
                        .toList());
        heldBack.forEach(news::apply);
        heldBack.clear();
        answers.clear();
        gaps = false;
        due = System.nanoTime() + patience.resyncEvery().toNanos();
        resynced.run();
    }

    private void overdue(InstantSource clock) {
        if (asking()) {
            throw new TelephoneDown("QueueStatus was not answered to its end: " + answers.values());
        }
        ask(clock);
    }
}
