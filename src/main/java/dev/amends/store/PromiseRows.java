package dev.amends.store;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Appointment;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.RepDevice;
import dev.amends.promise.Setback;
import dev.amends.promise.Tries;
import dev.amends.speech.Language;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Callbacks as rows of the table {@code promise}, and back. */
final class PromiseRows {

    static final String OPEN = "p.state IN ('unspoken', 'promised', 'dialing')";
    static final String ENDED = "p.state IN ('kept', 'withdrawn', 'broken')";
    static final String COLUMNS =
            "p.id AS promise_id, p.number, p.line, p.effective_arrival, p.asked_at, p.asked_in,"
                    + " p.step, p.state AS promise_state, p.version, p.tries_made, p.forgiven,"
                    + " p.not_before, p.ended_at, p.language, p.agreed_rep, p.agreed_from,"
                    + " p.window_from, p.window_to, p.opening, p.ordered_for, p.tries_busy,"
                    + " p.tries_no_answer, p.tries_machine, p.tries_not_now,"
                    + " p.tries_gave_up_holding, p.tries_failed";
    static final String SELECT = "SELECT " + COLUMNS + " FROM promise p WHERE ";
    static final String OPEN_OF_PERSON =
            SELECT + OPEN + " AND p.line = :line AND p.person_id = (" + People.BY_NUMBER + ")";

    /** His own, else the one that was asked for from his number. */
    static final String OPEN_FOR =
            "SELECT coalesce("
                    + first("p.person_id = (" + People.BY_NUMBER + ")")
                    + ", "
                    + first("p.asked_by = :number")
                    + ") AS id";

    private static final QuickStatement FIND_OPEN = new QuickStatement(OPEN_FOR);
    private static final QuickStatement CHANGE =
            new QuickStatement(
                    "UPDATE promise SET number = :number, person_id = :person, matter_id = :matter,"
                            + " language = :language, asked_by = coalesce(:by, asked_by),"
                            + " effective_arrival = :arrival, agreed_rep = :rep,"
                            + " agreed_from = :from, window_from = :windowFrom, window_to ="
                            + " :windowTo, opening = :opening, ordered_for = :ordered, state ="
                            + " 'promised', version = :version, not_before = :notBefore"
                            + " WHERE id = :id AND version = :seen");
    private static final QuickStatement WRITE =
            new QuickStatement(
                    "INSERT INTO promise (id, kind, matter_id, person_id, number, line,"
                            + " effective_arrival, asked_at, asked_in, asked_by, step, language,"
                            + " state, version, tries_made, forgiven, agreed_rep, agreed_from,"
                            + " window_from, window_to, opening, ordered_for) VALUES (:id,"
                            + " 'callback', :matter,"
                            + " :person, :number, :line, :arrival, :at, :call, :by, :step,"
                            + " :language, 'unspoken', :version, 0, 0, :rep, :from, :windowFrom,"
                            + " :windowTo, :opening, :ordered)");

    /** The version of a promise that was just made. */
    static final int FIRST_VERSION = 1;

    static final String LONG_DUE =
            SELECT
                    + OPEN
                    + " AND p.state = 'promised' AND p.asked_at < :then AND p.not_before <= :due"
                    + " AND p.waits_in IS NULL AND coalesce(p.agreed_from, 0) < :then"
                    + " AND coalesce(p.opening, 0) < :then"
                    + " AND coalesce(p.ordered_for, 0) < :then ORDER BY p.asked_at LIMIT 100";

    /** Of those that count; of those that do not there is one column, forgiven. */
    private static final List<Setback> COUNTED =
            Arrays.stream(Setback.values()).filter(one -> one != Setback.CONGESTION).toList();

    static final RowMapper<Callback> MAPPER = (row, context) -> read(row);

    private PromiseRows() {}

    static Optional<Callback> find(Handle handle, PromiseId id) {
        return handle.createQuery(SELECT + "p.id = :id")
                .bind("id", id.value())
                .map(MAPPER)
                .findOne();
    }

    /** Every caller who arrives waits for it, and nearly nobody has one: so the id first. */
    static Optional<Callback> openFor(Handle handle, PhoneNumber number, LineName line) {
        return FIND_OPEN
                .on(handle)
                .bind("number", number.e164())
                .bind("line", line.value())
                .first(row -> Optional.ofNullable(row.getString("id")))
                .flatMap(Function.identity())
                .flatMap(id -> find(handle, new PromiseId(id)));
    }

