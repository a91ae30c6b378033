package dev.amends.store;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.PromisedWindow;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the way of a new promise: one that is there, or a limit. Counted in the
 * transaction that would write it. Each count ends at its limit, so that a decision costs the same
 * however many promises there were. SQLite has one writer at a time; on a database with several
 * this transaction has to be serializable.
 */
final class PromiseCounts {

    /** The person who calls from the number of whoever asks. */
    private static final String ASKER = People.BY_NUMBER.replace(":number", ":askedBy");

    /** All that has to be known, in one statement, as a caller waits for it. */
    static final String COUNTS =
            "SELECT coalesce((SELECT p.id FROM promise p WHERE p.asked_in = :call AND p.step = :step), "
                    + "(SELECT p.id FROM promise p WHERE "
                    + open("p.line = :line AND p.person_id = (" + People.BY_NUMBER + ")")
                    + ")) AS there, coalesce("
                    + firstOpen("p.person_id = (" + ASKER + ")")
                    + ", "
                    + firstOpen("p.asked_by = :askedBy")
                    + ") AS his, "
                    + counting(open("p.person_id = (" + People.BY_NUMBER + ")"), "1")
                    + " AS open_anywhere, "
                    + counting(open("p.asked_by = :askedBy"), "1")
                    + " AS open_asked_by, "
                    + counting(open("p.person_id = (" + ASKER + ")"), "1")
                    + " AS open_of_asker, "
                    + counting(
                            "p.number = :number AND p.asked_at > :dayAgo ORDER BY p.asked_at",
                            ":perNumber")
                    + " AS to_number, "
                    + counting(
                            "substr(p.number, 1, length(p.number) - 3) = :block"
                                    + " AND p.asked_at > :hourAgo ORDER BY p.asked_at",
                            ":perBlock")
                    + " AS to_block, "
                    + counting("p.asked_at > :hourAgo ORDER BY p.asked_at", ":inAll")
                    + " AS in_all";

    static final String OPEN_ANYWHERE =
            PromiseRows.SELECT
                    + PromiseRows.OPEN
                    + " AND p.person_id = ("
                    + People.BY_NUMBER
                    + ") LIMIT 1";
    static final String OPEN_ASKED_BY =
            PromiseRows.SELECT + PromiseRows.OPEN + " AND p.asked_by = :number LIMIT 1";

    private static final String OWN_TIME = "coalesce(p.ordered_for, p.agreed_from, p.opening)";

    /** Promises that have a time of their own, by that time. */
    static final String BOOKED =
            "SELECT "
                    + OWN_TIME
                    + " FROM promise p WHERE "
                    + PromiseRows.OPEN
                    + " AND "
                    + OWN_TIME
                    + " IS NOT NULL AND p.line = :line AND "
                    + OWN_TIME
                    + " >= :from AND "
                    + OWN_TIME
                    + " < :to";

    private static final String OTHERS_OF_PERSON =
            "SELECT count(*) FROM promise p WHERE "
                    + PromiseRows.OPEN
                    + " AND p.person_id = ("
                    + People.BY_NUMBER
                    + ") AND p.id != :id";
    private static final String CHANGES =
            "SELECT count(*) FROM ledger_entry WHERE promise_id = :id AND what = :what";

    private static final QuickStatement STANDING = new QuickStatement(COUNTS);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private PromiseCounts() {}

    /**
     * What stands in the way of a new promise.
     *
     * @param there the one that the same turn has made already, else the person's open one on the
     *     line
     * @param his the open one on the line of whoever asks
     * @param open that somebody has another one, if he has
     * @param beyond the limit that is reached, if one is
     */
    record Standing(
            Optional<PromiseId> there,
            Optional<PromiseId> his,
            Optional<String> open,
            Optional<String> beyond) {

        /** The reason why it is refused, if it is. */
        Optional<String> refusal() {
            return open.or(() -> beyond);
        }
    }

