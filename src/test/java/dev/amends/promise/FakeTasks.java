package dev.amends.promise;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What people have to do, in memory: the ledger makes it, and knows when it is done by itself. */
public final class FakeTasks implements Tasks {

    private static final Comparator<Task> OLDEST_FIRST = Comparator.comparing(Task::since);
    private static final Comparator<Task> LAST_DONE_FIRST =
            Comparator.comparing((Task task) -> task.done().orElseThrow().at()).reversed();

    private final FakeLedger ledger;
    private final Map<PromiseId, Entry> all = new LinkedHashMap<>();

    FakeTasks(FakeLedger ledger) {
        this.ledger = ledger;
    }

    private record Entry(Instant since, String why, Optional<Task.Done> done) {
        private boolean open() {
            return done.isEmpty();
        }

        private Entry done(String note, Instant now) {
            return new Entry(
                    since, why, Optional.of(new Task.Done(since.isAfter(now) ? since : now, note)));
        }
    }

    /** A promise runs late, or is broken: the one task that it can have is open. */
    void add(PromiseId promise, String why, Instant since) {
        all.put(promise, new Entry(since, why, Optional.empty()));
    }

    /** What follows for people from where a promise has moved. */
    void moved(Callback to, String reason) {
        switch (to) {
            case Callback.Broken broken -> add(broken.id(), reason, broken.at());
            case Callback.Withdrawn withdrawn ->
                    ends(withdrawn.id(), "withdrawn: " + reason, withdrawn.at());
            case Callback.Kept kept ->
                    spoke(
                            kept.terms().number(),
                            kept.terms().line(),
                            "spoke with a rep, by promise " + kept.id(),
                            kept.at());
            default -> {}
        }
    }

    /** Whoever spoke with a rep needs no call by hand any more. */
    void spoke(PhoneNumber number, LineName line, String how, Instant now) {
        for (Task task : some(Entry::open).toList()) {
            CallbackTerms terms = ((Callback) task.promise()).terms();
            if (terms.number().equals(number) && terms.line().equals(line)) {
                done(task.promise().id(), how, now);
            }
        }
    }

    /** False when there is none, or it is done already. */
    boolean ends(PromiseId promise, String note, Instant now) {
        Entry entry = all.get(promise);
        if (entry == null || !entry.open()) {
            return false;
        }
        all.put(promise, entry.done(note, now));
        return true;
    }

    @Override
    public boolean done(PromiseId promise, String note, Instant now) {
        boolean done = ends(promise, note, now);
        if (done) {
            ledger.tell(promise, new Ledger.LedgerEntry(now, "task done", note));
        }
        return done;
    }

    @Override
    public List<Task> list(boolean withDone, int limit) {
        Stream<Task> open = some(Entry::open).sorted(OLDEST_FIRST);
        Stream<Task> done = some(entry -> withDone && !entry.open()).sorted(LAST_DONE_FIRST);
        return Stream.concat(open, done).limit(limit).toList();
    }

    private Stream<Task> some(Predicate<Entry> which) {
        return all.entrySet().stream()
                .filter(one -> which.test(one.getValue()))
                .map(one -> task(one.getKey(), one.getValue()));
    }

    private Task task(PromiseId promise, Entry entry) {
        return new Task(
                ledger.find(promise).orElseThrow(), entry.since(), entry.why(), entry.done());
    }

    @Override
    public int open() {
        return Math.toIntExact(all.values().stream().filter(Entry::open).count());
    }

    @Override
    public Optional<Task> of(PromiseId promise) {
        return Optional.ofNullable(all.get(promise)).map(entry -> task(promise, entry));
    }

    @Override
    public List<Task> findByPrefix(String prefix) {
        return some(_ -> true)
                .filter(task -> task.promise().id().value().startsWith(prefix))
                .limit(Ledger.MOST_FOUND)
                .toList();
    }
}
