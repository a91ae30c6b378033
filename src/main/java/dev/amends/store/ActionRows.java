package dev.amends.store;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Deed;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Promised actions as rows of the table {@code action_promise}, and back. */
final class ActionRows {

    static final String COLUMNS =
            "a.id, a.number, a.line, a.language, a.code, a.deed, a.owner, a.due_by, a.promised_at,"
                    + " a.state, a.version, a.unanswered, a.ask_from, a.attempt_id, a.asked_since,"
                    + " a.overdue_at, a.ended_at";
    static final String SELECT = "SELECT " + COLUMNS + " FROM action_promise a WHERE ";
    static final String NOT_ENDED = "a.state IN ('open', 'placed', 'asked', 'overdue')";
    static final String ENDED = "a.state IN ('done', 'withdrawn')";

    static final RowMapper<ActionPromise> MAPPER = (row, context) -> read(row);

    /** The version of one that was just made. */
    static final int FIRST_VERSION = 1;

    private ActionRows() {}

    static Optional<ActionPromise> find(Handle handle, PromiseId id) {
        return handle.createQuery(SELECT + "a.id = :id")
                .bind("id", id.value())
                .map(MAPPER)
                .findOne();
    }

    /** Writes a new one, for its caller's open matter. */
    static void insert(Handle handle, ActionPromise.Open made) {
        ActionTerms terms = made.terms();
        People.OpenMatter matter =
                People.matter(handle, terms.number(), terms.line(), terms.promisedAt());
        handle.createUpdate(
                        "INSERT INTO action_promise (id, matter_id, person_id, number, line,"
                                + " language, code, deed, owner, due_by, promised_at, state,"
                                + " version, unanswered, ask_from) VALUES (:id, :matter, :person,"
                                + " :number, :line, :language, :code, :deed, :owner, :by, :at,"
                                + " 'open', :version, 0, :from)")
                .bind("id", terms.id().value())
                .bind("matter", matter.id())
                .bind("person", matter.person())
                .bind("number", terms.number().e164())
                .bind("line", terms.line().value())
                .bind("language", terms.language().code())
                .bind("code", terms.deed().code())
                .bind("deed", terms.deed().text())
                .bind("owner", terms.owner().name())
                .bind("by", terms.by().toEpochMilli())
                .bind("at", terms.promisedAt().toEpochMilli())
                .bind("version", made.version())
                .bind("from", made.askFrom().toEpochMilli())
                .execute();
    }

    /**
     * Moves it on, if it still is as in {@code from}. What was a task is none any more once it has
     * ended: the reason says how.
     */
    static boolean move(Handle handle, ActionPromise from, ActionPromise to, String reason) {
        if (!to.id().equals(from.id()) || to.version() != from.version() + 1) {
            throw new IllegalArgumentException("not a move: " + from.word() + " to " + to.word());
        }
        Update update =
                handle.createUpdate(
                                "UPDATE action_promise SET state = :state, version = :version,"
                                        + " unanswered = :unanswered, ask_from = :from,"
                                        + " attempt_id = :attempt, asked_since = :since,"
                                        + " overdue_at = coalesce(:overdue, overdue_at),"
                                        + " why = CASE WHEN :overdue IS NULL THEN why ELSE :reason"
                                        + " END, ended_at = :ended,"
                                        + " note = CASE WHEN :ended IS NOT NULL AND overdue_at IS NOT"
                                        + " NULL AND seen_at IS NULL THEN :reason ELSE note END,"
                                        + " seen_at = CASE WHEN :ended IS NOT NULL AND overdue_at IS"
                                        + " NOT NULL AND seen_at IS NULL THEN :ended ELSE seen_at END"
                                        + " WHERE id = :id AND version = :seen AND state = :left")
                        .bind("state", to.word())
                        .bind("version", to.version())
                        .bind("unanswered", to.unanswered())
                        .bind("reason", reason)
                        .bind("id", from.id().value())
                        .bind("seen", from.version())
                        .bind("left", from.word());
        Times.of(to).bind(update);
        return update.execute() == 1;
    }

    /** The columns that only some states have. */
    private record Times(
            @Nullable Instant from,
            @Nullable String attempt,
            @Nullable Instant since,
            @Nullable Instant overdue,
            @Nullable Instant ended) {

        static Times of(ActionPromise to) {
            return switch (to) {
                case ActionPromise.Open open -> new Times(open.askFrom(), null, null, null, null);
                case ActionPromise.Placed placed -> asking(placed.attempt(), placed.since());
                case ActionPromise.Asked asked -> asking(asked.attempt(), asked.since());
                case ActionPromise.Overdue overdue ->
                        new Times(null, null, null, overdue.at(), null);
                case ActionPromise.Done done -> new Times(null, null, null, null, done.at());
                case ActionPromise.Withdrawn gone -> new Times(null, null, null, null, gone.at());
            };
        }

        private static Times asking(AttemptId attempt, Instant since) {
            return new Times(null, attempt.value(), since, null, null);
        }

        void bind(Update update) {
            update.bind("from", millis(from))
                    .bind("attempt", attempt)
                    .bind("since", millis(since))
                    .bind("overdue", millis(overdue))
                    .bind("ended", millis(ended));
        }

        private static @Nullable Long millis(@Nullable Instant at) {
            return at == null ? null : at.toEpochMilli();
        }
    }

    static ActionPromise read(ResultSet row) throws SQLException {
        ActionTerms terms = terms(row);
        int version = row.getInt("version");
        int unanswered = row.getInt("unanswered");
        String state = row.getString("state");
        return switch (state) {
            case "open" ->
                    new ActionPromise.Open(terms, version, unanswered, instant(row, "ask_from"));
            case "placed" ->
                    new ActionPromise.Placed(
                            terms, version, unanswered, attempt(row), instant(row, "asked_since"));
            case "asked" ->
                    new ActionPromise.Asked(
                            terms, version, unanswered, attempt(row), instant(row, "asked_since"));
            case "overdue" ->
                    new ActionPromise.Overdue(
                            terms, version, unanswered, instant(row, "overdue_at"));
            case "done" ->
                    new ActionPromise.Done(terms, version, unanswered, instant(row, "ended_at"));
            case "withdrawn" ->
                    new ActionPromise.Withdrawn(
                            terms, version, unanswered, instant(row, "ended_at"));
            default -> throw new SQLException("an action in the unknown state " + state);
        };
    }

    private static AttemptId attempt(ResultSet row) throws SQLException {
        return new AttemptId(row.getString("attempt_id"));
    }

    private static ActionTerms terms(ResultSet row) throws SQLException {
        return new ActionTerms(
                new PromiseId(row.getString("id")),
                new Deed(row.getString("code"), row.getString("deed")),
                new ActionOwner(row.getString("owner")),
                new PhoneNumber(row.getString("number")),
                new LineName(row.getString("line")),
                instant(row, "due_by"),
                instant(row, "promised_at"),
                new Language(row.getString("language")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
