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

    /** As many of them are told apart; a picture shall not cost more the more there are. */
    private static final int MOST_SPOKEN_WITH = 100;

    private final ArrivalsOnRecord record;
    private final Experience experience;
    private final Map<String, Queue> queues = new HashMap<>();
    private final Map<LineName, Expiring<Waiting>> speaking = new HashMap<>();
    private boolean known;

    /** A floor on which nothing is learned. */
    public Floor(ArrivalsOnRecord record) {
        this(record, new Experience(List.of()));
    }

    /**
     * @param experience learns from what happens here
     */
    public Floor(ArrivalsOnRecord record, Experience experience) {
        this.record = record;
        this.experience = experience;
    }

    /** Replaces everything by what the telephone system answered. */
    public void resynced(Collection<QueueSnapshot> snapshots) {
        Set<String> ids = new HashSet<>();
        snapshots.forEach(s -> s.waiting().forEach(entry -> ids.add(entry.id())));
        replace(snapshots, ids, new HashMap<>(record.of(ids)));
        experience.resynced(ids);
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
                EffectiveArrival arrival = arrivals.getOrDefault(entry.id(), joined);
                queue.waits(entry.id(), arrival);
                experience.found(
                        snapshot.queue(), new Waiting(entry.id(), arrival), entry.joinedAt());
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
        experience.lost();
    }

    /**
     * Reception is speaking with somebody who is in no queue yet: he counts among those on the line
     * until he joins, leaves, or has not been heard of for a while.
     */
    public synchronized void speakingWith(Line line, String id, Instant now) {
        Waiting before = speaking(line).all().get(id);
        Waiting one = before == null ? new Waiting(id, new EffectiveArrival(now)) : before;
        speaking(line).put(id, one, now.plus(SPEAKING_FOR));
    }

    /** Reception has said goodbye to him. */
    public synchronized void goodbye(String id) {
        speaking.values().forEach(line -> line.remove(id));
    }

    /** Reception is sending somebody into a queue: he counts from now on. */
    public synchronized void expect(String queue, Waiting waiting, Instant now) {
        goodbye(waiting.id());
        queue(queue).expected.put(waiting.id(), waiting, now.plus(EXPECTED_FOR));
    }

    /** Somebody joined a queue. */
    public void joined(String queueName, String id, Instant now) {
        if (!joinedAsKnown(queueName, id)) {
            EffectiveArrival joined = new EffectiveArrival(now);
            joined(queueName, id, record.of(List.of(id)).getOrDefault(id, joined));
        }
        experience.lineOf(queueName).ifPresent(line -> learn(line, queueName, id, now));
    }

    private synchronized void learn(Line line, String queueName, String id, Instant now) {
        Waiting one = queue(queueName).waiting.get(id);
        if (known && one != null) {
            experience.joined(queueName, one, picture(line, now), now);
        }
    }

    /** Whether his arrival is known without looking it up: then he is in the queue with it. */
    private synchronized boolean joinedAsKnown(String queueName, String id) {
        Queue queue = queue(queueName);
        Waiting expected = queue.expected.remove(id);
        if (expected != null) {
            queue.waiting.put(id, expected);
        }
        return queue.waiting.containsKey(id);
    }

    /** He may have been expected while his arrival was looked up: then that counts. */
    private synchronized void joined(String queueName, String id, EffectiveArrival found) {
        if (!joinedAsKnown(queueName, id)) {
            queue(queueName).waits(id, found);
        }
    }

    /** Somebody left a queue, for whatever reason. */
    public synchronized void left(String queue, String id, Instant now) {
        queue(queue).waiting.remove(id);
        experience.left(queue, id, false, now);
    }

    /** Somebody hung up in a queue, or it gave him up. */
    public synchronized void abandoned(String queue, String id, Instant now) {
        queue(queue).waiting.remove(id);
        experience.left(queue, id, true, now);
    }

    /** A rep has taken somebody. */
    public void connected(Experience.Connected taken, Instant now) {
        experience.connected(taken, now);
    }

    /** A rep has finished with somebody with whom he talked for so long. */
    public void completed(String queue, String id, String device, Duration talked, Instant now) {
        experience.completed(queue, id, device, talked, now);
    }

    /** A rep of a queue is now doing this. */
    public synchronized void rep(String queue, Rep rep) {
        queue(queue).reps.put(rep.device(), rep);
        if (!rep.state().onDuty()) {
            experience.offDuty(rep.device());
        }
    }

    /** A rep is no longer in this queue. */
    public synchronized void repLeft(String queue, String device) {
        queue(queue).reps.remove(device);
        experience.offDuty(device);
    }

    /** The picture of a line. */
    public synchronized LinePicture picture(Line line, Instant now) {
        Queue ordinary = queue(line.queue());
        Queue senior = queue(line.seniorQueue());
        Map<String, Waiting> spokenWith = speaking(line).at(now);
        return new LinePicture(
                known,
                ordinary.everybody(now),
                senior.everybody(now),
                spokenWith.size(),
                first(spokenWith),
                ordinary.staff(),
                senior.staff(),
                experience.of(line.name(), now));
    }

    private static List<Waiting> first(Map<String, Waiting> spokenWith) {
        List<Waiting> first = new ArrayList<>(Math.min(spokenWith.size(), MOST_SPOKEN_WITH));
        for (Waiting one : spokenWith.values()) {
            if (first.size() == MOST_SPOKEN_WITH) {
                break;
            }
            first.add(one);
        }
        return first;
    }

    private Queue queue(String name) {
        return queues.computeIfAbsent(name, n -> new Queue());
    }

    private Expiring<Waiting> speaking(Line line) {
        return speaking.computeIfAbsent(line.name(), n -> new Expiring<>());
    }

    private static final class Queue {
        private final Map<String, Waiting> waiting = new LinkedHashMap<>();
        private final Expiring<Waiting> expected = new Expiring<>();
        private final Map<String, Rep> reps = new LinkedHashMap<>();

        private void waits(String id, EffectiveArrival arrival) {
            waiting.put(id, new Waiting(id, arrival));
        }

        private Map<String, EffectiveArrival> arrivals() {
            Map<String, EffectiveArrival> all = new HashMap<>();
            waiting.forEach((id, one) -> all.put(id, one.arrival()));
            expected.all().forEach((id, one) -> all.put(id, one.arrival()));
            return all;
        }

        /** Those on their way are in no answer of the telephone system yet: they stay. */
        private void keepOnlyExpected(Set<String> arrived) {
            waiting.clear();
            reps.clear();
            arrived.forEach(expected::remove);
        }

        private List<Waiting> everybody(Instant now) {
            Map<String, Waiting> coming = expected.at(now);
            if (coming.isEmpty()) {
                return List.copyOf(waiting.values());
            }
            List<Waiting> all = new ArrayList<>(waiting.values());
            coming.forEach((id, one) -> {
                if (!waiting.containsKey(id)) {
                    all.add(one);
                }
            });
            return all;
        }

        private Staff staff() {
            return new Staff(List.copyOf(reps.values()));
        }
    }
}
