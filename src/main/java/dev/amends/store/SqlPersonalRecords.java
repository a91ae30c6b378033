package dev.amends.store;

import dev.amends.caller.PhoneNumber;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.Callback;
import dev.amends.supervision.PersonalRecords;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What is remembered of one person, in SQL, by {@link PersonTable}. */
final class SqlPersonalRecords implements PersonalRecords {

    private static final Logger log = LoggerFactory.getLogger(SqlPersonalRecords.class);

    private static final String CALLBACKS =
            PromiseRows.SELECT + PromiseRows.OPEN + " AND p.person_id = :person";
    private static final String ACTIONS =
            ActionRows.SELECT + ActionRows.NOT_ENDED + " AND a.person_id = :person";
    private static final String WHY = "the caller's data was erased";

    private static final RowMapper<Map<String, Object>> ROW = (row, context) -> row(row);

    private final Connections connections;

    SqlPersonalRecords(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Map<String, List<Map<String, Object>>>> of(PhoneNumber number) {
        Map<String, List<Map<String, Object>>> all =
                connections.read(handle ->
                        People.find(handle, number)
                                .map(person -> everything(handle, person))
                                .orElseGet(() -> kept(handle, number)));
        return Optional.of(all).filter(found -> !found.isEmpty());
    }

    private static Map<String, List<Map<String, Object>>> everything(Handle handle, long person) {
        return rows(
                List.of(PersonTable.values()),
                each -> handle.createQuery(each.select()).bind("person", person));
    }

    /** What is left of somebody who was erased. */
    private static Map<String, List<Map<String, Object>>> kept(Handle handle, PhoneNumber number) {
        return rows(
                PersonTable.keptByNumber(),
                each -> handle.createQuery(each.selectByNumber()).bind("number", number.e164()));
    }

    private static Map<String, List<Map<String, Object>>> rows(
            List<PersonTable> tables, Function<PersonTable, Query> query) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        for (PersonTable each : tables) {
            List<Map<String, Object>> rows = query.apply(each).map(ROW).list();
            if (!rows.isEmpty()) {
                all.put(each.table(), rows);
            }
        }
        return all;
    }

    /** A number of eight bytes that is no id is a time. */
    private static Map<String, Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
            Object value = row.getObject(i);
            if (value != null) {
                boolean id = name.equals("id") || name.endsWith("_id") || name.startsWith("person");
                boolean time = columns.getColumnTypeName(i).equals("BIGINT") && !id;
                fields.put(name, time ? Instant.ofEpochMilli(row.getLong(i)) : value);
            }
        }
        return fields;
    }

    @Override
    public Erasing erase(PhoneNumber number, Instant now) {
        Erasing done = connections.erase(handle -> erase(handle, number, now));
        log.info("the person behind {}: {}", number, done);
        return done;
    }

    private static Erasing erase(Handle handle, PhoneNumber number, Instant now) {
        Optional<Long> found = People.find(handle, number);
        if (found.isEmpty()) {
            return eraseAgain(handle, number, now);
        }
        long person = found.get();
        Optional<Integer> withdrawn = withdraw(handle, person, now);
        return withdrawn.isEmpty()
                ? new Erasing.Refused(
                        "he is being called right now, or his promise is; try again in a minute")
                : erase(handle, person, withdrawn.get(), now);
    }

    /** Of nobody who is known: what once protected others, and no longer does, goes. */
    private static Erasing eraseAgain(Handle handle, PhoneNumber number, Instant now) {
        int over = SqlBars.forget(handle, number, now);
        Map<String, Integer> kept = new TreeMap<>();
        kept(handle, number).forEach((table, rows) -> kept.put(table, rows.size()));
        return over == 0 && kept.isEmpty()
                ? new Erasing.Unknown()
                : new Erasing.Done(0, 0, barsOver(over), Map.of(), kept);
    }

    private static Map<String, Integer> barsOver(int over) {
        return over == 0 ? Map.of() : Map.of(PersonTable.BAR.table(), over);
    }

    /** Who wants to be forgotten is not called; nothing when a call is under way. */
    private static Optional<Integer> withdraw(Handle handle, long person, Instant now) {
        List<Callback> callbacks =
                handle.createQuery(CALLBACKS).bind("person", person).map(PromiseRows.MAPPER).list();
        List<ActionPromise> actions =
                handle.createQuery(ACTIONS).bind("person", person).map(ActionRows.MAPPER).list();
        if (callbacks.stream().anyMatch(Callback.Dialing.class::isInstance)) {
            return Optional.empty();
        }
        callbacks.forEach(open -> withdraw(handle, open, now));
        actions.forEach(open -> withdraw(handle, open, now));
        return Optional.of(callbacks.size() + actions.size());
    }

    private static void withdraw(Handle handle, Callback open, Instant now) {
        Callback over =
                switch (open) {
                    case Callback.Unspoken unspoken -> unspoken.unheard(now);
                    case Callback.Promised promised -> promised.withdrawn(now);
                    default -> throw new AssertionError(open.word());
                };
        PromiseRows.move(handle, open, over);
        StoryEntry.of(open.id(), open.word() + " -> " + over.word(), WHY, now).write(handle);
    }

    private static void withdraw(Handle handle, ActionPromise open, Instant now) {
        ActionPromise over =
                switch (open) {
                    case ActionPromise.Pending pending -> pending.withdrawn(now);
                    case ActionPromise.Overdue overdue -> overdue.withdrawn(now);
                    default -> throw new AssertionError(open.word());
                };
        ActionRows.move(handle, open, over, WHY);
        StoryEntry.ofAction(open.id(), open.word() + " -> " + over.word(), WHY, now).write(handle);
    }

    private static Erasing erase(Handle handle, long person, int withdrawn, Instant now) {
        Map<PersonTable.Fate, Map<String, Integer>> counts = new TreeMap<>();
        counts.put(
                PersonTable.Fate.DELETED,
                new TreeMap<>(barsOver(SqlBars.outlast(handle, person, now))));
        for (PersonTable each : PersonTable.values()) {
            int rows =
                    handle.createQuery(each.count())
                            .bind("person", person)
                            .mapTo(Integer.class)
                            .one();
            if (rows > 0) {
                counts.computeIfAbsent(each.fate(), _ -> new TreeMap<>()).put(each.table(), rows);
            }
        }
        Set<Long> same = Forgotten.sameAs(handle, person);
        for (PersonTable each : PersonTable.values()) {
            each.erase()
                    .ifPresent(sql -> handle.createUpdate(sql).bind("person", person).execute());
        }
        Forgotten.forget(handle, same);
        Map<String, Integer> anonymous = counts.getOrDefault(PersonTable.Fate.ANONYMOUS, Map.of());
        return new Erasing.Done(
                anonymous.getOrDefault(PersonTable.NUMBER.table(), 0),
                withdrawn,
                counts.getOrDefault(PersonTable.Fate.DELETED, Map.of()),
                anonymous,
                counts.getOrDefault(PersonTable.Fate.KEPT, Map.of()));
    }
}
