package dev.amends.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the lines have gone through, line by line: how long calls take, how patient callers are, and
 * how well waits were foreseen. Fed with the telephone system's events by one thread, asked by any.
 */
public final class Experience {

    private final Map<LineName, LineExperience> lines = new LinkedHashMap<>();
    private final Map<String, LineExperience> byQueue = new HashMap<>();
    private final Optional<Notes> notes;
    private boolean changed;

    /** Where all of it is written down. */
    private record Notes(ExperienceOnRecord record, InstantSource clock) {
        Instant now() {
            return clock.instant();
        }
    }

    /** Lines of which nothing is known, and nothing is written down. */
    public Experience(Collection<Line> lines) {
        this(lines, Optional.empty());
    }

    private Experience(Collection<Line> lines, Optional<Notes> notes) {
        this.notes = notes;
        for (Line line : lines) {
            LineExperience own = new LineExperience(line);
            this.lines.put(line.name(), own);
            byQueue.putIfAbsent(line.queue(), own);
            byQueue.putIfAbsent(line.seniorQueue(), own);
        }
    }

    /** Lines that go on from what was written down, and are written down every now and then. */
    public static Experience goingOn(
            Collection<Line> lines, ExperienceOnRecord record, InstantSource clock) {
        Experience experience = new Experience(lines, Optional.of(new Notes(record, clock)));
        experience.restore(record.read());
        return experience;
    }

    /** The line that a queue belongs to. */
    synchronized Optional<Line> lineOf(String queue) {
        return of(queue).map(LineExperience::line);
    }

    /** Somebody is found in a queue who joined it then. */
    synchronized void found(String queue, Waiting who, Instant since) {
        of(queue).ifPresent(line -> line.found(queue, who, since));
    }

    synchronized void joined(String queue, Waiting who, LinePicture picture, Instant now) {
        of(queue).ifPresent(line -> line.joined(queue, who, picture, now));
    }

    /**
     * Somebody left a queue without a rep.
     *
     * @param abandoned whether he hung up, or the queue gave him up
     */
    synchronized void left(String queue, String id, boolean abandoned, Instant now) {
        changed = true;
        of(queue).ifPresent(line -> line.left(id, abandoned, now));
    }

    /** A rep has taken somebody. */
    public synchronized void connected(Connected taken, Instant now) {
        changed = true;
        of(taken.queue()).ifPresent(line -> line.connected(taken, now));
    }

    /**
     * A rep who has taken somebody.
     *
     * @param held how long he was in this queue
     * @param ringing how long the rep's phone rang
     */
    public record Connected(
            String queue, String id, String device, Duration held, Duration ringing) {}

    /** A rep has finished with somebody with whom he talked for so long. */
    public synchronized void completed(
            String queue, String id, String device, Duration talked, Instant now) {
        of(queue).ifPresent(line -> line.completed(id, device, talked, now));
    }

    synchronized void offDuty(String device) {
        lines.values().forEach(line -> line.offDuty(device));
    }

    /**
     * Only these wait, says the telephone system: the moment to put right what was missed, and to
     * write down what was learned.
     */
    synchronized void resynced(Set<String> ids) {
        lines.values().forEach(line -> line.onlyThese(ids));
        if (changed) {
            changed = false;
            notes.ifPresent(to -> to.record().write(record(to.now()), to.now()));
        }
    }

    synchronized void lost() {
        lines.values().forEach(LineExperience::forgetUnfinished);
    }

    /** What is known of a line at this moment. */
    public synchronized Learned of(LineName line, Instant now) {
        LineExperience own = lines.get(line);
        return own == null ? Learned.NOTHING : own.learned(now);
    }

    /** All of it as it is written down, by line: a bounded number of sums under fixed names. */
    synchronized Map<LineName, Map<String, Tally>> record(Instant now) {
        Map<LineName, Map<String, Tally>> all = new HashMap<>();
        lines.forEach((name, line) -> all.put(name, line.record(now)));
        return all;
    }

    /** Goes on from what was written down. */
    synchronized void restore(Map<LineName, Map<String, Tally>> written) {
        written.forEach((name, tallies) -> {
            LineExperience own = lines.get(name);
            if (own != null) {
                own.restore(tallies);
            }
        });
    }

    private Optional<LineExperience> of(String queue) {
        return Optional.ofNullable(byQueue.get(queue));
    }
}
