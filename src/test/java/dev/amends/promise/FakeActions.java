package dev.amends.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Promised actions in memory; the calls that come of them are ordered from a ledger. */
public final class FakeActions implements Actions {

    private final Ledger ledger;
    private final Map<PromiseId, ActionPromise> all = new LinkedHashMap<>();
    private final Map<PromiseId, List<Ledger.LedgerEntry>> stories = new LinkedHashMap<>();

    public FakeActions(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void promise(ActionPromise.Open made, String reason) {
        all.put(made.id(), made);
        tell(made.id(), made.word(), reason, made.terms().promisedAt());
    }

    private void tell(PromiseId id, String what, String reason, Instant at) {
        stories.computeIfAbsent(id, _ -> new ArrayList<>())
                .add(new Ledger.LedgerEntry(at, what, reason));
    }

    @Override
    public Optional<ActionPromise> find(PromiseId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<ActionPromise> findByPrefix(String prefix) {
        return all.values().stream()
                .filter(one -> one.id().value().startsWith(prefix))
                .limit(Ledger.MOST_FOUND)
                .toList();
    }

    @Override
    public List<ActionPromise.Pending> due(Instant now) {
        List<ActionPromise.Pending> due = new ArrayList<>();
        for (ActionPromise one : all.values()) {
            if (one instanceof ActionPromise.Pending pending
                    && !(one instanceof ActionPromise.Open open && open.askFrom().isAfter(now))) {
                due.add(pending);
            }
        }
        return due;
    }

    @Override
    public boolean move(ActionPromise from, ActionPromise to, String reason, Instant now) {
        if (!all.replace(from.id(), from, to)) {
            return false;
        }
        tell(to.id(), from.word() + " -> " + to.word(), reason, now);
        return true;
    }

    @Override
    public boolean overdue(
            ActionPromise.Pending from,
            ActionPromise.Overdue to,
            Optional<CallbackTerms> call,
            String reason) {
        if (!move(from, to, reason, to.at())) {
            return false;
        }
        call.filter(terms -> ledger.openFor(terms.number(), terms.line()).isEmpty())
                .ifPresent(terms -> ledger.order(terms, "promise " + to.id() + " is not kept"));
        return true;
    }

    @Override
    public Optional<ActionPromise.Placed> placed(AttemptId attempt) {
        return only(ActionPromise.Placed.class)
                .filter(one -> one.attempt().equals(attempt))
                .findFirst();
    }

    @Override
    public Optional<ActionPromise.Asked> asked(AttemptId attempt) {
        return only(ActionPromise.Asked.class)
                .filter(one -> one.attempt().equals(attempt))
                .findFirst();
    }

    private <T> Stream<T> only(Class<T> kind) {
        return all.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public List<Ledger.LedgerEntry> story(PromiseId id) {
        return List.copyOf(stories.getOrDefault(id, List.of()));
    }

    @Override
    public Score score() {
        List<ActionPromise.Done> done = only(ActionPromise.Done.class).toList();
        int late = (int) done.stream().filter(ActionPromise.Done::late).count();
        int overdue = (int) only(ActionPromise.Overdue.class).count();
        return new Score(done.size() - late, late, overdue);
    }

    @Override
    public List<ActionPromise> list(boolean withEnded, int limit) {
        return all.values().stream()
                .filter(one ->
                        withEnded
                                || !(one instanceof ActionPromise.Done
                                        || one instanceof ActionPromise.Withdrawn))
                .limit(limit)
                .toList();
    }
}
