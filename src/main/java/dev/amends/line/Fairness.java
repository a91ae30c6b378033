package dev.amends.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts who was passed in a queue although he came earlier in the one order: the proof that
 * neither promised callers nor those on the line starve. Head starts are inside of the order, and
 * each queue is looked at by itself, so what the rules want is not counted. Whoever was passed
 * counts once he has a rep or has left: before that it is not known whose turn came first. Decides
 * nothing.
 */
public final class Fairness {

    /** Who came, or was given a rep, so close together is not told apart. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    /** Whoever left a queue for a rep has him by then. */
    private static final Duration MEETING = Duration.ofSeconds(30);

    /** More are not watched. */
    private static final int MOST = 10_000;

    /** How often one person is passed: more is starving enough. */
    private static final int MOST_TIMES = 100;

    private final Map<String, Spot> waiting = new HashMap<>();
    private final Map<String, Left> left = new HashMap<>();
    private PassedOver counts = PassedOver.NOBODY;

    /** Somebody in a queue, and how he was passed there so far. */
    private record Spot(String queue, Waiting who, Instant since, List<Pass> passes) {
        boolean wasPassedBy(Spot other, Instant turn) {
            return queue.equals(other.queue)
                    && since.isBefore(turn)
                    && SAME_MOMENT.compareTo(earlierThan(other)) < 0;
        }

        Duration earlierThan(Spot other) {
            return Duration.between(who.arrival().at(), other.who.arrival().at());
        }
    }

    /**
     * Somebody else's turn came first.
     *
     * @param by how much later the other one came
     */
    private record Pass(Instant turn, Duration by) {}

    private record Left(Spot spot, Instant at) {}

    /** What was counted. */
    public PassedOver counts() {
        return counts;
    }

    /** Somebody waits in a queue; hearing it twice changes nothing. */
    public void waits(String queue, Waiting who, Instant since) {
        Optional.ofNullable(left.remove(who.id())).ifPresent(this::unserved);
        if (waiting.size() < MOST) {
            waiting.putIfAbsent(who.id(), new Spot(queue, who, since, new ArrayList<>()));
        }
    }

    /** He has left it; whether for a rep is known a little later. */
    public void left(String id, Instant now) {
        sweep(now);
        Spot spot = waiting.remove(id);
        if (spot != null) {
            left.put(id, new Left(spot, now));
        }
    }

    private void sweep(Instant now) {
        left.values()
                .removeIf(one -> {
                    boolean over = one.at().plus(MEETING).isBefore(now);
                    if (over) {
                        unserved(one);
                    }
                    return over;
                });
    }

    private void unserved(Left one) {
        one.spot().passes().forEach(pass -> count(one.spot(), pass));
    }

    /**
     * A rep has him, or his placeholder. His turn came when the rep's phone began to ring: who
     * joined after that was not passed by him, and who had a turn after that has not passed him,
     * whoever was quicker to pick up.
     *
     * @param ringing how long the rep's phone rang
     */
    public void served(String id, Duration ringing, Instant now) {
        Left gone = left.remove(id);
        Spot spot = gone == null ? waiting.remove(id) : gone.spot();
        if (spot == null) {
            return;
        }
        Instant turn = (gone == null ? now : gone.at()).minus(ringing);
        counts = counts.oneMoreServed();
        spot.passes().stream()
                .filter(pass -> pass.turn().plus(SAME_MOMENT).isBefore(turn))
                .forEach(pass -> count(spot, pass));
        for (Spot other : waiting.values()) {
            if (other.wasPassedBy(spot, turn) && other.passes().size() < MOST_TIMES) {
                other.passes().add(new Pass(turn, other.earlierThan(spot)));
            }
        }
    }

    private void count(Spot passed, Pass pass) {
        counts = counts.passed(passed.who().promised(), pass.by());
    }

    /** Only these wait. */
    void onlyThese(Set<String> ids) {
        waiting.keySet().retainAll(ids);
    }

    /** Forgets who waits: events may be missing. */
    public void clear() {
        waiting.clear();
        left.clear();
    }

    void record(Map<String, Tally> all) {
        counts.record(all);
    }

    void restore(Map<String, Tally> all) {
        counts = PassedOver.read(all);
    }
}
