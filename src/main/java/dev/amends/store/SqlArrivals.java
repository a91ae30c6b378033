package dev.amends.store;

import dev.amends.line.ArrivalsOnRecord;
import dev.amends.line.EffectiveArrival;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Effective arrivals of calls, and of attempts by their promise. */
final class SqlArrivals implements ArrivalsOnRecord {

    static final String CALLS = "SELECT id, effective_arrival FROM call WHERE id IN (<ids>)";
    static final String ATTEMPTS =
            "SELECT a.id, p.effective_arrival FROM attempt a JOIN promise p ON p.id = a.promise_id"
                    + " WHERE a.id IN (<ids>)";

    /** So many ids in one statement. */
    private static final int AT_ONCE = 500;

    private final Connections connections;

    SqlArrivals(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Map<String, EffectiveArrival> of(Collection<String> ids) {
        List<String> wanted = new ArrayList<>(ids);
        Map<String, EffectiveArrival> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            connections.read(handle -> {
                add(found, handle, CALLS, some);
                add(found, handle, ATTEMPTS, some);
                return some;
            });
        }
        return found;
    }

    private static void add(
            Map<String, EffectiveArrival> found, Handle handle, String query, List<String> ids) {
        handle.createQuery(query)
                .bindList("ids", ids)
                .map((row, context) ->
                        Map.entry(
                                row.getString("id"),
                                new EffectiveArrival(
                                        Instant.ofEpochMilli(row.getLong("effective_arrival")))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
}