    static Standing standing(Handle handle, PromiseRequest request) {
        CallbackTerms terms = request.terms();
        String number = terms.number().e164();
        Instant now = terms.askedAt();
        PromiseLimits limits = request.limits();
        return STANDING.on(handle)
                .bind("call", terms.askedIn().value())
                .bind("step", terms.step())
                .bind("line", terms.line().value())
                .bind("number", number)
                .bind("askedBy", request.askedBy().map(PhoneNumber::e164).orElse(null))
                .bind("block", number.substring(0, number.length() - 3))
                .bind("dayAgo", now.minus(DAY).toEpochMilli())
                .bind("hourAgo", now.minus(HOUR).toEpochMilli())
                .bind("perNumber", counted(limits.perNumberADay()))
                .bind("perBlock", counted(limits.perBlockAnHour()))
                .bind("inAll", counted(limits.anHour()))
                .first(row ->
                        new Standing(
                                id(row, "there"), id(row, "his"), open(row), beyond(row, limits)))
                .orElseThrow();
    }

    private static Optional<PromiseId> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(PromiseId::new);
    }

    /** The reason why nobody may be called instead of the one to whom this is promised. */
    static Optional<String> refusalOfNumber(Handle handle, Callback there, PromiseRequest request) {
        String id = there.id().value();
        int others =
                handle.createQuery(OTHERS_OF_PERSON)
                        .bind("number", request.terms().number().e164())
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one();
        int changes =
                handle.createQuery(CHANGES)
                        .bind("id", id)
                        .bind("what", StoryEntry.NUMBER_CHANGED)
                        .mapTo(Integer.class)
                        .one();
        if (others > 0) {
            return Optional.of("has another open promise");
        }
        return changes >= request.limits().perNumberADay()
                ? Optional.of("has changed the number of his promise often enough")
                : Optional.empty();
    }

    /** For which times between these two calls are promised on this line. */
    static List<Instant> booked(Handle handle, LineName line, Instant from, Instant to) {
        return handle.createQuery(BOOKED)
                .bind("line", line.value())
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .list();
    }

    /** Whether no more can be promised for the time that is asked for. */
    static boolean full(Handle handle, PromiseRequest request) {
        return request.slot()
                .filter(slot -> {
                    PromisedWindow window = slot.window();
                    LineName line = request.terms().line();
                    return booked(handle, line, window.from(), window.to()).size() >= slot.most();
                })
                .isPresent();
    }

    /** The one open promise that a person may have, on whatever line, or has asked for. */
    static Optional<Callback> openAnywhere(Handle handle, PhoneNumber number) {
        return open(handle, OPEN_ANYWHERE, number).or(() -> open(handle, OPEN_ASKED_BY, number));
    }

    private static Optional<Callback> open(Handle handle, String query, PhoneNumber number) {
        return handle.createQuery(query)
                .bind("number", number.e164())
                .map(PromiseRows.MAPPER)
                .findOne();
    }

    private static Optional<String> open(ResultSet row) throws SQLException {
        if (row.getInt("open_anywhere") > 0) {
            return Optional.of("has another open promise");
        }
        return row.getInt("open_asked_by") > 0 || row.getInt("open_of_asker") > 0
                ? Optional.of("asked for another open promise")
                : Optional.empty();
    }

    private static Optional<String> beyond(ResultSet row, PromiseLimits limits)
            throws SQLException {
        if (row.getInt("to_number") >= limits.perNumberADay()) {
            return Optional.of(limits.perNumberADay() + " promises to this number in a day");
        }
        if (row.getInt("to_block") >= limits.perBlockAnHour()) {
            return Optional.of(
                    limits.perBlockAnHour() + " promises to this block of numbers in an hour");
        }
        return row.getInt("in_all") >= limits.anHour()
                ? Optional.of(limits.anHour() + " promises in an hour")
                : Optional.empty();
    }

    /** How far to count: not at all where there is no limit. */
    private static int counted(int limit) {
        return limit == Integer.MAX_VALUE ? 0 : limit;
    }

    private static String open(String whose) {
        return PromiseRows.OPEN + " AND " + whose;
    }

    private static String firstOpen(String whose) {
        return "(SELECT p.id FROM promise p WHERE "
                + open("p.line = :line AND " + whose)
                + " LIMIT 1)";
    }

    private static String counting(String which, String most) {
        return "(SELECT count(*) FROM (SELECT 1 FROM promise p WHERE "
                + which
                + " LIMIT "
                + most
                + ") c)";
    }
}
