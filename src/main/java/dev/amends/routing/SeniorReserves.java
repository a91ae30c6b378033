package dev.amends.routing;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Keeps one senior of a line free for upset callers, whenever something changes on the floor. What
 * is kept is read from the floor itself, so that nothing an earlier life left behind outlasts the
 * first full picture.
 */
public final class SeniorReserves {

    private static final Logger log = LoggerFactory.getLogger(SeniorReserves.class);

    /** How often it is looked at should every event be lost. */
    private static final long SECONDS = 10;

    private final Floor floor;
    private final List<Line> lines;
    private final Map<LineName, SeniorTerms> terms;
    private final UpsetShare upset;
    private final OrdinaryCallers callers;
    private final InstantSource clock;
    private final Map<LineName, Set<String>> onRecord = new ConcurrentHashMap<>();
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("reserve").daemon().unstarted(this::run);
    private volatile boolean running = true;

    public SeniorReserves(
            Rules rules,
            Floor floor,
            UpsetShare upset,
            OrdinaryCallers callers,
            InstantSource clock) {
        this.lines = rules.lines();
        this.terms = rules.terms();
        this.floor = floor;
        this.upset = upset;
        this.callers = callers;
        this.clock = clock;
    }

    /** The lines and what they want. */
    public record Rules(List<Line> lines, Map<LineName, SeniorTerms> terms) {
        public Rules {
            lines = List.copyOf(lines);
            terms = Map.copyOf(terms);
        }
    }

    /** Begins to look whenever something changes. */
    public void start() {
        thread.start();
    }

    /** Lets everybody go, and looks no more. */
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(line -> change(line, SeniorReserve.nobody("Amends stops")));
    }

    /** Something has changed on the floor. Never blocks. */
    public void floorChanged() {
        changes.release();
    }

    private void run() {
        while (running) {
            try {
                changes.tryAcquire(SECONDS, TimeUnit.SECONDS);
                changes.drainPermits();
                look();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // One of the program's doors: the next look has its turn.
                log.error("Seniors could not be looked at", e);
            }
        }
    }

    /** Looks at each line once. */
    void look() {
        lines.forEach(line -> change(line, wanted(line)));
    }

    private SeniorReserve wanted(Line line) {
        LinePicture picture = floor.picture(line, clock.instant());
        return keepsOneFree(line)
                ? SeniorReservePolicy.decide(
                        new SeniorReservePolicy.Facts(
                                picture, upsetIsNext(line, picture), kept(picture)))
                : SeniorReserve.nobody("this line keeps nobody free");
    }

    private boolean keepsOneFree(Line line) {
        return terms.getOrDefault(line.name(), SeniorTerms.NONE).keepsOneFree();
    }

    private boolean upsetIsNext(Line line, LinePicture picture) {
        return picture.waiting().stream()
                .min(Comparator.comparing(Waiting::arrival, EffectiveArrival::compareTo))
                .filter(next -> upset.cameFirst(line.name(), next.id()))
                .isPresent();
    }

    private void change(Line line, SeniorReserve wanted) {
        LinePicture picture = floor.picture(line, clock.instant());
        if (!picture.known()) {
            return;
        }
        Set<String> kept = kept(picture);
        Set<String> let = minus(kept, wanted.devices());
        Set<String> come = new TreeSet<>(wanted.devices());
        come.retainAll(givenCallers(picture));
        // First who is given callers again: nobody shall wait because all are kept.
        let.forEach(device -> {
            log.debug("{} takes ordinary callers again: {}", device, wanted.reason());
            callers.giveAgain(line.queue(), device);
        });
        Set<String> then = minus(kept, let);
        then.addAll(come);
        boolean same = let.isEmpty() && come.isEmpty() && isOnRecord(line, then);
        if (same || remembered(line, then)) {
            come.forEach(device -> {
                log.debug("{} takes upset callers only: {}", device, wanted.reason());
                callers.keepFrom(line.queue(), device);
            });
        }
    }

    /** Nothing is on record of a line that never kept anybody. */
    private boolean isOnRecord(Line line, Set<String> kept) {
        boolean none = kept.isEmpty() && !keepsOneFree(line);
        return none || kept.equals(onRecord.get(line.name()));
    }

    /** On record before he is kept: else he would stay so, should Amends die now. */
    private boolean remembered(Line line, Set<String> kept) {
        boolean done = callers.remember(line, kept);
        if (done) {
            onRecord.put(line.name(), kept);
        } else {
            onRecord.remove(line.name());
        }
        return done;
    }

    private static Set<String> minus(Set<String> all, Set<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
    }

    private static Set<String> givenCallers(LinePicture picture) {
        return picture.reps().reps().stream()
                .filter(rep -> !rep.kept() && rep.state() != RepState.PAUSED)
                .map(Rep::device)
                .collect(Collectors.toSet());
    }

    private static Set<String> kept(LinePicture picture) {
        return picture.reps().reps().stream()
                .filter(Rep::kept)
                .map(Rep::device)
                .collect(Collectors.toSet());
    }
}
