package dev.amends.store;

import dev.amends.caller.Bar;
import dev.amends.caller.Bars;
import dev.amends.caller.PhoneNumber;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is barred, in SQL: a person, and the number by which he was barred, should nothing else of
 * him be left. Every caller who arrives waits for the look.
 */
final class SqlBars implements Bars {

    private static final Logger log = LoggerFactory.getLogger(SqlBars.class);

    private static final String ROW =
            "SELECT number, reason, since, until_at, lifted_at FROM bar WHERE ";
    static final String STANDS =
            ROW
                    + "(number = :number OR person_id = ("
                    + People.BY_NUMBER
                    + ")) AND lifted_at IS NULL AND until_at > :now ORDER BY until_at DESC LIMIT 1";

    private static final QuickStatement LOOK = new QuickStatement(STANDS);

    private final Connections connections;

    SqlBars(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Bar> of(PhoneNumber number, Instant now) {
        return connections.read(handle ->
                LOOK.on(handle)
                        .bind("number", number.e164())
                        .bind("now", now.toEpochMilli())
                        .first(SqlBars::bar));
    }

    @Override
    public void put(Bar bar) {
        connections.write(handle -> {
            long person = People.of(handle, bar.number(), bar.since());
            lift(handle, person, bar.since());
            return handle.createUpdate(
                            "INSERT INTO bar (id, person_id, number, reason, since, until_at)"
                                    + " VALUES (:id, :person, :number, :reason, :since, :until)")
                    .bind("id", People.newId())
                    .bind("person", person)
                    .bind("number", bar.number().e164())
                    .bind("reason", bar.reason())
                    .bind("since", bar.since().toEpochMilli())
                    .bind("until", bar.until().toEpochMilli())
                    .execute();
        });
        log.info("caller {} is barred until {}", bar.number(), bar.until());
    }

    @Override
    public boolean lift(PhoneNumber number, Instant now) {
        boolean was =
                connections.write(handle ->
                        People.find(handle, number)
                                .map(person -> lift(handle, person, now) > 0)
                                .orElse(false));
        if (was) {
            log.info("caller {} is no longer barred", number);
        }
        return was;
    }

    private static int lift(Handle handle, long person, Instant now) {
        return handle.createUpdate(
                        "UPDATE bar SET lifted_at = :now WHERE person_id = :person"
                                + " AND lifted_at IS NULL AND until_at > :now")
                .bind("now", now.toEpochMilli())
                .bind("person", person)
                .execute();
    }

    @Override
    public List<OnRecord> list(Instant now, boolean withOver, int most) {
        return connections.read(handle ->
                handle.createQuery(
                                ROW
                                        + "(:all = 1 OR (lifted_at IS NULL AND until_at > :now))"
                                        + " ORDER BY since DESC, id LIMIT :most")
                        .bind("all", withOver ? 1 : 0)
                        .bind("now", now.toEpochMilli())
                        .bind("most", most)
                        .map((row, _) -> new OnRecord(bar(row), lifted(row)))
                        .list());
    }

    private static Bar bar(ResultSet row) throws SQLException {
        return new Bar(
                new PhoneNumber(row.getString("number")),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("until_at")));
    }

    private static Optional<Instant> lifted(ResultSet row) throws SQLException {
        long at = row.getLong("lifted_at");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
