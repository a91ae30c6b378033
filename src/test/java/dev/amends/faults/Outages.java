package dev.amends.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** When the telephone system itself was away: no call outlives that, and nobody can be blamed. */
final class Outages {

    /** After that it welcomes calls again. */
    private static final Duration BOOTS = Duration.ofSeconds(2);

    private final List<Outage> all = new CopyOnWriteArrayList<>();

    private record Outage(Instant from, Instant to) {}

    /** It was away so long. */
    void note(Instant from, Instant to) {
        all.add(new Outage(from, to.plus(BOOTS)));
    }

    /** Whether it was away at some time in between. */
    boolean between(Instant from, Instant to) {
        return all.stream().anyMatch(it -> it.from().isBefore(to) && it.to().isAfter(from));
    }

    /** When the call that began then was ended by it, if it was. */
    Optional<Instant> firstAfter(Instant moment) {
        return all.stream()
                .map(Outage::from)
                .filter(it -> it.isAfter(moment))
                .min(Instant::compareTo);
    }
}
