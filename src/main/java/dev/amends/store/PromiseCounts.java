package dev.amends.store;

import dev.amends.caller.PhoneNumber;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a new promise is refused, counted in the transaction that would write it. Each count ends at
 * its limit, so that a decision costs the same however many promises there were. SQLite has one
 * writer at a time; on a database with several this transaction has to be serializable.
 */
final class PromiseCounts {

    static final String TO_NUMBER =
            counting("number = :number AND asked_at > :since ORDER BY asked_at");
    static final String TO_BLOCK =
            counting(
                    "substr(number, 1, length(number) - 3) = :block AND asked_at > :since"
                            + " ORDER BY asked_at");
    static final String IN_ALL = counting("asked_at > :since ORDER BY asked_at");
    static final String OPEN_ANYWHERE =
            PromiseRows.SELECT
                    + PromiseRows.OPEN
                    + " AND p.person_id = ("
                    + People.BY_NUMBER
                    + ") LIMIT 1";
    static final String OPEN_ASKED_BY =
            PromiseRows.SELECT + PromiseRows.OPEN + " AND p.asked_by = :number LIMIT 1";

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private PromiseCounts() {}

    /** The reason why it is refused, if it is. */
    static Optional<String> refusal(Handle handle, PromiseRequest request) {
        PhoneNumber number = request.terms().number();
        if (open(handle, OPEN_ANYWHERE, number).isPresent()) {
            return Optional.of("has another open promise");
        }
        if (request.askedBy().flatMap(by -> open(handle, OPEN_ASKED_BY, by)).isPresent()) {
            return Optional.of("asked for another open promise");
        }
        return limit(handle, number, request.limits(), request.terms().askedAt());
    }

    /** The one open promise that a person may have, on whatever line, or has asked for. */
    static Optional<Callback> openAnywhere(Handle handle, PhoneNumber number) {
        return open(handle, OPEN_ANYWHERE, number).or(() -> open(handle, OPEN_ASKED_BY, number));
    }

    private static Optional<String> limit(
            Handle handle, PhoneNumber number, PromiseLimits limits, Instant now) {
        String e164 = number.e164();
        Query toNumber = handle.createQuery(TO_NUMBER).bind("number", e164);
        if (reached(toNumber, now.minus(DAY), limits.perNumberADay())) {
            return Optional.of(limits.perNumberADay() + " promises to this number in a day");
        }
        Query toBlock =
                handle.createQuery(TO_BLOCK).bind("block", e164.substring(0, e164.length() - 3));
        if (reached(toBlock, now.minus(HOUR), limits.perBlockAnHour())) {
            return Optional.of(
                    limits.perBlockAnHour() + " promises to this block of numbers in an hour");
        }
        return reached(handle.createQuery(IN_ALL), now.minus(HOUR), limits.anHour())
                ? Optional.of(limits.anHour() + " promises in an hour")
                : Optional.empty();
    }

    private static boolean reached(Query count, Instant since, int limit) {
        if (limit == Integer.MAX_VALUE) {
            return false;
        }
        return count.bind("since", since.toEpochMilli())
                        .bind("limit", limit)
                        .mapTo(Integer.class)
                        .one()
                >= limit;
    }

    private static Optional<Callback> open(Handle handle, String query, PhoneNumber number) {
        return handle.createQuery(query)
                .bind("number", number.e164())
                .map(PromiseRows.MAPPER)
                .findOne();
    }

    private static String counting(String which) {
        return "SELECT count(*) FROM (SELECT 1 FROM promise WHERE " + which + " LIMIT :limit) c";
    }
}
