package dev.amends.store;

import dev.amends.caller.CallId;
import dev.amends.caller.Flag;
import dev.amends.caller.FlagKind;
import dev.amends.caller.FlagOnRecord;
import dev.amends.caller.PhoneNumber;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The flags of callers, in SQL: one of each kind counts, older ones stay for review. */
final class FlagRows {

    private static final String LIST =
            "SELECT (SELECT min(n.e164) FROM number n WHERE n.person_id = f.person_id) AS e164,"
                    + columns("f")
                    + " FROM flag f"
                    + " WHERE :all = 1 OR (f.replaced_at IS NULL AND f.fades_at > :now)"
                    + " ORDER BY f.since DESC, f.id LIMIT :most";
    private static final Logger log = LoggerFactory.getLogger(FlagRows.class);

    private final Connections connections;

    FlagRows(Connections connections) {
        this.connections = connections;
    }

    /** Flags the person behind a number. */
    void set(PhoneNumber number, Flag flag) {
        connections.write(handle -> {
            replace(handle, People.of(handle, number, flag.since()), flag);
            return 1;
        });
        log.info("caller {} flagged as {} until {}", number, flag.kind().word(), flag.fadesAt());
    }

    /** Flags whoever makes that call; false when he is not known. */
    boolean set(CallId call, Flag flag) {
        boolean known =
                connections.write(handle -> {
                    Optional<Long> person = SignalRows.caller(handle, call);
                    person.ifPresent(id -> replace(handle, id, flag));
                    return person.isPresent();
                });
        log.info(
                "caller of {} {} as {} by {}: {}",
                call.value(),
                known ? "flagged" : "not known, so not flagged",
                flag.kind().word(),
                flag.by(),
                flag.reason());
        return known;
    }

    /** The newest first. */
    List<FlagOnRecord> list(Instant now, boolean withFaded, int most) {
        return connections.read(handle ->
                handle.createQuery(LIST)
                        .bind("all", withFaded ? 1 : 0)
                        .bind("now", now.toEpochMilli())
                        .bind("most", most)
                        .map((row, context) ->
                                new FlagOnRecord(
                                        new PhoneNumber(row.getString("e164")), read(row, "f")))
                        .list());
    }

    private static void replace(Handle handle, long person, Flag flag) {
        handle.createUpdate(
                        "UPDATE flag SET replaced_at = :now WHERE person_id = :person"
                                + " AND kind = :kind AND replaced_at IS NULL")
                .bind("now", flag.since().toEpochMilli())
                .bind("person", person)
                .bind("kind", flag.kind().word())
                .execute();
        handle.createUpdate(
                        "INSERT INTO flag (id, person_id, kind, reason, flagged_by, since, fades_at)"
                                + " VALUES (:id, :person, :kind, :reason, :by, :since, :fades)")
                .bind("id", People.newId())
                .bind("person", person)
                .bind("kind", flag.kind().word())
                .bind("reason", flag.reason())
                .bind("by", flag.by())
                .bind("since", flag.since().toEpochMilli())
                .bind("fades", flag.fadesAt().toEpochMilli())
                .execute();
    }

    /** The columns of a flag that is joined under this name. */
    static String columns(String as) {
        return (" %1$s.kind AS %1$s_kind, %1$s.reason AS %1$s_reason, %1$s.flagged_by AS %1$s_by,"
                        + " %1$s.since AS %1$s_since, %1$s.fades_at AS %1$s_fades")
                .formatted(as);
    }

    /** The flag of a kind that counts at {@code :now}, if there is one, under this name. */
    static String join(String as, FlagKind kind, String person) {
        return (" LEFT JOIN flag %1$s ON %1$s.person_id = %2$s AND %1$s.kind = '%3$s'"
                        + " AND %1$s.replaced_at IS NULL AND %1$s.fades_at > :now")
                .formatted(as, person, kind.word());
    }

    /** The flag that was joined under this name, if there was one. */
    static Optional<Flag> find(ResultSet row, String as) throws SQLException {
        return row.getString(as + "_kind") == null ? Optional.empty() : Optional.of(read(row, as));
    }

    private static Flag read(ResultSet row, String as) throws SQLException {
        return new Flag(
                FlagKind.valueOf(row.getString(as + "_kind").toUpperCase(Locale.ROOT)),
                row.getString(as + "_reason"),
                row.getString(as + "_by"),
                Instant.ofEpochMilli(row.getLong(as + "_since")),
                Instant.ofEpochMilli(row.getLong(as + "_fades")));
    }
}
