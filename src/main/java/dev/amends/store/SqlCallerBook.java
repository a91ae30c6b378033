package dev.amends.store;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallId;
import dev.amends.caller.CallerBook;
import dev.amends.caller.CallerHistory;
import dev.amends.caller.Flag;
import dev.amends.caller.FlagKind;
import dev.amends.caller.FlagOnRecord;
import dev.amends.caller.Linking;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.Signals;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of callers, in SQL. Calls and signals are written behind, flags at once. */
final class SqlCallerBook implements CallerBook, Signals, AutoCloseable {

    /** No more than the last so many calls are counted, however often somebody calls. */
    static final int COUNTED = 1_000;

    /** A hang-up counts by its own time; its call began at most so much earlier. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final int QUEUED = 20_000;
    private static final Logger log = LoggerFactory.getLogger(SqlCallerBook.class);

    private static final String PERSON = "(" + People.BY_NUMBER + ")";

    private static final String CALLS =
            "SELECT count(CASE WHEN c.at >= :since THEN 1 END) AS calls,"
                    + " max(CASE WHEN c.at >= :since THEN c.at END) AS last,"
                    + " max(CASE WHEN c.hung_up_waiting_at >= :since"
                    + " THEN c.hung_up_waiting_at END) AS hung_up,"
                    + " max(CASE WHEN c.at >= :dayBefore"
                    + " THEN coalesce(c.answered_at, c.hung_up_waiting_at) - c.at END) AS waited"
                    + " FROM (SELECT at, hung_up_waiting_at, answered_at FROM call"
                    + " WHERE person_id = "
                    + PERSON
                    + " AND at >= :longBefore AND at < :now ORDER BY at DESC LIMIT :counted) c";

    /** One statement, as every caller who arrives waits for it. */
    static final String HISTORY =
            "SELECT h.calls, h.last, h.hung_up, h.waited,"
                    + FlagRows.columns("f")
                    + ","
                    + FlagRows.columns("a")
                    + " FROM ("
                    + CALLS
                    + ") h"
                    + FlagRows.join("f", FlagKind.UPSET, PERSON)
                    + FlagRows.join("a", FlagKind.ABUSIVE, PERSON);

    private static final QuickStatement LOOK = new QuickStatement(HISTORY);
    private static final QuickStatement WRITE =
            new QuickStatement(
                    "INSERT INTO call (id, person_id, line, at, effective_arrival, route,"
                            + " reason) VALUES (:id, :person, :line, :at, :arrival, :route,"
                            + " :reason) ON CONFLICT (id) DO NOTHING");

    /** He was still asked on arrival when it was written down. */
    private static final QuickStatement ROUTED =
            new QuickStatement(
                    "UPDATE call SET effective_arrival = :arrival, route = :route, reason = :reason"
                            + " WHERE id = :id AND route = '"
                            + Arrival.NOT_ROUTED
                            + "'");

    private final Connections connections;
    private final FlagRows flags;
    private final WriteBehind<Remembered> behind;

    SqlCallerBook(Connections connections) {
        this.connections = connections;
        this.flags = new FlagRows(connections);
        this.behind = new WriteBehind<>("amends-call-records", QUEUED, this::write);
    }

    void start() {
        behind.start();
    }

