package dev.amends.measure;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.ExpectedWait;
import dev.amends.line.Experience;
import dev.amends.line.Floor;
import dev.amends.line.Learned;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.QueueSnapshot;
import dev.amends.line.Standing;
import dev.amends.line.WaitPolicy;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * A day as Amends sees it: the very floor and experience of the program, fed with the same events
 * in the same order as Asterisk's, and asked about each caller's wait just before he joins.
 */
final class Watched {

    private static final Instant MORNING = Instant.parse("2026-11-02T08:00:00Z");
    private static final String QUEUE = "support";
    private static final Line LINE =
            new Line(
                    new LineName(QUEUE),
                    QUEUE,
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    private final Experience experience = new Experience(List.of(LINE));
    private final Floor floor = new Floor(ids -> Map.of(), experience);
    private final Rivals rivals;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingDouble(Due::at).thenComparingInt(Due::order));
    private final IntSupplier times;
    private final Map<String, Instant> waiting = new LinkedHashMap<>();
    private final Set<Integer> talking = new HashSet<>();
    private final int reps;
    private double nextAnswer;
    private int joined;

    /** Something that happens at a second of the day. */
    private record Due(double at, int order, Runnable happens) {}

    /** What each formula said to somebody who then would have waited so long. */
    record Told(double at, double offered, Optional<ExpectedWait> amends, Rivals.Said rivals) {}

    /** A day on which every event arrives once. */
    Watched(int reps) {
        this(reps, () -> 1);
    }

    /**
     * @param times how often the next event arrives: once, not at all, twice
     */
    Watched(int reps, IntSupplier times) {
        this.reps = reps;
        this.times = times;
        rivals = new Rivals(reps);
        answer();
    }

    /** The full answer that Amends asks for once a minute. */
    private void answer() {
        List<QueueSnapshot.Entry> entries =
                waiting.entrySet().stream()
                        .map(one -> new QueueSnapshot.Entry(one.getKey(), one.getValue()))
                        .toList();
        List<Rep> all =
                IntStream.range(0, reps)
                        .mapToObj(rep -> talking.contains(rep) ? busy(rep) : free(rep))
                        .toList();
        floor.resynced(List.of(new QueueSnapshot(QUEUE, entries, all)));
    }

    private void event(Runnable event) {
        for (int left = times.getAsInt(); left > 0; left--) {
            event.run();
        }
    }

    /** Lives through the day and reports what was said to everybody who had to wait. */
    void live(List<BusyDay.Caller> day, Consumer<Told> report) {
        for (BusyDay.Caller caller : day) {
            happenUntil(caller.at());
            if (caller.at() >= nextAnswer) {
                nextAnswer = caller.at() + 60;
                answer();
            }
            arrive(caller, report);
        }
    }

    private void happenUntil(double second) {
        while (!due.isEmpty() && due.element().at() <= second) {
            due.remove().happens().run();
        }
    }

    private void arrive(BusyDay.Caller caller, Consumer<Told> report) {
        Instant now = at(caller.at());
        String id = "1762070400." + ++joined;
        LinePicture picture = floor.picture(LINE, now);
        if (caller.offered() > 0) {
            Optional<ExpectedWait> said =
                    WaitPolicy.expected(
                            picture,
                            new WaitPolicy.Place(
                                    Set.of(id), new EffectiveArrival(now), Standing.ORDINARY));
            report.accept(
                    new Told(
                            caller.at(),
                            caller.offered(),
                            said,
                            rivals.say(picture.waiting().size())));
        }
        waiting.put(id, now);
        event(() -> floor.joined(QUEUE, id, now));
        if (caller.hangsUp()) {
            due.add(new Due(caller.until(), 1, () -> hangUp(id, caller)));
        } else if (caller.offered() == 0) {
            serve(id, caller);
        } else {
            due.add(new Due(caller.served(), 1, () -> serve(id, caller)));
        }
    }

    private void hangUp(String id, BusyDay.Caller caller) {
        waiting.remove(id);
        event(() -> floor.abandoned(QUEUE, id, at(caller.until())));
        event(() -> floor.left(QUEUE, id, at(caller.until())));
    }

    private void serve(String id, BusyDay.Caller caller) {
        Instant now = at(caller.served());
        Rep rep = busy(caller.rep());
        Experience.Connected taken =
                new Experience.Connected(
                        QUEUE, id, rep.device(), seconds(caller.offered()), Duration.ZERO);
        waiting.remove(id);
        talking.add(caller.rep());
        event(() -> floor.rep(QUEUE, rep));
        event(() -> floor.left(QUEUE, id, now));
        event(() -> floor.connected(taken, now));
        rivals.served(caller.offered());
        due.add(new Due(caller.until(), 0, () -> finish(id, caller)));
    }

    private void finish(String id, BusyDay.Caller caller) {
        double talked = caller.until() - caller.served();
        Rep rep = free(caller.rep());
        talking.remove(caller.rep());
        event(() -> floor.completed(QUEUE, id, rep.device(), seconds(talked), at(caller.until())));
        event(() -> floor.rep(QUEUE, rep));
        rivals.handled(talked);
    }

    /** What Amends has learned by then. */
    Learned learned(double second) {
        return experience.of(LINE.name(), at(second));
    }

    private static Rep busy(int rep) {
        return new Rep("PJSIP/rep" + rep, RepState.TALKING);
    }

    private static Rep free(int rep) {
        return new Rep("PJSIP/rep" + rep, RepState.FREE);
    }

    private static Instant at(double second) {
        return MORNING.plus(seconds(second));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