    private static String first(String whose) {
        return "(SELECT p.id FROM promise p WHERE "
                + OPEN
                + " AND p.line = :line AND "
                + whose
                + " LIMIT 1)";
    }

    static Optional<Callback> openOfPerson(Handle handle, PhoneNumber number, LineName line) {
        return handle.createQuery(OPEN_OF_PERSON)
                .bind("number", number.e164())
                .bind("line", line.value())
                .map(MAPPER)
                .findOne();
    }

    /** Writes a new one, unspoken, for its caller's open matter. */
    static void insert(Handle handle, CallbackTerms terms, Optional<PhoneNumber> askedBy) {
        People.OpenMatter matter =
                People.matter(handle, terms.number(), terms.line(), terms.askedAt());
        bound(WRITE.on(handle), terms, matter)
                .bind("line", terms.line().value())
                .bind("at", terms.askedAt().toEpochMilli())
                .bind("call", terms.askedIn().value())
                .bind("by", askedBy.map(PhoneNumber::e164).orElse(null))
                .bind("step", terms.step())
                .bind("version", FIRST_VERSION)
                .execute();
    }

    /** Changes what was promised, if it still is as in {@code from}. */
    static void change(
            Handle handle, Callback from, Callback.Promised to, Optional<PhoneNumber> askedBy) {
        CallbackTerms terms = to.terms();
        People.OpenMatter matter =
                People.matter(handle, terms.number(), terms.line(), terms.askedAt());
        bound(CHANGE.on(handle), terms, matter)
                .bind("by", askedBy.map(PhoneNumber::e164).orElse(null))
                .bind("version", to.version())
                .bind("notBefore", to.notBefore().toEpochMilli())
                .bind("seen", from.version())
                .execute();
        SlipRows.forget(handle, terms.id());
    }

    /** What may change in a promise. */
    private static QuickStatement.Bound bound(
            QuickStatement.Bound update, CallbackTerms terms, People.OpenMatter matter) {
        return update.bind("id", terms.id().value())
                .bind("matter", matter.id())
                .bind("person", matter.person())
                .bind("number", terms.number().e164())
                .bind("arrival", terms.arrival().at().toEpochMilli())
                .bind("language", terms.language().code())
                .bind("rep", terms.appointment().map(a -> a.rep().value()).orElse(null))
                .bind("from", terms.appointment().map(a -> a.from().toEpochMilli()).orElse(null))
                .bind("windowFrom", terms.window().map(w -> w.from().toEpochMilli()).orElse(null))
                .bind("windowTo", terms.window().map(w -> w.to().toEpochMilli()).orElse(null))
                .bind("opening", terms.opening().map(Instant::toEpochMilli).orElse(null))
                .bind("ordered", terms.ordered().map(Instant::toEpochMilli).orElse(null));
    }

    /** Moves it on, if it still is as in {@code from}. Moving to the same is a check only. */
    static boolean move(Handle handle, Callback from, Callback to) {
        return move(handle, from, to, "");
    }

    /** The same, unless its caller waits himself. */
    static boolean moveIfAway(Handle handle, Callback from, Callback to) {
        return move(handle, from, to, " AND waits_in IS NULL");
    }

