package dev.amends.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The live callers who wait on a line, or have just left its queues: whoever comes out of one may
 * be on his way into another, or hear the choice again.
 */
final class Crowd {

    /** More are not watched. */
    private static final int MOST = 10_000;

    /** Whoever was given up by the queue is on his way into another one, or has hung up. */
    private static final Duration MOVING = Duration.ofSeconds(10);

    /** Whoever left by a key may come back from the choice. */
    private static final Duration CHOOSING = Duration.ofSeconds(120);

    /** In place of a number ahead: a rep was free. */
    static final int NO_WAIT = -1;

    private final Map<String, Wait> waiting = new HashMap<>();
    private final Map<String, Gone> gone = new HashMap<>();

    /**
     * Somebody who waits.
     *
     * @param ahead how many were before him, or {@link #NO_WAIT}
     * @param predicted the seconds he was expected to wait; 0 when that could not be told
     */
    record Wait(Instant since, Standing standing, int ahead, double predicted) {}

    /** A wait that is over without a rep. */
    record Over(Duration lasted, boolean hungUp) {}

    private record Gone(Wait who, Instant at, boolean abandoned) {
        boolean settled(Instant now) {
            return at.plus(abandoned ? MOVING : CHOOSING).isBefore(now);
        }
    }

    void add(String id, Wait wait) {
        if (waiting.size() < MOST) {
            waiting.put(id, wait);
        }
    }

    /** Whether he is there already, or was a moment ago and now is again. */
    boolean isBack(String id) {
        Gone before = gone.remove(id);
        if (before != null) {
            waiting.put(id, before.who());
        }
        return waiting.containsKey(id);
    }

    /** He came out of a queue; the two events that say so may come in any order. */
    void left(String id, boolean abandoned, Instant now) {
        Wait wait = waiting.remove(id);
        Gone before = gone.get(id);
        if (wait != null) {
            gone.put(id, new Gone(wait, now, abandoned));
        } else if (before != null && abandoned) {
            gone.put(id, new Gone(before.who(), before.at(), true));
        }
    }

    /** A rep has him. */
    Optional<Wait> remove(String id) {
        Optional<Wait> before = Optional.ofNullable(gone.remove(id)).map(Gone::who);
        return Optional.ofNullable(waiting.remove(id)).or(() -> before);
    }

    /** Those who have been gone for so long that they will not come back. */
    List<Over> sweep(Instant now) {
        if (gone.isEmpty()) {
            return List.of();
        }
        List<Over> over = new ArrayList<>();
        Iterator<Gone> each = gone.values().iterator();
        while (each.hasNext()) {
            Gone one = each.next();
            if (one.settled(now)) {
                Duration lasted = Duration.between(one.who().since(), one.at());
                over.add(new Over(lasted, one.abandoned()));
                each.remove();
            }
        }
        return over;
    }

    /** Seconds that all of them have waited so far. */
    double waiting(Instant now) {
        double all = 0;
        for (Wait wait : waiting.values()) {
            all += Math.max(0, Duration.between(wait.since(), now).toMillis() / 1000.0);
        }
        for (Gone one : gone.values()) {
            all += Math.max(0, Duration.between(one.who().since(), one.at()).toMillis() / 1000.0);
        }
        return all;
    }

    void onlyThese(Set<String> ids) {
        waiting.keySet().retainAll(ids);
    }

    void clear() {
        waiting.clear();
        gone.clear();
    }
}
