package dev.amends.store;

import dev.amends.promise.AttemptId;
import dev.amends.promise.Budget;
import dev.amends.promise.BudgetPolicy;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Spent;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What promised calls cost: a row of {@code call_cost} for each claimed attempt, numbered in the
 * order of the claims, and their sum of each day in {@code day_cost}. Nothing here counts rows
 * whose number grows with the past.
 */
final class CostRows {

    /** All that the budget has to know, in one statement: it is asked before each call. */
    static final String SPENT =
            "SELECT (SELECT sum(d.minutes) FROM day_cost d WHERE d.day >= :day) AS today,"
                    + " (SELECT sum(d.minutes) FROM day_cost d WHERE d.day >= :month) AS this_month,"
                    + " (SELECT sum(c.most) FROM call_cost c WHERE c.minutes IS NULL"
                    + " AND c.day >= :day) AS under_way,"
                    + " coalesce((SELECT max(c.nth) FROM call_cost c), 0) - coalesce((SELECT c.nth"
                    + " FROM call_cost c WHERE c.at <= :hourAgo ORDER BY c.at DESC, c.nth DESC"
                    + " LIMIT 1), 0) AS last_hour,"
                    + " (SELECT c.at FROM call_cost c WHERE c.nth ="
                    + " (SELECT max(l.nth) FROM call_cost l) + 1 - :calls) AS oldest";

    static final String UNMEASURED =
            "SELECT c.attempt_id FROM call_cost c WHERE c.minutes IS NULL ORDER BY c.nth";
    static final String PROMISED =
            "SELECT count(*) FROM (SELECT 1 FROM promise p WHERE "
                    + PromiseRows.OPEN
                    + " LIMIT :most) c";

    private static final Duration HOUR = Duration.ofHours(1);

    private CostRows() {}

    static Spent spent(Handle handle, Budget budget, Instant now) {
        Instant hourAgo = now.minus(HOUR);
        return handle.createQuery(SPENT)
                .bind("day", budget.day(now).toEpochMilli())
                .bind("month", budget.month(now).toEpochMilli())
                .bind("hourAgo", hourAgo.toEpochMilli())
                .bind("calls", budget.callsAnHour())
                .map((row, context) -> spent(row, hourAgo))
                .one();
    }

    private static Spent spent(ResultSet row, Instant hourAgo) throws SQLException {
        Instant oldest = Instant.ofEpochMilli(row.getLong("oldest"));
        return new Spent(
                row.getInt("today"),
                row.getInt("this_month"),
                row.getInt("under_way"),
                Math.max(0, row.getInt("last_hour")),
                Optional.of(oldest).filter(hourAgo::isBefore));
    }

    /** Why the budget holds no further promise, if it does not. */
    static Optional<String> refusal(Handle handle, PromiseRequest request) {
        Budget budget = request.limits().budget();
        int most = BudgetPolicy.mostPromises(budget);
        if (most == 0) {
            return Optional.empty();
        }
        Instant now = request.terms().askedAt();
        return BudgetPolicy.refusal(
                budget,
                spent(handle, budget, now),
                handle.createQuery(PROMISED).bind("most", most).mapTo(Long.class).one(),
                now,
                request.terms().notBefore(now));
    }

    /** A call begins that may take so many minutes. */
    static void begin(Handle handle, AttemptId id, int most, Budget budget, Instant now) {
        long day = budget.day(now).toEpochMilli();
        handle.createUpdate(
                        "INSERT INTO call_cost (nth, attempt_id, at, day, most)"
                                + " SELECT coalesce(max(nth), 0) + 1, :id, :at, :day, :most"
                                + " FROM call_cost")
                .bind("id", id.value())
                .bind("at", now.toEpochMilli())
                .bind("day", day)
                .bind("most", most)
                .execute();
        handle.createUpdate(
                        "INSERT INTO day_cost (day, minutes) VALUES (:day, :most)"
                                + " ON CONFLICT (day) DO UPDATE"
                                + " SET minutes = day_cost.minutes + excluded.minutes")
                .bind("day", day)
                .bind("most", most)
                .execute();
    }

    static List<AttemptId> unmeasured(Handle handle) {
        return handle.createQuery(UNMEASURED)
                .map((row, context) -> new AttemptId(row.getString("attempt_id")))
                .list();
    }

    /** It has cost so many minutes, at most as many as it might have. */
    static boolean measured(Handle handle, AttemptId id, int minutes) {
        handle.createUpdate(
                        "UPDATE day_cost SET minutes = minutes - (SELECT CASE WHEN c.most > :minutes"
                                + " THEN c.most - :minutes ELSE 0 END FROM call_cost c"
                                + " WHERE c.attempt_id = :id AND c.minutes IS NULL)"
                                + " WHERE day = (SELECT c.day FROM call_cost c"
                                + " WHERE c.attempt_id = :id AND c.minutes IS NULL)")
                .bind("id", id.value())
                .bind("minutes", minutes)
                .execute();
        return handle.createUpdate(
                                "UPDATE call_cost SET minutes = CASE WHEN most > :minutes"
                                        + " THEN :minutes ELSE most END"
                                        + " WHERE attempt_id = :id AND minutes IS NULL")
                        .bind("id", id.value())
                        .bind("minutes", minutes)
                        .execute()
                == 1;
    }
}
