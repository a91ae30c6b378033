package dev.amends.store;

import dev.amends.caller.Linking;
import dev.amends.caller.PhoneNumber;
import dev.amends.promise.Callback;
import dev.amends.promise.TwoPromisesPolicy;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes two numbers one person's, and undoes it: calls, flags, signals, promises, matters and tasks
 * go along, all in one transaction. Of two open promises for one line one stays, as {@link
 * TwoPromisesPolicy} says.
 */
final class PersonLinks {

    /** What belongs to a person, and by what column its rows are told apart. */
    private enum Owned {
        NUMBER("number", "e164"),
        CALL("call", "id"),
        FLAG("flag", "id"),
        BAR("bar", "id"),
        SIGNAL("signal", "id"),
        CLOSING("closing", "call_id"),
        SURVEY("survey", "call_id"),
        PROMISE("promise", "id"),
        MATTER("matter", "id"),
        TASK("task", "promise_id"),
        ACTION("action_promise", "id");

        private final String table;
        private final String key;

        Owned(String table, String key) {
            this.table = table;
            this.key = key;
        }
    }

    private static final String OPEN_OF_BOTH =
            PromiseRows.SELECT
                    + PromiseRows.OPEN
                    + " AND p.person_id IN (:to, :from) AND p.line IN (SELECT o.line FROM promise o"
                    + " WHERE o.state IN ('unspoken', 'promised', 'dialing')"
                    + " AND o.person_id IN (:to, :from) GROUP BY o.line HAVING count(*) > 1)"
                    + " ORDER BY p.line, p.id";
    private static final String LATEST =
            "SELECT id, person_from, person_to FROM person_link WHERE number = :number"
                    + " AND undone_at IS NULL ORDER BY at DESC LIMIT 1";

    private PersonLinks() {}

    private record Link(long id, long from, long to) {}

    /** From now on {@code joins} is a number of whoever has {@code number}. */
    static Linking link(Handle handle, PhoneNumber number, PhoneNumber joins, Instant now) {
        Link link =
                new Link(
                        People.newId(),
                        People.of(handle, joins, now),
                        People.of(handle, number, now));
        if (link.from() == link.to()) {
            return new Linking.Refused("both are one person's already");
        }
        List<Callback> open = openOfBoth(handle, link);
        if (!open.stream().allMatch(Callback.Promised.class::isInstance)) {
            return new Linking.Refused(
                    "both have an open promise, and one is under way; try again in a minute");
        }
        List<Linking.Merged> merged = merge(handle, open, now);
        note(handle, link, joins, now);
        closeSecondMatters(handle, link, now);
        replaceSecondFlags(handle, link, now);
        for (Owned what : Owned.values()) {
            remember(handle, link, what);
            move(handle, link, what);
        }
        return new Linking.Done(merged);
    }

    /** The number, and what came along with it, belongs to whom it belonged before. */
    static Linking unlink(Handle handle, PhoneNumber number, Instant now) {
        Optional<Link> found =
                handle.createQuery(LATEST)
                        .bind("number", number.e164())
                        .map((row, context) ->
                                new Link(
                                        row.getLong("id"),
                                        row.getLong("person_from"),
                                        row.getLong("person_to")))
                        .findOne();
        if (found.isEmpty()) {
            return new Linking.Refused("this number was not linked to another one");
        }
        Link link = found.get();
        for (Owned what : Owned.values()) {
            handle.createUpdate(
                            "UPDATE %s SET person_id = :from WHERE person_id = :to AND %s IN (SELECT"
                                            .formatted(what.table, cast(what))
                                    + " row_id FROM person_link_row WHERE link_id = :link"
                                    + " AND what = :what)")
                    .bind("from", link.from())
                    .bind("to", link.to())
                    .bind("link", link.id())
                    .bind("what", what.table)
                    .execute();
        }
        handle.createUpdate("UPDATE person_link SET undone_at = :now WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", link.id())
                .execute();
        return new Linking.Done(List.of());
    }

    private static List<Callback> openOfBoth(Handle handle, Link link) {
        return handle.createQuery(OPEN_OF_BOTH)
                .bind("to", link.to())
                .bind("from", link.from())
                .map(PromiseRows.MAPPER)
                .list();
    }

