package dev.amends.store;

import dev.amends.promise.AttemptId;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.PromiseId;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One line of a promise's story, as it is written to its table together with the change it tells
 * of.
 */
record StoryEntry(
        String table,
        PromiseId promise,
        @Nullable AttemptId attempt,
        String what,
        String reason,
        Instant at) {

    private static final String OF_CALLBACKS = "ledger_entry";
    private static final String OF_ACTIONS = "action_entry";

    private static final QuickStatement WRITE = writing(OF_CALLBACKS);
    private static final QuickStatement WRITE_OF_ACTION = writing(OF_ACTIONS);

    /** What a story says when another number is called than was promised first. */
    static final String NUMBER_CHANGED = "number changed";

    /** When another time than was promised first. */
    static final String TIME_CHANGED = "time changed";

    /** When he has the place of another promise of his. */
    static final String PLACE_CHANGED = "place changed";

    /** A line about the promise alone. */
    static StoryEntry of(PromiseId promise, String what, String reason, Instant at) {
        return new StoryEntry(OF_CALLBACKS, promise, null, what, reason, at);
    }

    /** A line about a promised action. */
    static StoryEntry ofAction(PromiseId promise, String what, String reason, Instant at) {
        return new StoryEntry(OF_ACTIONS, promise, null, what, reason, at);
    }

    /** A line about an attempt; {@code what} begins with its short id. */
    static StoryEntry of(
            PromiseId promise, AttemptId attempt, String what, String reason, Instant at) {
        return new StoryEntry(
                OF_CALLBACKS, promise, attempt, "attempt " + attempt + " " + what, reason, at);
    }

    private static QuickStatement writing(String table) {
        return new QuickStatement(
                "INSERT INTO "
                        + table
                        + " (promise_id, nth, at, attempt_id, what, reason)"
                        + " SELECT :promise, coalesce(max(nth), 0) + 1, :at, :attempt,"
                        + " :what, :reason FROM "
                        + table
                        + " WHERE promise_id = :promise");
    }

    /** Writes it after all earlier ones. */
    StoryEntry write(Handle handle) {
        (table.equals(OF_ACTIONS) ? WRITE_OF_ACTION : WRITE)
                .on(handle)
                .bind("promise", promise.value())
                .bind("at", at.toEpochMilli())
                .bind("attempt", attempt == null ? null : attempt.value())
                .bind("what", what)
                .bind("reason", reason)
                .execute();
        return this;
    }

    /** All lines of a promise, oldest first. */
    static List<LedgerEntry> story(Handle handle, PromiseId promise) {
        return story(handle, OF_CALLBACKS, promise);
    }

    /** The same of a promised action. */
    static List<LedgerEntry> storyOfAction(Handle handle, PromiseId promise) {
        return story(handle, OF_ACTIONS, promise);
    }

    private static List<LedgerEntry> story(Handle handle, String table, PromiseId promise) {
        return handle.createQuery(
                        "SELECT at, what, reason FROM "
                                + table
                                + " WHERE promise_id = :promise ORDER BY nth")
                .bind("promise", promise.value())
                .map((row, context) ->
                        new LedgerEntry(
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("what"),
                                row.getString("reason")))
                .list();
    }

    /** As it is logged: short ids, one line whatever the reason holds. */
    @Override
    public String toString() {
        String line = "promise " + promise.shortForm() + ": " + what + " (" + reason + ")";
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
