package dev.amends.store;

import dev.amends.staff.Breather;
import dev.amends.staff.Breather.Owed;
import dev.amends.staff.Breather.Running;
import dev.amends.staff.Breathers;
import dev.amends.staff.HardCall;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Breathers, in SQL. */
final class SqlBreathers implements Breathers {

    private static final String ROW =
            "SELECT id, call_id, line, rep, why, wrap_up, earned_at, state, device, given_at, until_at,"
                    + " how FROM breather ";

    private final Connections connections;

    SqlBreathers(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Owed> owe(HardCall call) {
        long id = People.newId();
        int made =
                connections.write(handle ->
                        handle.createUpdate(
                                        "INSERT INTO breather (id, call_id, line, rep, why, wrap_up,"
                                                + " earned_at, state) VALUES (:id, :call, :line, :rep, :why,"
                                                + " :wrapUp, :earned, 'owed')"
                                                + " ON CONFLICT (call_id, rep) DO NOTHING")
                                .bind("id", id)
                                .bind("call", call.call())
                                .bind("line", call.line())
                                .bind("rep", call.rep())
                                .bind("why", call.why())
                                .bind("wrapUp", call.wrapUp().toMillis())
                                .bind("earned", call.ended().toEpochMilli())
                                .execute());
        return made == 1 ? Optional.of(new Owed(id, call)) : Optional.empty();
    }

    @Override
    public List<Breather> open() {
        return connections.read(handle ->
                handle.createQuery(ROW + "WHERE state <> 'ended' ORDER BY earned_at, id")
                        .map((row, _) -> open(row))
                        .list());
    }

    @Override
    public boolean begin(Running breather) {
        return changed(
                "UPDATE breather SET state = 'running', device = :device, given_at = :since,"
                        + " until_at = :until WHERE id = :id AND state = 'owed'",
                breather.id(),
                breather.device(),
                breather.since(),
                breather.until());
    }

    @Override
    public boolean shorten(Running breather, Instant until) {
        return changed(
                "UPDATE breather SET until_at = :until WHERE id = :id AND state = 'running'"
                        + " AND device = :device AND given_at = :since",
                breather.id(),
                breather.device(),
                breather.since(),
                until);
    }

    private boolean changed(String sql, long id, String device, Instant since, Instant until) {
        return connections.write(handle ->
                handle.createUpdate(sql)
                                .bind("id", id)
                                .bind("device", device)
                                .bind("since", since.toEpochMilli())
                                .bind("until", until.toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public boolean end(Breather breather, Instant now, String how) {
        return connections.write(handle ->
                handle.createUpdate(
                                        "UPDATE breather SET state = 'ended', ended_at = :now,"
                                                + " how = :how WHERE id = :id AND state <> 'ended'")
                                .bind("id", breather.id())
                                .bind("now", now.toEpochMilli())
                                .bind("how", how)
                                .execute()
                        == 1);
    }

    @Override
    public List<Entry> since(Instant since, int most) {
        return connections.read(handle ->
                handle.createQuery(
                                ROW
                                        + "WHERE earned_at >= :since"
                                        + " ORDER BY earned_at DESC, id LIMIT :most")
                        .bind("since", since.toEpochMilli())
                        .bind("most", most)
                        .map((row, _) -> entry(row))
                        .list());
    }

    private static Breather open(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        HardCall call = call(row);
        return row.getString("state").equals("owed")
                ? new Owed(id, call)
                : new Running(
                        id,
                        call,
                        row.getString("device"),
                        Instant.ofEpochMilli(row.getLong("given_at")),
                        Instant.ofEpochMilli(row.getLong("until_at")));
    }

    private static HardCall call(ResultSet row) throws SQLException {
        return new HardCall(
                row.getString("call_id"),
                row.getString("line"),
                row.getString("rep"),
                row.getString("why"),
                Duration.ofMillis(row.getLong("wrap_up")),
                Instant.ofEpochMilli(row.getLong("earned_at")));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new Entry(
                call(row),
                moment(row, "given_at"),
                moment(row, "until_at"),
                state.equals("ended") ? row.getString("how") : state);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        @Nullable Instant moment = row.wasNull() ? null : Instant.ofEpochMilli(millis);
        return Optional.ofNullable(moment);
    }
}
