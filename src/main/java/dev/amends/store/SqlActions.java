package dev.amends.store;

import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.Actions;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ordered;
import dev.amends.promise.PromiseId;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Promised actions in SQL. Each change writes a line of the story with it, as in the ledger. */
final class SqlActions implements Actions {

    static final String OPEN =
            ActionRows.SELECT + "a.state = 'open' AND a.ask_from <= :now ORDER BY a.ask_from";
    static final String BEING_ASKED = ActionRows.SELECT + "a.attempt_id IS NOT NULL";
    static final String BY_ATTEMPT = ActionRows.SELECT + "a.attempt_id = :attempt";
    static final String BY_PREFIX =
            ActionRows.SELECT
                    + "a.id >= :first AND a.id < :beyond ORDER BY a.id LIMIT "
                    + Ledger.MOST_FOUND;
    static final String LIST_OPEN =
            ActionRows.SELECT + ActionRows.NOT_ENDED + " ORDER BY a.due_by LIMIT :limit";
    static final String LIST_ENDED =
            ActionRows.SELECT + ActionRows.ENDED + " ORDER BY a.ended_at DESC LIMIT :limit";

    private static final String SCORE =
            "SELECT sum(CASE WHEN a.state = 'done' AND a.ended_at <= a.due_by THEN 1 ELSE 0 END) AS"
                    + " in_time, sum(CASE WHEN a.state = 'done' AND a.ended_at > a.due_by THEN 1 ELSE"
                    + " 0 END) AS late, sum(CASE WHEN a.state = 'overdue' THEN 1 ELSE 0 END) AS"
                    + " overdue FROM action_promise a";

    private static final Logger log = LoggerFactory.getLogger(SqlActions.class);

    private final Connections connections;

