package dev.amends.line;

import dev.amends.staff.Staff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a line looks like at one moment.
 *
 * @param known false while the telephone system cannot be watched: then nothing here may be relied
 *     on
 * @param waiting everybody in the ordinary queue, placeholders of promised callers included
 * @param waitingForSeniors everybody in the senior queue
 * @param spokenWith how many are on the line but still hear something before they join
 * @param firstSpokenWith those of them who came first, a hundred at most
 * @param reps the ordinary queue's reps
 * @param seniors the senior queue's reps
 * @param learned what past calls tell of the waits here
 */
public record LinePicture(
        boolean known,
        List<Waiting> waiting,
        List<Waiting> waitingForSeniors,
        int spokenWith,
        List<Waiting> firstSpokenWith,
        Staff reps,
        Staff seniors,
        Learned learned) {

    public LinePicture {
        waiting = List.copyOf(waiting);
        waitingForSeniors = List.copyOf(waitingForSeniors);
        firstSpokenWith = List.copyOf(firstSpokenWith);
    }

    /** A picture of a line of which nothing is known from the past. */
    public LinePicture(
            boolean known,
            List<Waiting> waiting,
            List<Waiting> waitingForSeniors,
            int spokenWith,
            Staff reps,
            Staff seniors) {
        this(
                known,
                waiting,
                waitingForSeniors,
                spokenWith,
                List.of(),
                reps,
                seniors,
                Learned.NOTHING);
    }

    /** The same, with what was learned. */
    public LinePicture with(Learned lore) {
        return new LinePicture(
                known,
                waiting,
                waitingForSeniors,
                spokenWith,
                firstSpokenWith,
                reps,
                seniors,
                lore);
    }

    /** The same, with more people who wait in the ordinary queue. */
    public LinePicture and(List<Waiting> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<Waiting> all = new ArrayList<>(waiting);
        all.addAll(others);
        return new LinePicture(
                known, all, waitingForSeniors, spokenWith, firstSpokenWith, reps, seniors, learned);
    }

    /** From one rep becoming free to the next; nothing while that is not known. */
    public Optional<Duration> step() {
        int onDuty = reps.onDuty();
        return learned.pace()
                .filter(_ -> onDuty > 0)
                .map(Pace::handlingSeconds)
                .map(seconds -> Duration.ofMillis(Math.round(1000 * seconds / onDuty)));
    }

    /** Everybody in the ordinary queue but one. */
    public List<Waiting> waitingBesides(String id) {
        return waiting.stream().filter(w -> !w.id().equals(id)).toList();
    }

    /** Whether a senior is free for one more caller who needs one. */
    public boolean seniorFree() {
        return seniors.free() > waitingForSeniors.size();
    }

    /**
     * How many wait on this line: in its queues, promised callers included, or on their way there.
     */
    public int howManyWait() {
        return waiting.size() + waitingForSeniors.size() + spokenWith;
    }
}
