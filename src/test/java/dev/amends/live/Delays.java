package dev.amends.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long callers took into the queue. */
record Delays(List<Duration> ascending) {

    static Delays of(List<Arrival> arrivals) {
        return new Delays(
                arrivals.stream().map(Arrival::delay).flatMap(Optional::stream).sorted().toList());
    }

    /** The delay that so many of a hundred do not exceed. */
    Duration percentile(int percent) {
        return ascending.get((ascending.size() - 1) * percent / 100);
    }

    Duration most() {
        return ascending.getLast();
    }

    @Override
    public String toString() {
        return "%d calls, p50 %d ms, p99 %d ms, max %d ms"
                .formatted(
                        ascending.size(),
                        percentile(50).toMillis(),
                        percentile(99).toMillis(),
                        most().toMillis());
    }
}