    SqlActions(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void promise(ActionPromise.Open made, String reason) {
        StoryEntry entry = connections.write(handle -> promise(handle, made, reason));
        log.info("{}", entry);
    }

    static StoryEntry promise(Handle handle, ActionPromise.Open made, String reason) {
        ActionRows.insert(handle, made);
        return entry(made.id(), made.word(), reason, made.terms().promisedAt()).write(handle);
    }

    @Override
    public Optional<ActionPromise> find(PromiseId id) {
        return connections.read(handle -> ActionRows.find(handle, id));
    }

    @Override
    public List<ActionPromise> findByPrefix(String prefix) {
        return connections.read(handle ->
                handle.createQuery(BY_PREFIX)
                        .bind("first", prefix)
                        .bind("beyond", prefix + "g")
                        .map(ActionRows.MAPPER)
                        .list());
    }

    @Override
    public List<ActionPromise.Pending> due(Instant now) {
        return connections.read(handle -> {
            List<ActionPromise> due =
                    new ArrayList<>(handle.createQuery(BEING_ASKED).map(ActionRows.MAPPER).list());
            due.addAll(
                    handle.createQuery(OPEN)
                            .bind("now", now.toEpochMilli())
                            .map(ActionRows.MAPPER)
                            .list());
            return due.stream().map(ActionPromise.Pending.class::cast).toList();
        });
    }

    @Override
    public boolean move(ActionPromise from, ActionPromise to, String reason, Instant now) {
        return changed(handle -> moved(handle, from, to, reason, now).map(List::of));
    }

    @Override
    public boolean overdue(
            ActionPromise.Pending from,
            ActionPromise.Overdue to,
            Optional<CallbackTerms> call,
            String reason) {
        boolean done =
                changed(handle ->
                        moved(handle, from, to, reason, to.at())
                                .map(entry -> entries(handle, entry, to, call)));
        if (done) {
            log.warn(
                    "task {}: what was promised to {}, line {}, is not done: {}; see: amends tasks"
                            + " list",
                    to.id(),
                    to.number(),
                    to.line(),
                    reason);
        }
        return done;
    }

    private static List<StoryEntry> entries(
            Handle handle,
            StoryEntry overdue,
            ActionPromise.Overdue action,
            Optional<CallbackTerms> call) {
        SignalRows.write(
                handle,
                Signal.of(
                        action.number(),
                        SignalKind.PROMISE_BROKEN,
                        action.line().value(),
                        action.at(),
                        "promise " + action.id()));
        List<StoryEntry> all = new ArrayList<>(List.of(overdue));
        call.ifPresent(terms -> all.addAll(call(handle, action, terms)));
        return all;
    }

    /** Who is to be called anyhow is told then: the time he chose for it stands. */
    private static List<StoryEntry> call(
            Handle handle, ActionPromise.Overdue action, CallbackTerms terms) {
        Optional<Callback> open = PromiseRows.openOfPerson(handle, terms.number(), terms.line());
        if (open.isPresent()) {
            return List.of(
                    about(handle, action, "caller is called", "by his promise " + open.get().id()));
        }
        OrderedRows.Done ordered =
                OrderedRows.order(
                        handle,
                        terms,
                        "promise %s is not kept: %s, by %s"
                                .formatted(
                                        action.id(),
                                        action.terms().deed(),
                                        action.terms().owner()));
        StoryEntry told =
                ordered.answer() instanceof Ordered.Refused(String why)
                        ? about(handle, action, "caller is not called", why)
                        : about(handle, action, "caller is called", "by promise " + terms.id());
        List<StoryEntry> all = new ArrayList<>(List.of(told));
        ordered.entry().ifPresent(all::add);
        return all;
    }

    private static StoryEntry about(
            Handle handle, ActionPromise.Overdue action, String what, String reason) {
        return entry(action.id(), what, reason, action.at()).write(handle);
    }

    @Override
    public Optional<ActionPromise.Placed> placed(AttemptId attempt) {
        return byAttempt(attempt)
                .filter(ActionPromise.Placed.class::isInstance)
                .map(ActionPromise.Placed.class::cast);
    }

    @Override
    public Optional<ActionPromise.Asked> asked(AttemptId attempt) {
        return byAttempt(attempt)
                .filter(ActionPromise.Asked.class::isInstance)
                .map(ActionPromise.Asked.class::cast);
    }

    private Optional<ActionPromise> byAttempt(AttemptId attempt) {
        return connections.read(handle ->
                handle.createQuery(BY_ATTEMPT)
                        .bind("attempt", attempt.value())
                        .map(ActionRows.MAPPER)
                        .findOne());
    }

    @Override
    public List<Ledger.LedgerEntry> story(PromiseId id) {
        return connections.read(handle -> StoryEntry.storyOfAction(handle, id));
    }

    @Override
    public Score score() {
        return connections.read(handle ->
                handle.createQuery(SCORE)
                        .map((row, context) ->
                                new Score(
                                        row.getInt("in_time"),
                                        row.getInt("late"),
                                        row.getInt("overdue")))
                        .one());
    }

    @Override
    public List<ActionPromise> list(boolean withEnded, int limit) {
        return connections.read(handle -> {
            List<ActionPromise> all = new ArrayList<>(list(handle, LIST_OPEN, limit));
            if (withEnded && all.size() < limit) {
                all.addAll(list(handle, LIST_ENDED, limit - all.size()));
            }
            return List.copyOf(all);
        });
    }

    private static List<ActionPromise> list(Handle handle, String query, int limit) {
        return handle.createQuery(query).bind("limit", limit).map(ActionRows.MAPPER).list();
    }

    static Optional<StoryEntry> moved(
            Handle handle, ActionPromise from, ActionPromise to, String reason, Instant now) {
        return ActionRows.move(handle, from, to, reason)
                ? Optional.of(
                        entry(to.id(), from.word() + " -> " + to.word(), reason, now).write(handle))
                : Optional.empty();
    }

    private static StoryEntry entry(PromiseId id, String what, String reason, Instant at) {
        return StoryEntry.ofAction(id, what, reason, at);
    }

    /** One transaction; what it wrote into the stories is logged once it is committed. */
    private boolean changed(Function<Handle, Optional<List<StoryEntry>>> work) {
        Optional<List<StoryEntry>> written = connections.writeOrNothing(work);
        written.ifPresent(entries -> entries.forEach(entry -> log.info("{}", entry)));
        return written.isPresent();
    }
}
