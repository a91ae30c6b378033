package dev.amends.store;

import dev.amends.line.ExperienceOnRecord;
import dev.amends.line.LineName;
import dev.amends.line.Tally;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines' experience in SQL, written behind: only the newest of what waits to be written counts. */
final class SqlExperience implements ExperienceOnRecord, AutoCloseable {

    static final String ALL = "SELECT line, what, weight, total, squares FROM line_experience";

    private static final int QUEUED = 100;

    private final Connections connections;
    private final WriteBehind<Sums> behind;

    /** All sums at one moment. */
    private record Sums(Map<LineName, Map<String, Tally>> all, Instant at) {}

    SqlExperience(Connections connections) {
        this.connections = connections;
        this.behind = new WriteBehind<>("amends-line-experience", QUEUED, this::write);
    }

    void start() {
        behind.start();
    }

    @Override
    public Map<LineName, Map<String, Tally>> read() {
        Map<LineName, Map<String, Tally>> all = new HashMap<>();
        connections.read(handle -> {
            handle.createQuery(ALL)
                    .map((row, context) ->
                            all.computeIfAbsent(
                                            new LineName(row.getString("line")),
                                            _ -> new HashMap<>())
                                    .put(
                                            row.getString("what"),
                                            new Tally(
                                                    row.getDouble("weight"),
                                                    row.getDouble("total"),
                                                    row.getDouble("squares"))))
                    .list();
            return all;
        });
        return all;
    }

    @Override
    public void write(Map<LineName, Map<String, Tally>> sums, Instant now) {
        behind.add(new Sums(Map.copyOf(sums), now));
    }

    @Override
    public void close() {
        behind.close();
    }

    private void write(List<Sums> group) {
        Sums newest = group.getLast();
        connections.write(handle -> {
            newest.all().forEach((line, sums) -> write(handle, line, sums, newest.at()));
            return newest;
        });
    }

    private static void write(Handle handle, LineName line, Map<String, Tally> sums, Instant at) {
        if (sums.isEmpty()) {
            return;
        }
        PreparedBatch rows =
                handle.prepareBatch(
                        "INSERT INTO line_experience (line, what, weight, total, squares, at)"
                                + " VALUES (:line, :what, :weight, :total, :squares, :at)"
                                + " ON CONFLICT (line, what) DO UPDATE SET weight ="
                                + " excluded.weight, total = excluded.total, squares ="
                                + " excluded.squares, at = excluded.at");
        sums.forEach((what, tally) ->
                rows.bind("line", line.value())
                        .bind("what", what)
                        .bind("weight", tally.weight())
                        .bind("total", tally.total())
                        .bind("squares", tally.squares())
                        .bind("at", at.toEpochMilli())
                        .add());
        rows.execute();
    }
}
