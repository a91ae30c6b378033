package dev.amends.line;

import dev.amends.staff.Rep;
import dev.amends.staff.Staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The live picture of all queues: who waits since when in the one order, and what each rep is
 * doing. Fed by one thread with the telephone system's events and, after each reconnect, a full
 * answer; asked by any. The store is read without the lock, so that no answer to a caller waits for
 * it.
 */
public final class Floor {

    /**
     * How long somebody who was told to join is counted before the telephone system has said so.
     */
    private static final Duration EXPECTED_FOR = Duration.ofSeconds(5);

    /** The longest question, read out and left unanswered. */
    private static final Duration SPEAKING_FOR = Duration.ofSeconds(20);

    private final ArrivalsOnRecord record;
    private final Map<String, Queue> queues = new HashMap<>();
    private final Map<LineName, Expiring<LineName>> speaking = new HashMap<>();
    private boolean known;

    public Floor(ArrivalsOnRecord record) {
        this.record = record;
    }

    /** Replaces everything by what the telephone system answered. */
    public void resynced(Collection<QueueSnapshot> snapshots) {
        Set<String> ids = new HashSet<>();
        snapshots.forEach(s -> s.waiting().forEach(entry -> ids.add(entry.id())));
        replace(snapshots, ids, new HashMap<>(record.of(ids)));
    }

    private synchronized void replace(
            Collection<QueueSnapshot> snapshots,
            Set<String> ids,
            Map<String, EffectiveArrival> arrivals) {
        queues.values().forEach(queue -> arrivals.putAll(queue.arrivals()));
        queues.values().forEach(queue -> queue.keepOnlyExpected(ids));
        for (QueueSnapshot snapshot : snapshots) {
            Queue queue = queue(snapshot.queue());
            for (QueueSnapshot.Entry entry : snapshot.waiting()) {
                EffectiveArrival joined = new EffectiveArrival(entry.joinedAt());
                queue.waiting.put(entry.id(), arrivals.getOrDefault(entry.id(), joined));
            }
            snapshot.reps().forEach(rep -> queue.reps.put(rep.device(), rep));
        }
        known = true;
    }

    /**
     * The telephone system can't be watched for now: nothing here is to be relied on until the next
     * resync.
     */
    public synchronized void lost() {
        known = false;
    }

    /**
     * Reception is speaking with somebody who is in no queue yet: he counts among those on the line
     * until he joins, leaves, or has not been heard of for a while.
     */
    public synchronized void speakingWith(Line line, String id, Instant now) {
        speaking(line).put(id, line.name(), now.plus(SPEAKING_FOR));
    }

    /** Reception has said goodbye to him. */
    public synchronized void goodbye(String id) {
        speaking.values().forEach(line -> line.remove(id));
    }

    /** Reception is sending somebody into a queue: he counts from now on. */
    public synchronized void expect(String queue, Waiting waiting, Instant now) {
        goodbye(waiting.id());
        queue(queue).expected.put(waiting.id(), waiting.arrival(), now.plus(EXPECTED_FOR));
    }

    /** Somebody joined a queue. */
    public void joined(String queueName, String id, Instant now) {
        if (!joinedAsKnown(queueName, id)) {
            EffectiveArrival joined = new EffectiveArrival(now);
            joined(queueName, id, record.of(List.of(id)).getOrDefault(id, joined));
        }
    }

    /** Whether his arrival is known without looking it up: then he is in the queue with it. */
    private synchronized boolean joinedAsKnown(String queueName, String id) {
        Queue queue = queue(queueName);
        EffectiveArrival expected = queue.expected.remove(id);
        if (expected != null) {
            queue.waiting.put(id, expected);
        }
        return queue.waiting.containsKey(id);
    }

    /** He may have been expected while his arrival was looked up: then that counts. */
    private synchronized void joined(String queueName, String id, EffectiveArrival found) {
        if (!joinedAsKnown(queueName, id)) {
            queue(queueName).waiting.put(id, found);
        }
    }

    /** Somebody left a queue, for whatever reason. */
    public synchronized void left(String queue, String id) {
        queue(queue).waiting.remove(id);
    }

    /** A rep of a queue is now doing this. */
    public synchronized void rep(String queue, Rep rep) {
        queue(queue).reps.put(rep.device(), rep);
    }

    /** A rep is no longer in this queue. */
    public synchronized void repLeft(String queue, String device) {
        queue(queue).reps.remove(device);
    }

    /** The picture of a line. */
    public synchronized LinePicture picture(Line line, Instant now) {
        Queue ordinary = queue(line.queue());
        Queue senior = queue(line.seniorQueue());
        return new LinePicture(
                known,
                ordinary.everybody(now),
                senior.everybody(now),
                speaking(line).at(now).size(),
                ordinary.staff(),
                senior.staff());
    }

    private Queue queue(String name) {
        return queues.computeIfAbsent(name, n -> new Queue());
    }

    private Expiring<LineName> speaking(Line line) {
        return speaking.computeIfAbsent(line.name(), n -> new Expiring<>());
    }

    private static final class Queue {
        private final Map<String, EffectiveArrival> waiting = new LinkedHashMap<>();
        private final Expiring<EffectiveArrival> expected = new Expiring<>();
        private final Map<String, Rep> reps = new LinkedHashMap<>();

        private Map<String, EffectiveArrival> arrivals() {
            Map<String, EffectiveArrival> all = new HashMap<>(waiting);
            all.putAll(expected.all());
            return all;
        }

        /** Those on their way are in no answer of the telephone system yet: they stay. */
        private void keepOnlyExpected(Set<String> arrived) {
            waiting.clear();
            reps.clear();
            arrived.forEach(expected::remove);
        }

        private List<Waiting> everybody(Instant now) {
            List<Waiting> all = new ArrayList<>();
            waiting.forEach((id, arrival) -> all.add(new Waiting(id, arrival)));
            expected.at(now)
                    .forEach((id, arrival) -> {
                        if (!waiting.containsKey(id)) {
                            all.add(new Waiting(id, arrival));
                        }
                    });
            return all;
        }

        private Staff staff() {
            return new Staff(List.copyOf(reps.values()));
        }
    }
}
