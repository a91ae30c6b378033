package dev.amends.routing;

import dev.amends.caller.Temper;
import dev.amends.line.LineName;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers who came to each line lately, and lets no more than a share of them come first. In
 * memory only: after a restart the share is counted anew.
 */
public final class UpsetShare {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final int MOST = 200;

    private final UpsetSharePolicy policy;
    private final Map<LineName, Deque<Came>> lines = new HashMap<>();

    /**
     * @param mostPercent the share that comes first at most
     */
    public UpsetShare(int mostPercent) {
        this.policy = new UpsetSharePolicy(mostPercent);
    }

    private record Came(String call, Instant at, UpsetSharePolicy.Earlier who) {}

    /** Somebody comes to a line in this call: how he is treated. */
    public synchronized Temper comes(LineName line, String call, Temper temper, Instant now) {
        Deque<Came> lately = lines.computeIfAbsent(line, name -> new ArrayDeque<>());
        while (!lately.isEmpty() && outdated(lately, now)) {
            lately.removeFirst();
        }
        List<UpsetSharePolicy.Earlier> before = lately.stream().map(Came::who).toList();
        Temper treated = policy.decide(temper, before);
        lately.addLast(
                new Came(
                        call, now, new UpsetSharePolicy.Earlier(temper.points(), treated.first())));
        return treated;
    }

    /** Whether this call came lately, and comes first as its caller is upset. */
    public synchronized boolean cameFirst(LineName line, String call) {
        Deque<Came> lately = lines.get(line);
        return lately != null
                && lately.stream().anyMatch(one -> one.who().first() && one.call().equals(call));
    }

    private static boolean outdated(Deque<Came> lately, Instant now) {
        return lately.size() >= MOST || lately.getFirst().at().plus(LATELY).isBefore(now);
    }
}
