package dev.amends.store;

import dev.amends.caller.Arrival;
import dev.amends.line.ArrivalCounts;
import dev.amends.line.LineName;
import dev.amends.line.PastArrivals;

import org.jdbi.v3.core.Handle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many came when, in SQL: a row for each hour of a line, however many calls there were. */
final class SqlArrivalCounts implements ArrivalCounts {

    static final String SINCE =
            "SELECT hour, calls FROM line_arrivals WHERE line = :line AND hour >= :from";
    static final String FIRST = "SELECT min(hour) FROM line_arrivals WHERE line = :line";

    private static final QuickStatement ONE_MORE =
            new QuickStatement(
                    "INSERT INTO line_arrivals (line, hour, calls) VALUES (:line, :hour, 1)"
                            + " ON CONFLICT (line, hour) DO UPDATE SET"
                            + " calls = line_arrivals.calls + 1");

    private final Connections connections;

    SqlArrivalCounts(Connections connections) {
        this.connections = connections;
    }

    /** One more came. */
    static void add(Handle handle, Arrival arrival) {
        ONE_MORE.on(handle)
                .bind("line", arrival.line())
                .bind("hour", PastArrivals.hourOf(arrival.at()))
                .execute();
    }

    @Override
    public PastArrivals since(LineName line, Instant from) {
        return connections.read(handle -> {
            Map<Long, Integer> hours = new HashMap<>();
            handle.createQuery(SINCE)
                    .bind("line", line.value())
                    .bind("from", PastArrivals.hourOf(from))
                    .map((row, context) -> hours.put(row.getLong("hour"), row.getInt("calls")))
                    .list();
            return new PastArrivals(first(handle, line), hours);
        });
    }

    private static Optional<Instant> first(Handle handle, LineName line) {
        return handle.createQuery(FIRST)
                .bind("line", line.value())
                .mapTo(Long.class)
                .findOne()
                .map(hour -> Instant.EPOCH.plus(Duration.ofHours(hour)));
    }
}
