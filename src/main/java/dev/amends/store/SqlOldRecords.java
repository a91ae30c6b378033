package dev.amends.store;

import dev.amends.supervision.OldRecords;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Records that are too old, in SQL: found by an index, and a few at a time. A number of which
 * nothing else is left goes with the last of them, and its person with his last number.
 */
final class SqlOldRecords implements OldRecords {

    private static final int AT_ONCE = 200;

    /** Its last word is old, and no promise or story goes with it any more. */
    private static final String OVER_MATTER =
            "o.opened_at < :before AND coalesce(o.last_at, o.opened_at) < :before"
                    + " AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.person_id = o.person_id"
                    + " AND p.line = o.line AND p.state IN ('unspoken', 'promised', 'dialing'))"
                    + " AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.matter_id = o.id"
                    + " AND p.state IN ('kept', 'withdrawn', 'broken'))"
                    + " AND NOT EXISTS (SELECT 1 FROM action_promise a"
                    + " WHERE a.person_id = o.person_id AND a.matter_id = o.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM story s WHERE s.matter_id = o.id)";

    static final List<Alone> OF_CALLS =
            List.of(
                    Alone.of("call", "id", "at < :before", "at"),
                    Alone.of("signal", "id", "at < :before", "at"),
                    new Alone(
                            "SELECT o.id, n.person_id FROM consent o LEFT JOIN number n"
                                    + " ON n.e164 = o.number WHERE o.at < :before AND (o.answer <>"
                                    + " 'yes' OR o.erased_at IS NOT NULL) ORDER BY o.at LIMIT :most",
                            List.of(
                                    "DELETE FROM story WHERE id = :id",
                                    "DELETE FROM consent WHERE id = :id")),
                    new Alone(
                            "SELECT o.id, NULL AS person_id FROM breather o WHERE o.earned_at < :before"
                                    + " AND o.state = 'ended' ORDER BY o.earned_at LIMIT :most",
                            List.of("DELETE FROM breather WHERE id = :id")),
                    Alone.of("bar", "id", "since < :before AND until_at < :before", "since"),
                    Alone.of("closing", "call_id", "at < :before", "at"),
                    Alone.of("survey", "call_id", "at < :before", "at"),
                    Alone.of("flag", "id", "since < :before AND fades_at < :before", "since"),
                    Alone.of("matter", "id", OVER_MATTER, "opened_at"));
    static final String ENDED_CALLBACKS =
            old(
                    "promise",
                    "id",
                    "state IN ('kept', 'withdrawn', 'broken') AND ended_at < :before AND NOT EXISTS"
                            + " (SELECT 1 FROM task t WHERE t.promise_id = o.id"
                            + " AND t.done_at IS NULL)",
                    "ended_at");
    static final String ENDED_ACTIONS =
            old(
                    "action_promise",
                    "id",
                    "state IN ('done', 'withdrawn') AND ended_at < :before",
                    "ended_at");

    /** With a promise goes whatever belongs to it. */
    private static final List<String> OF_A_CALLBACK =
            List.of(
                    "DELETE FROM call_cost WHERE attempt_id IN (SELECT id FROM attempt"
                            + " WHERE promise_id = :id)",
                    "DELETE FROM ledger_entry WHERE promise_id = :id",
                    "DELETE FROM task WHERE promise_id = :id",
                    "DELETE FROM slip WHERE promise_id = :id",
                    "DELETE FROM survey_left_out WHERE promise_id = :id",
                    "DELETE FROM attempt WHERE promise_id = :id",
                    "DELETE FROM promise WHERE id = :id");

    private static final List<String> OF_AN_ACTION =
            List.of(
                    "DELETE FROM action_entry WHERE promise_id = :id",
                    "DELETE FROM action_promise WHERE id = :id");

    private final Connections connections;

    SqlOldRecords(Connections connections) {
        this.connections = connections;
    }

    /** How rows that stand alone are found, and how each goes. */
    record Alone(String find, List<String> deletes) {
        static Alone of(String table, String key, String so, String since) {
            return new Alone(
                    old(table, key, so, since),
                    List.of("DELETE FROM %s WHERE %s = :id".formatted(table, key)));
        }
    }

    private static String old(String table, String key, String so, String since) {
        return "SELECT o.%s AS id, o.person_id FROM %s o WHERE %s ORDER BY o.%s LIMIT :most"
                .formatted(key, table, so, since);
    }

    @Override
    public int deleteSome(Kind kind, Instant before) {
        return connections.sweep(handle -> {
            Batch batch = new Batch(handle, before);
            switch (kind) {
                case CALLS -> {
                    OF_CALLS.forEach(old -> batch.delete(old.find(), old.deletes()));
                }
                case PROMISES -> {
                    batch.delete(ENDED_CALLBACKS, OF_A_CALLBACK);
                    batch.delete(ENDED_ACTIONS, OF_AN_ACTION);
                }
            }
            return batch.end();
        });
    }

    /** What is deleted in one transaction. */
    private static final class Batch {

        private final Handle handle;
        private final Instant before;
        private final Set<Long> persons = new LinkedHashSet<>();
        private int deleted;

        Batch(Handle handle, Instant before) {
            this.handle = handle;
            this.before = before;
        }

        private record Old(String id, long person) {}

        void delete(String find, List<String> deletes) {
            List<Old> found =
                    handle.createQuery(find)
                            .bind("before", before.toEpochMilli())
                            .bind("most", AT_ONCE)
                            .map((row, context) ->
                                    new Old(row.getString("id"), row.getLong("person_id")))
                            .list();
            for (Old one : found) {
                deletes.forEach(delete -> execute(delete, one.id()));
                persons.add(one.person());
            }
            deleted += found.size();
        }

        int end() {
            persons.forEach(person -> Forgotten.forget(handle, Forgotten.sameAs(handle, person)));
            return deleted;
        }

        private void execute(String delete, String id) {
            handle.createUpdate(delete).bind("id", id).execute();
        }
    }
}