    @Override
    public CallerHistory history(PhoneNumber number, Instant since, Instant now) {
        return connections.read(handle ->
                LOOK.on(handle)
                        .bind("number", number.e164())
                        .bind("since", since.toEpochMilli())
                        .bind("dayBefore", now.minus(LONGEST_WAIT).toEpochMilli())
                        .bind("longBefore", since.minus(LONGEST_WAIT).toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .bind("counted", COUNTED)
                        .first(SqlCallerBook::history)
                        .orElseThrow());
    }

    @Override
    public void flag(PhoneNumber number, Flag flag) {
        flags.set(number, flag);
    }

    @Override
    public boolean flag(CallId call, Flag flag) {
        return flags.set(call, flag);
    }

    @Override
    public List<FlagOnRecord> flags(Instant now, boolean withFaded, int most) {
        return flags.list(now, withFaded, most);
    }

    @Override
    public boolean blocked(PhoneNumber number) {
        return connections.read(handle -> BlockRows.has(handle, number));
    }

    @Override
    public void block(PhoneNumber number, String reason, Instant now) {
        connections.write(handle -> BlockRows.put(handle, number, reason, now));
        log.info("number {} is on the block list", number);
    }

    @Override
    public boolean unblock(PhoneNumber number) {
        boolean was = connections.write(handle -> BlockRows.take(handle, number));
        if (was) {
            log.info("number {} is no longer on the block list", number);
        }
        return was;
    }

    @Override
    public Linking link(PhoneNumber number, PhoneNumber joins, Instant now) {
        Linking done = connections.write(handle -> PersonLinks.link(handle, number, joins, now));
        log.info("numbers {} and {} as one person's: {}", number, joins, done);
        return done;
    }

    @Override
    public Linking unlink(PhoneNumber number, Instant now) {
        Linking done = connections.write(handle -> PersonLinks.unlink(handle, number, now));
        log.info("number {} as a person's of its own again: {}", number, done);
        return done;
    }

    @Override
    public void arrived(Arrival arrival) {
        behind.add(new Remembered.Came(arrival));
    }

    @Override
    public void hungUpWaiting(CallId call, Instant at) {
        behind.add(new Remembered.HungUp(call, at));
    }

    @Override
    public void answered(CallId call, Instant at) {
        behind.add(new Remembered.Answered(call, at));
    }

    @Override
    public void record(Signal signal) {
        behind.add(new Remembered.Seen(signal));
        log.info(
                "signal {} of {}: {}",
                signal.kind().word(),
                signal.call()
                        .map(CallId::value)
                        .or(() -> signal.number().map(PhoneNumber::toString))
                        .orElse("nobody"),
                signal.detail());
    }

    @Override
    public List<Signal> recent(PhoneNumber number, Instant since) {
        return connections.read(handle -> SignalRows.recent(handle, number, since));
    }

    @Override
    public void close() {
        behind.close();
    }

    private void write(List<Remembered> group) {
        connections.write(handle -> {
            for (Remembered one : group) {
                switch (one) {
                    case Remembered.Came(Arrival arrival) -> insert(handle, arrival);
                    case Remembered.HungUp(CallId call, Instant at) ->
                            note(handle, "hung_up_waiting_at", call, at);
                    case Remembered.Answered(CallId call, Instant at) ->
                            note(handle, "answered_at", call, at);
                    case Remembered.Seen(Signal signal) -> SignalRows.write(handle, signal);
                }
            }
            return group.size();
        });
    }

    /** A call that is asked about twice is one call. */
    private static void insert(Handle handle, Arrival arrival) {
        @Nullable Long person =
                arrival.number()
                        .map(number -> People.of(handle, number, arrival.at()))
                        .orElse(null);
        int came =
                WRITE.on(handle)
                        .bind("id", arrival.call().value())
                        .bind("person", person)
                        .bind("line", arrival.line())
                        .bind("at", arrival.at().toEpochMilli())
                        .bind("arrival", arrival.effectiveArrival().toEpochMilli())
                        .bind("route", arrival.route())
                        .bind("reason", arrival.reason())
                        .execute();
        if (came == 1) {
            SqlArrivalCounts.add(handle, arrival);
        } else {
            routed(handle, arrival);
        }
    }

    private static void routed(Handle handle, Arrival arrival) {
        ROUTED.on(handle)
                .bind("id", arrival.call().value())
                .bind("arrival", arrival.effectiveArrival().toEpochMilli())
                .bind("route", arrival.route())
                .bind("reason", arrival.reason())
                .execute();
    }

    private static void note(Handle handle, String column, CallId call, Instant at) {
        handle.createUpdate("UPDATE call SET " + column + " = :at WHERE id = :id")
                .bind("at", at.toEpochMilli())
                .bind("id", call.value())
                .execute();
    }

    private static CallerHistory history(ResultSet row) throws SQLException {
        return new CallerHistory(
                new CallerHistory.Calls(
                        row.getInt("calls"),
                        number(row, "last").map(Instant::ofEpochMilli),
                        number(row, "hung_up").map(Instant::ofEpochMilli),
                        number(row, "waited").map(Duration::ofMillis)),
                FlagRows.find(row, "f"),
                FlagRows.find(row, "a"),
                List.of());
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** Something that is written behind. */
    private sealed interface Remembered {
        record Came(Arrival arrival) implements Remembered {}

        record HungUp(CallId call, Instant at) implements Remembered {}

        record Answered(CallId call, Instant at) implements Remembered {}

        record Seen(Signal signal) implements Remembered {}
    }
}