    /** Nobody had two for one line before, so there are two for each. */
    private static List<Linking.Merged> merge(Handle handle, List<Callback> open, Instant now) {
        List<Linking.Merged> merged = new ArrayList<>();
        for (int i = 1; i < open.size(); i += 2) {
            TwoPromisesPolicy.Choice choice =
                    TwoPromisesPolicy.of(
                            (Callback.Promised) open.get(i - 1), (Callback.Promised) open.get(i));
            withdraw(handle, choice, now);
            if (choice.movesUp()) {
                moveUp(handle, choice, now);
            }
            merged.add(new Linking.Merged(choice.stays().id().value(), choice.over().id().value()));
        }
        return merged;
    }

    private static void withdraw(Handle handle, TwoPromisesPolicy.Choice choice, Instant now) {
        Callback.Promised from = choice.over();
        Callback.Withdrawn to = from.withdrawn(now);
        PromiseRows.move(handle, from, to);
        StoryEntry.of(
                        from.id(),
                        from.word() + " -> " + to.word(),
                        "the number is one person's who has promise " + choice.stays().id(),
                        now)
                .write(handle);
    }

    private static void moveUp(Handle handle, TwoPromisesPolicy.Choice choice, Instant now) {
        PromiseRows.move(handle, choice.stays(), choice.inTheEarlierPlace());
        StoryEntry.of(
                        choice.stays().id(),
                        StoryEntry.PLACE_CHANGED,
                        "the earlier one of promise " + choice.over().id() + " of the same person",
                        now)
                .write(handle);
    }

    private static void note(Handle handle, Link link, PhoneNumber number, Instant now) {
        handle.createUpdate(
                        "INSERT INTO person_link (id, number, person_from, person_to, at)"
                                + " VALUES (:id, :number, :from, :to, :now)")
                .bind("id", link.id())
                .bind("number", number.e164())
                .bind("from", link.from())
                .bind("to", link.to())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Nobody has two open matters on a line: that of the number that joins is closed. */
    private static void closeSecondMatters(Handle handle, Link link, Instant now) {
        handle.createUpdate(
                        "UPDATE matter SET closed_at = CASE WHEN opened_at > :now THEN opened_at"
                                + " ELSE :now END WHERE person_id = :from AND closed_at IS NULL"
                                + " AND line IN (SELECT m.line FROM matter m"
                                + " WHERE m.person_id = :to AND m.closed_at IS NULL)")
                .bind("now", now.toEpochMilli())
                .bind("from", link.from())
                .bind("to", link.to())
                .execute();
    }

    /** Of two flags of a kind the one that fades later counts. */
    private static void replaceSecondFlags(Handle handle, Link link, Instant now) {
        handle.createUpdate(
                        "UPDATE flag SET replaced_at = :now WHERE replaced_at IS NULL"
                                + " AND person_id IN (:from, :to) AND EXISTS (SELECT 1 FROM flag o"
                                + " WHERE o.replaced_at IS NULL AND o.kind = flag.kind"
                                + " AND o.person_id IN (:from, :to) AND o.id != flag.id"
                                + " AND (o.fades_at > flag.fades_at OR o.fades_at = flag.fades_at"
                                + " AND o.id > flag.id))")
                .bind("now", now.toEpochMilli())
                .bind("from", link.from())
                .bind("to", link.to())
                .execute();
    }

    private static void remember(Handle handle, Link link, Owned what) {
        handle.createUpdate(
                        "INSERT INTO person_link_row (link_id, what, row_id) SELECT :link, :what, %s"
                                        .formatted(cast(what))
                                + " FROM %s WHERE person_id = :from".formatted(what.table))
                .bind("link", link.id())
                .bind("what", what.table)
                .bind("from", link.from())
                .execute();
    }

    private static void move(Handle handle, Link link, Owned what) {
        handle.createUpdate(
                        "UPDATE %s SET person_id = :to WHERE person_id = :from"
                                .formatted(what.table))
                .bind("to", link.to())
                .bind("from", link.from())
                .execute();
    }

    private static String cast(Owned what) {
        return "CAST(" + what.key + " AS TEXT)";
    }
}
