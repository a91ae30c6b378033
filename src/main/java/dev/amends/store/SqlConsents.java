package dev.amends.store;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consent;
import dev.amends.care.Consents;
import dev.amends.care.RecordingId;
import dev.amends.care.Wording;
import dev.amends.line.LineName;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who may be recorded, in SQL. */
final class SqlConsents implements Consents {

    private static final Logger log = LoggerFactory.getLogger(SqlConsents.class);

    private static final String SELECT =
            "SELECT id, call_id, line, number, answer, key, prompt, wording, at, erased_at,"
                    + " erased_why FROM consent";

    private final Connections connections;

    SqlConsents(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void note(Consent consent) {
        connections.write(handle -> insert(handle, consent));
        log.info(
                "call {}: may be recorded: {} (key \"{}\", {} {}), recording {}",
                consent.call().value(),
                consent.answer().word(),
                consent.key(),
                consent.asked().prompt(),
                consent.asked().version(),
                consent.id());
    }

    private static int insert(Handle handle, Consent consent) {
        consent.number().ifPresent(number -> People.of(handle, number, consent.at()));
        return handle.createUpdate(
                        "INSERT INTO consent (id, call_id, line, number, answer, key, prompt,"
                                + " wording, at) VALUES (:id, :call, :line, :number, :answer, :key,"
                                + " :prompt, :wording, :at)")
                .bind("id", consent.id().value())
                .bind("call", consent.call().value())
                .bind("line", consent.line().value())
                .bind("number", consent.number().map(PhoneNumber::e164).orElse(null))
                .bind("answer", consent.answer().word())
                .bind("key", consent.key())
                .bind("prompt", consent.asked().prompt())
                .bind("wording", consent.asked().version())
                .bind("at", consent.at().toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Consent> last(CallId call) {
        return connections.read(handle ->
                handle.createQuery(SELECT + " WHERE call_id = :call ORDER BY at DESC, id LIMIT 1")
                        .bind("call", call.value())
                        .map((row, _) -> read(row).consent())
                        .findOne());
    }

    @Override
    public List<OnRecord> list(int most) {
        return list(" ORDER BY at DESC, id LIMIT :most", query -> query.bind("most", most));
    }

    @Override
    public List<OnRecord> kept(int most) {
        return list(
                " WHERE answer = 'yes' AND erased_at IS NULL ORDER BY at DESC, id LIMIT :most",
                query -> query.bind("most", most));
    }

    @Override
    public List<OnRecord> findByPrefix(String prefix) {
        return list(
                " WHERE id >= :from AND id < :to ORDER BY at DESC, id LIMIT :most",
                query ->
                        query.bind("from", prefix)
                                .bind("to", prefix + 'g')
                                .bind("most", MOST_FOUND));
    }

    @Override
    public List<Consent> toErase(int most) {
        return kept("to_erase = 1", query -> query.bind("most", most));
    }

    @Override
    public List<Consent> keptFromBefore(Instant then, int most) {
        return kept(
                "answer = 'yes' AND at < :then",
                query -> query.bind("then", then.toEpochMilli()).bind("most", most));
    }

    private List<Consent> kept(String which, UnaryOperator<Query> bind) {
        return list(" WHERE erased_at IS NULL AND " + which + " ORDER BY at, id LIMIT :most", bind)
                .stream()
                .map(OnRecord::consent)
                .toList();
    }

    @Override
    public void erased(RecordingId id, String why, Instant now) {
        connections.write(handle -> {
            handle.createUpdate(
                            "UPDATE consent SET erased_at = :now, erased_why = :why"
                                    + " WHERE id = :id AND erased_at IS NULL")
                    .bind("now", now.toEpochMilli())
                    .bind("why", why)
                    .bind("id", id.value())
                    .execute();
            // What was told goes with the sound of it.
            return handle.createUpdate(
                            "UPDATE story SET text = NULL, text_at = NULL WHERE id = :id")
                    .bind("id", id.value())
                    .execute();
        });
        log.info("recording {} is erased: {}", id, why);
    }

    @Override
    public Optional<OnRecord> find(RecordingId id) {
        return connections.read(handle ->
                handle.createQuery(SELECT + " WHERE id = :id")
                        .bind("id", id.value())
                        .map((row, _) -> read(row))
                        .findOne());
    }

    private List<OnRecord> list(String which, UnaryOperator<Query> bind) {
        return connections.read(handle ->
                bind.apply(handle.createQuery(SELECT + which)).map((row, _) -> read(row)).list());
    }

    private static OnRecord read(ResultSet row) throws SQLException {
        String number = row.getString("number");
        String why = row.getString("erased_why");
        return new OnRecord(
                new Consent(
                        new RecordingId(row.getString("id")),
                        new CallId(row.getString("call_id")),
                        new LineName(row.getString("line")),
                        Optional.ofNullable(number).map(PhoneNumber::new),
                        Consent.Answer.valueOf(row.getString("answer").toUpperCase(Locale.ROOT)),
                        row.getString("key"),
                        new Wording(row.getString("prompt"), row.getString("wording")),
                        Instant.ofEpochMilli(row.getLong("at"))),
                why == null
                        ? Optional.empty()
                        : Optional.of(
                                new Erased(Instant.ofEpochMilli(row.getLong("erased_at")), why)));
    }
}
