package dev.amends.line;

import dev.amends.staff.Rep;

import java.time.Instant;
import java.util.List;

/**
 * One queue as the telephone system answered when it was asked.
 *
 * @param waiting those in it, first in line first
 */
public record QueueSnapshot(String queue, List<Entry> waiting, List<Rep> reps) {

    public QueueSnapshot {
        waiting = List.copyOf(waiting);
        reps = List.copyOf(reps);
    }

    /** Somebody in the queue and when he joined it. */
    public record Entry(String id, Instant joinedAt) {}
}
