package dev.amends.store;

import dev.amends.caller.CallId;
import dev.amends.care.MatterId;
import dev.amends.care.RecordingId;
import dev.amends.care.Stories;
import dev.amends.care.Story;

import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What callers told, in SQL. */
final class SqlStories implements Stories {

    private static final Logger log = LoggerFactory.getLogger(SqlStories.class);

    private static final String SELECT =
            "SELECT s.id, s.call_id, s.matter_id, s.begun_at, s.length_ms, s.text FROM story s"
                    + " JOIN consent c ON c.id = s.id AND c.erased_at IS NULL WHERE s.empty = 0";

    private final Connections connections;

    SqlStories(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void begun(Story story) {
        connections.write(handle ->
                handle.createUpdate(
                                "INSERT INTO story (id, call_id, matter_id, begun_at)"
                                        + " VALUES (:id, :call, :matter, :at)")
                        .bind("id", story.id().value())
                        .bind("call", story.call().value())
                        .bind("matter", story.matter().map(MatterId::value).orElse(null))
                        .bind("at", story.begun().toEpochMilli())
                        .execute());
    }

    @Override
    public void told(RecordingId id, Duration length) {
        connections.write(handle ->
                handle.createUpdate("UPDATE story SET length_ms = :length WHERE id = :id")
                        .bind("length", length.toMillis())
                        .bind("id", id.value())
                        .execute());
        log.info("story {} is told, {} s", id, length.toSeconds());
    }

    @Override
    public void empty(RecordingId id) {
        connections.write(handle ->
                handle.createUpdate("UPDATE story SET empty = 1 WHERE id = :id")
                        .bind("id", id.value())
                        .execute());
        log.info("story {} is empty", id);
    }

    @Override
    public List<Story> of(MatterId matter) {
        return list(
                " AND s.matter_id = :matter ORDER BY s.begun_at, s.id",
                query -> query.bind("matter", matter.value()));
    }

    @Override
    public List<Story> of(CallId call) {
        return list(
                " AND s.call_id = :call ORDER BY s.begun_at, s.id",
                query -> query.bind("call", call.value()));
    }

    @Override
    public Optional<Story> find(RecordingId id) {
        return list(" AND s.id = :id", query -> query.bind("id", id.value())).stream().findFirst();
    }

    @Override
    public List<Story> withoutText(Instant since, int most) {
        return list(
                " AND s.text IS NULL AND s.length_ms IS NOT NULL AND s.begun_at >= :since"
                        + " ORDER BY s.begun_at, s.id LIMIT :most",
                query -> query.bind("since", since.toEpochMilli()).bind("most", most));
    }

    @Override
    public void text(RecordingId id, String text, Instant now) {
        connections.write(handle ->
                handle.createUpdate("UPDATE story SET text = :text, text_at = :now WHERE id = :id")
                        .bind("text", text)
                        .bind("now", now.toEpochMilli())
                        .bind("id", id.value())
                        .execute());
        log.info("story {} has its text, {} characters", id, text.length());
    }

    private List<Story> list(String which, UnaryOperator<Query> bind) {
        return connections.read(handle ->
                bind.apply(handle.createQuery(SELECT + which)).map((row, _) -> read(row)).list());
    }

    private static Story read(ResultSet row) throws SQLException {
        long matter = row.getLong("matter_id");
        Optional<MatterId> known =
                row.wasNull() ? Optional.empty() : Optional.of(new MatterId(matter));
        long length = row.getLong("length_ms");
        Optional<Duration> told =
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(length));
        return new Story(
                new RecordingId(row.getString("id")),
                new CallId(row.getString("call_id")),
                known,
                Instant.ofEpochMilli(row.getLong("begun_at")),
                told,
                Optional.ofNullable(row.getString("text")));
    }
}