    private static boolean move(Handle handle, Callback from, Callback to, String only) {
        boolean same = to.equals(from);
        if (!to.id().equals(from.id()) || !same && to.version() != from.version() + 1) {
            throw new IllegalArgumentException("not a move: " + from.word() + " to " + to.word());
        }
        Update update =
                handle.createUpdate(
                                "UPDATE promise SET state = :state, version = :version,"
                                        + " tries_made = :made, forgiven = :forgiven,"
                                        + " tries_busy = :busy, tries_no_answer = :no_answer,"
                                        + " tries_machine = :machine, tries_not_now = :not_now,"
                                        + " tries_gave_up_holding = :gave_up_holding,"
                                        + " tries_failed = :failed,"
                                        + " not_before = :notBefore, ended_at = :ended,"
                                        + " ordered_for = :ordered,"
                                        + " effective_arrival = :arrival,"
                                        + " window_from = :windowFrom, window_to = :windowTo,"
                                        + " waits_in = CASE WHEN :ended IS NULL THEN waits_in END"
                                        + " WHERE id = :id AND version = :seen AND state = :left"
                                        + only)
                        .bind("state", to.word())
                        .bind("version", to.version())
                        .bind("made", to.tries().made())
                        .bind("forgiven", to.tries().forgiven())
                        .bind("notBefore", notBefore(to))
                        .bind("ended", endedAt(to))
                        .bind(
                                "ordered",
                                to.terms().ordered().map(Instant::toEpochMilli).orElse(null))
                        .bind("arrival", to.terms().arrival().at().toEpochMilli())
                        .bind(
                                "windowFrom",
                                to.terms().window().map(w -> w.from().toEpochMilli()).orElse(null))
                        .bind(
                                "windowTo",
                                to.terms().window().map(w -> w.to().toEpochMilli()).orElse(null))
                        .bind("id", from.id().value())
                        .bind("seen", from.version())
                        .bind("left", from.word());
        COUNTED.forEach(setback -> update.bind(setback.word(), to.tries().of(setback)));
        return update.execute() == 1;
    }

    /** One that is known to be spoken and not under way. */
    static Callback.Promised promised(ResultSet row) throws SQLException {
        return (Callback.Promised) read(row);
    }

    static Callback read(ResultSet row) throws SQLException {
        CallbackTerms terms = terms(row);
        int version = row.getInt("version");
        Tries tries = tries(row);
        Instant ended = instant(row, "ended_at");
        String state = row.getString("promise_state");
        return switch (state) {
            case "unspoken" -> new Callback.Unspoken(terms, version);
            case "promised" ->
                    new Callback.Promised(terms, version, tries, instant(row, "not_before"));
            case "dialing" -> new Callback.Dialing(terms, version, tries);
            case "kept" -> new Callback.Kept(terms, version, tries, ended);
            case "withdrawn" -> new Callback.Withdrawn(terms, version, tries, ended);
            case "broken" -> new Callback.Broken(terms, version, tries, ended);
            default -> throw new SQLException("a promise in the unknown state " + state);
        };
    }

    private static Tries tries(ResultSet row) throws SQLException {
        Map<Setback, Integer> setbacks = new EnumMap<>(Setback.class);
        for (Setback setback : COUNTED) {
            setbacks.put(setback, row.getInt("tries_" + setback.word()));
        }
        setbacks.put(Setback.CONGESTION, row.getInt("forgiven"));
        setbacks.values().removeIf(many -> many == 0);
        return new Tries(row.getInt("tries_made"), setbacks);
    }

    private static CallbackTerms terms(ResultSet row) throws SQLException {
        return new CallbackTerms(
                new PromiseId(row.getString("promise_id")),
                new PhoneNumber(row.getString("number")),
                new LineName(row.getString("line")),
                new EffectiveArrival(instant(row, "effective_arrival")),
                instant(row, "asked_at"),
                new CallId(row.getString("asked_in")),
                row.getInt("step"),
                new Language(row.getString("language")),
                appointment(row),
                window(row),
                optional(row, "opening"),
                optional(row, "ordered_for"));
    }

    private static Optional<Appointment> appointment(ResultSet row) throws SQLException {
        String rep = row.getString("agreed_rep");
        return rep == null
                ? Optional.empty()
                : Optional.of(new Appointment(new RepDevice(rep), instant(row, "agreed_from")));
    }

    private static Optional<PromisedWindow> window(ResultSet row) throws SQLException {
        Instant from = instant(row, "window_from");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new PromisedWindow(from, instant(row, "window_to")));
    }

    static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
        Instant moment = instant(row, column);
        return row.wasNull() ? Optional.empty() : Optional.of(moment);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static @Nullable Long notBefore(Callback callback) {
        return callback instanceof Callback.Promised promised
                ? promised.notBefore().toEpochMilli()
                : null;
    }

    private static @Nullable Long endedAt(Callback callback) {
        return switch (callback) {
            case Callback.Unspoken u -> null;
            case Callback.Promised p -> null;
            case Callback.Dialing d -> null;
            case Callback.Kept kept -> kept.at().toEpochMilli();
            case Callback.Withdrawn withdrawn -> withdrawn.at().toEpochMilli();
            case Callback.Broken broken -> broken.at().toEpochMilli();
        };
    }
}
