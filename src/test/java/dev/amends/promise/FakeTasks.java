package dev.amends.promise;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks that the broken promises of a ledger make. */
public final class FakeTasks implements Tasks {

    private final Ledger ledger;
    private final Map<PromiseId, Task.Done> done = new HashMap<>();

    public FakeTasks(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Task> list(boolean withDone, int limit) {
        return ledger.list(true, 1000).stream()
                .map(Callback::id)
                .map(this::of)
                .flatMap(Optional::stream)
                .filter(task -> withDone || task.done().isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public int open() {
        return list(false, 1000).size();
    }

    @Override
    public Optional<Task> of(PromiseId promise) {
        return ledger.find(promise)
                .filter(Callback.Broken.class::isInstance)
                .map(Callback.Broken.class::cast)
                .map(broken ->
                        new Task(
                                broken,
                                broken.at(),
                                ledger.story(promise).getLast().reason(),
                                Optional.ofNullable(done.get(promise))));
    }

    @Override
    public List<Task> findByPrefix(String prefix) {
        return list(true, 1000).stream()
                .filter(task -> task.promise().id().value().startsWith(prefix))
                .limit(Ledger.MOST_FOUND)
                .toList();
    }

    @Override
    public boolean done(PromiseId promise, String note, Instant now) {
        return of(promise).isPresent()
                && done.putIfAbsent(promise, new Task.Done(now, note)) == null;
    }
}
