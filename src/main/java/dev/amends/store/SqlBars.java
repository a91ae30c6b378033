package dev.amends.store;

import dev.amends.caller.Bar;
import dev.amends.caller.Bars;
import dev.amends.caller.PhoneNumber;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
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
final class SqlBars implements Bars, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SqlBars.class);

    private static final int QUEUED = 1_000;

    private static final String ROW =
            "SELECT number, reason, since, until_at, lifted_at, tries, tried_at FROM bar WHERE ";
    private static final String IN_FORCE = "lifted_at IS NULL AND until_at > :now";
    private static final String AGAINST_HIM =
            "(number = :number OR person_id = (" + People.BY_NUMBER + ")) AND " + IN_FORCE;
    static final String STANDS = ROW + AGAINST_HIM + " ORDER BY until_at DESC LIMIT 1";

    private static final QuickStatement LOOK = new QuickStatement(STANDS);

    private final Connections connections;
    private final WriteBehind<Tried> behind;

    SqlBars(Connections connections) {
        this.connections = connections;
        this.behind = new WriteBehind<>("amends-barred-calls", QUEUED, this::write);
    }

    void start() {
        behind.start();
    }

    @Override
    public void close() {
        behind.close();
    }

    @Override
    public Optional<Bar> of(PhoneNumber number, Instant now) {
        return connections.read(handle -> look(handle, number, now));
    }

    private static Optional<Bar> look(Handle handle, PhoneNumber number, Instant now) {
        return LOOK.on(handle)
                .bind("number", number.e164())
                .bind("now", now.toEpochMilli())
                .first(SqlBars::bar);
    }

    @Override
    public void put(Bar bar) {
        connections.write(handle -> {
            long person = People.of(handle, bar.number(), bar.since());
            lift(handle, bar.number(), bar.since());
            return insert(handle, person, bar);
        });
        log.info("caller {} is barred until {}", bar.number(), bar.until());
    }

    private static int insert(Handle handle, long person, Bar bar) {
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
    }

    @Override
    public boolean lift(PhoneNumber number, Instant now) {
        boolean was = connections.write(handle -> lift(handle, number, now) > 0);
        if (was) {
            log.info("caller {} is no longer barred", number);
        }
        return was;
    }

    private static int lift(Handle handle, PhoneNumber number, Instant now) {
        return handle.createUpdate("UPDATE bar SET lifted_at = :now WHERE " + AGAINST_HIM)
                .bind("now", now.toEpochMilli())
                .bind("number", number.e164())
                .execute();
    }

    /**
     * Before a person is forgotten: whichever of his numbers he uses stays barred, each by itself,
     * as nothing will tell any more whose it is. What no longer stands goes; how many of them.
     */
    static int outlast(Handle handle, long person, Instant now) {
        List<String> numbers =
                handle.createQuery("SELECT e164 FROM number WHERE person_id = :person")
                        .bind("person", person)
                        .mapTo(String.class)
                        .list();
        for (String each : numbers) {
            PhoneNumber number = new PhoneNumber(each);
            look(handle, number, now)
                    .filter(bar -> !bar.number().equals(number))
                    .ifPresent(bar -> insert(handle, person, bar.with(number)));
        }
        return forget(handle, PersonTable.BAR.his(), now).bind("person", person).execute();
    }

    /** What no longer stands against a number of which nobody is known; how many went. */
    static int forget(Handle handle, PhoneNumber number, Instant now) {
        return forget(handle, "number = :number", now).bind("number", number.e164()).execute();
    }

    private static Update forget(Handle handle, String whose, Instant now) {
        return handle.createUpdate("DELETE FROM bar WHERE " + whose + " AND NOT (" + IN_FORCE + ")")
                .bind("now", now.toEpochMilli());
    }

    private record Tried(PhoneNumber number, Instant at) {}

    @Override
    public void tried(PhoneNumber number, Instant at) {
        behind.add(new Tried(number, at));
    }

    private void write(List<Tried> group) {
        connections.write(handle -> {
            for (Tried one : group) {
                handle.createUpdate(
                                "UPDATE bar SET tries = tries + 1, tried_at = :now WHERE "
                                        + AGAINST_HIM)
                        .bind("now", one.at().toEpochMilli())
                        .bind("number", one.number().e164())
                        .execute();
            }
            return group.size();
        });
    }

    @Override
    public List<OnRecord> list(Instant now, boolean withOver, int most) {
        return connections.read(handle ->
                handle.createQuery(
                                ROW
                                        + "(:all = 1 OR ("
                                        + IN_FORCE
                                        + "))"
                                        + " ORDER BY since DESC, id LIMIT :most")
                        .bind("all", withOver ? 1 : 0)
                        .bind("now", now.toEpochMilli())
                        .bind("most", most)
                        .map((row, _) -> new OnRecord(bar(row), time(row, "lifted_at"), tries(row)))
                        .list());
    }

    private static Bar bar(ResultSet row) throws SQLException {
        return new Bar(
                new PhoneNumber(row.getString("number")),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("until_at")));
    }

    private static Tries tries(ResultSet row) throws SQLException {
        return new Tries(row.getInt("tries"), time(row, "tried_at"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
