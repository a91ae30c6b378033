package dev.amends.store;

import dev.amends.caller.PhoneNumber;
import dev.amends.care.KnownBy;
import dev.amends.care.Matter;
import dev.amends.care.MatterId;
import dev.amends.care.MatterNote;
import dev.amends.care.Matters;
import dev.amends.care.Said;
import dev.amends.line.LineName;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Matters in SQL. */
final class SqlMatters implements Matters {

    private static final Logger log = LoggerFactory.getLogger(SqlMatters.class);

    private static final String SELECT =
            "SELECT m.id, m.line, m.opened_at, coalesce(m.last_at, m.opened_at) AS last_at,"
                    + " m.reason, m.wish, m.known_by, m.known_at, m.closed_at FROM matter m";

    /** The open one of whoever has this number. A caller who arrives waits for it. */
    static final String OPEN =
            SELECT
                    + " JOIN number n ON n.person_id = m.person_id"
                    + " WHERE n.e164 = :number AND m.line = :line AND m.closed_at IS NULL"
                    + " AND coalesce(m.last_at, m.opened_at) >= :quietSince";

    /** What a call was promised for. A rep waits for it. */
    static final String OF_PROMISE =
            SELECT + " JOIN promise p ON p.matter_id = m.id WHERE p.id = :promise";

    private static final QuickStatement FIND_OPEN = new QuickStatement(OPEN);
    private static final QuickStatement FIND_OF_PROMISE = new QuickStatement(OF_PROMISE);
    private static final QuickStatement FIND = new QuickStatement(SELECT + " WHERE m.id = :id");

    private final Connections connections;

    SqlMatters(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Matter> open(PhoneNumber number, LineName line, Instant now) {
        return connections.read(handle -> open(handle, number, line, now));
    }

    static Optional<Matter> open(Handle handle, PhoneNumber number, LineName line, Instant now) {
        return FIND_OPEN
                .on(handle)
                .bind("number", number.e164())
                .bind("line", line.value())
                .bind("quietSince", now.minus(Matter.QUIET).toEpochMilli())
                .first(SqlMatters::matter);
    }

    @Override
    public Optional<Matter> find(MatterId id) {
        return connections.read(handle -> find(handle, id.value()));
    }

    private static Optional<Matter> find(Handle handle, long id) {
        return FIND.on(handle).bind("id", id).first(SqlMatters::matter);
    }

    @Override
    public Optional<Matter> of(PromiseId promise) {
        return connections.read(handle ->
                FIND_OF_PROMISE
                        .on(handle)
                        .bind("promise", promise.value())
                        .first(SqlMatters::matter));
    }

    @Override
    public Matter note(PhoneNumber number, LineName line, MatterNote note, Instant now) {
        Matter noted =
                connections.write(handle -> {
                    People.OpenMatter open = open(handle, number, line, note, now);
                    add(handle, open.id(), note, now);
                    return find(handle, open.id()).orElseThrow();
                });
        log.info("matter {} of {} on {}: {}", noted.id(), number, line, note);
        return noted;
    }

    private static People.OpenMatter open(
            Handle handle, PhoneNumber number, LineName line, MatterNote note, Instant now) {
        People.OpenMatter open = People.matter(handle, number, line, now);
        if (note instanceof MatterNote.Another && !open.fresh()) {
            MatterRows.close(handle, open.id(), "its caller called about another one", now);
            return People.matter(handle, number, line, now);
        }
        return open;
    }

    private static void add(Handle handle, long id, MatterNote note, Instant now) {
        switch (note) {
            case MatterNote.Reason(Said said) -> MatterRows.said(handle, id, "reason", said, now);
            case MatterNote.Wish(Said said) -> MatterRows.said(handle, id, "wish", said, now);
            case MatterNote.KnownTo(RepDevice rep) -> MatterRows.known(handle, id, rep, now);
            case MatterNote.CalledAgain _, MatterNote.TellsStory _, MatterNote.Another _ ->
                    MatterRows.heardOf(handle, id, now);
        }
    }

    @Override
    public boolean close(MatterId id, String why, Instant now) {
        boolean closed =
                connections.write(handle -> MatterRows.close(handle, id.value(), why, now));
        if (closed) {
            log.info("matter {} is closed: {}", id, why);
        }
        return closed;
    }

    private static Matter matter(ResultSet row) throws SQLException {
        long knownAt = row.getLong("known_at");
        long closedAt = row.getLong("closed_at");
        boolean open = row.wasNull();
        return new Matter(
                new MatterId(row.getLong("id")),
                new LineName(row.getString("line")),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                Instant.ofEpochMilli(row.getLong("last_at")),
                said(row.getString("reason")),
                said(row.getString("wish")),
                Optional.ofNullable(row.getString("known_by"))
                        .map(rep -> new KnownBy(new RepDevice(rep), Instant.ofEpochMilli(knownAt))),
                open ? Optional.empty() : Optional.of(Instant.ofEpochMilli(closedAt)));
    }

    private static Optional<Said> said(@Nullable String code) {
        return Optional.ofNullable(code).map(Said::new);
    }
}
