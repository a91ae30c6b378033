package dev.amends.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** Virtual time and what will happen in it; of two things at one moment the one noted first. */
public final class Agenda implements InstantSource {

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private Instant now;
    private long noted;

    private record Entry(Instant at, long order, Runnable happens) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int first = at.compareTo(other.at);
            return first == 0 ? Long.compare(order, other.order) : first;
        }
    }

    public Agenda(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Does this at a moment; at once if that is over. */
    public void at(Instant when, Runnable happens) {
        entries.add(new Entry(when.isBefore(now) ? now : when, noted++, happens));
    }

    /** Does this after so long. */
    public void in(Duration time, Runnable happens) {
        at(now.plus(time), happens);
    }

    /** Lets everything happen up to this moment, and whatever comes of it up to then. */
    public void runUntil(Instant end) {
        for (Entry next = entries.peek();
                next != null && !next.at().isAfter(end);
                next = entries.peek()) {
            entries.remove();
            now = next.at();
            next.happens().run();
        }
        now = now.isAfter(end) ? now : end;
    }
}
