package dev.amends.promise;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger in memory, with the same promises as the real one: optimistic moves, one claim. */
public final class FakeLedger implements Ledger {

    private static final int MOST_BY_PREFIX = 10;

    private final Map<PromiseId, Callback> promises = new LinkedHashMap<>();
    private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
    private final Map<PromiseId, List<LedgerEntry>> stories = new LinkedHashMap<>();

    @Override
    public synchronized Callback promise(CallbackTerms terms, String reason) {
        Optional<Callback> before =
                promises.values().stream()
                        .filter(known -> sameOrder(known.terms(), terms))
                        .findFirst()
                        .or(() -> openFor(terms.number(), terms.line()));
        return before.orElseGet(() -> {
            Callback callback = new Callback.Unspoken(terms, 1);
            keep(callback, reason, terms.askedAt());
            return callback;
        });
    }

    private static boolean sameOrder(CallbackTerms one, CallbackTerms other) {
        return one.askedIn().equals(other.askedIn()) && one.step() == other.step();
    }

    @Override
    public synchronized Optional<Callback> find(PromiseId id) {
        return Optional.ofNullable(promises.get(id));
    }

    @Override
    public synchronized List<Callback> findByPrefix(String prefix) {
        return promises.values().stream()
                .filter(callback -> callback.id().value().startsWith(prefix))
                .limit(MOST_BY_PREFIX)
                .toList();
    }

    @Override
    public synchronized Optional<Callback> openFor(PhoneNumber number, LineName line) {
        return promises.values().stream()
                .filter(Callback::open)
                .filter(callback -> callback.terms().number().equals(number))
                .filter(callback -> callback.terms().line().equals(line))
                .findFirst();
    }

    @Override
    public synchronized List<Callback.Unspoken> unspoken() {
        return promises.values().stream()
                .filter(Callback.Unspoken.class::isInstance)
                .map(Callback.Unspoken.class::cast)
                .toList();
    }

    @Override
    public synchronized boolean move(Callback from, Callback to, String reason, Instant now) {
        if (!from.id().equals(to.id())) {
            throw new IllegalArgumentException("a move is within one promise");
        }
        if (!stands(from)) {
            return false;
        }
        keep(to, reason, now);
        return true;
    }

    @Override
    public synchronized List<Launchable> launchable(Instant now, int limit) {
        return promises.values().stream()
                .filter(Callback.Promised.class::isInstance)
                .map(Callback.Promised.class::cast)
                .filter(promised -> !promised.notBefore().isAfter(now))
                .filter(promised -> live(promised.id()).isEmpty())
                .sorted(Comparator.comparing(promised -> promised.terms().arrival()))
                .limit(limit)
                .map(this::launchable)
                .toList();
    }

    private Launchable launchable(Callback.Promised promised) {
        List<Attempt> newestFirst = attemptsOf(promised.id()).reversed();
        List<Attempt> voids =
                newestFirst.stream()
                        .takeWhile(attempt ->
                                attempt.outcome().equals(Optional.of(AttemptOutcome.VOID)))
                        .toList();
        return new Launchable(
                promised, voids.size(), voids.stream().map(Attempt::changedAt).findFirst());
    }

    @Override
    public synchronized boolean intend(Callback.Promised promise, Attempt attempt) {
        if (!stands(promise) || live(promise.id()).isPresent()) {
            return false;
        }
        keep(attempt, "intent", "about to be placed", attempt.createdAt());
        return true;
    }

    @Override
    public synchronized Optional<AttemptOnRecord> attempt(AttemptId id) {
        return Optional.ofNullable(attempts.get(id)).map(this::onRecord);
    }

    @Override
    public synchronized List<AttemptOnRecord> liveAttempts() {
        return attempts.values().stream()
                .filter(attempt -> attempt.state().live())
                .sorted(Comparator.comparing(Attempt::createdAt))
                .map(this::onRecord)
                .toList();
    }

    @Override
    public synchronized List<Attempt> attemptsOf(PromiseId id) {
        return attempts.values().stream()
                .filter(attempt -> attempt.promise().equals(id))
                .sorted(Comparator.comparing(Attempt::createdAt))
                .toList();
    }

    @Override
    public synchronized Optional<Callback.Dialing> claim(AttemptId id, Instant now) {
        Attempt attempt = attempts.get(id);
        if (attempt == null
                || attempt.state() != AttemptState.INTENT
                || !(promiseOf(attempt) instanceof Callback.Promised promised)) {
            return Optional.empty();
        }
        keep(moved(attempt, AttemptState.CLAIMED, now), "claimed", "won the claim", now);
        Callback.Dialing dialing = promised.claimed();
        keep(dialing, "won the claim", now);
        return Optional.of(dialing);
    }

    @Override
    public synchronized boolean answered(AttemptId id, Instant now) {
        Attempt attempt = attempts.get(id);
        if (attempt == null || attempt.state() != AttemptState.CLAIMED) {
            return false;
        }
        keep(moved(attempt, AttemptState.ANSWERED, now), "answered", "answered the phone", now);
        return true;
    }

    @Override
    public synchronized boolean settle(Settlement settlement, Instant now) {
        Attempt attempt = attempts.get(settlement.attempt());
        if (attempt == null
                || !attempt.state().live()
                || !attempt.promise().equals(settlement.from().id())
                || !stands(settlement.from())) {
            return false;
        }
        Attempt ended =
                new Attempt(
                        attempt.id(),
                        attempt.promise(),
                        AttemptState.ENDED,
                        attempt.createdAt(),
                        now,
                        Optional.of(settlement.outcome()));
        keep(ended, "ended " + settlement.outcome(), settlement.reason(), now);
        if (!settlement.to().equals(settlement.from())) {
            keep(settlement.to(), settlement.reason(), now);
        }
        return true;
    }

    @Override
    public synchronized List<LedgerEntry> story(PromiseId id) {
        return List.copyOf(stories.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized List<Callback> list(boolean withEnded, int limit) {
        Comparator<Callback> newest = Comparator.comparing(callback -> callback.terms().askedAt());
        return promises.values().stream()
                .filter(callback -> withEnded || callback.open())
                .sorted(
                        Comparator.comparing((Callback callback) -> !callback.open())
                                .thenComparing(newest.reversed()))
                .limit(limit)
                .toList();
    }

    private boolean stands(Callback callback) {
        Callback now = promises.get(callback.id());
        return now != null && now.version() == callback.version();
    }

    private Optional<Attempt> live(PromiseId id) {
        return attemptsOf(id).stream().filter(attempt -> attempt.state().live()).findFirst();
    }

    private AttemptOnRecord onRecord(Attempt attempt) {
        return new AttemptOnRecord(attempt, promiseOf(attempt));
    }

    private Callback promiseOf(Attempt attempt) {
        Callback callback = promises.get(attempt.promise());
        if (callback == null) {
            throw new IllegalStateException("an attempt without its promise");
        }
        return callback;
    }

    private static Attempt moved(Attempt attempt, AttemptState state, Instant now) {
        return new Attempt(
                attempt.id(), attempt.promise(), state, attempt.createdAt(), now, Optional.empty());
    }

    private void keep(Callback callback, String reason, Instant now) {
        promises.put(callback.id(), callback);
        tell(callback.id(), new LedgerEntry(now, callback.word(), reason));
    }

    private void keep(Attempt attempt, String what, String reason, Instant now) {
        attempts.put(attempt.id(), attempt);
        tell(attempt.promise(), new LedgerEntry(now, "attempt " + what, reason));
    }

    private void tell(PromiseId id, LedgerEntry entry) {
        stories.computeIfAbsent(id, any -> new ArrayList<>()).add(entry);
    }
}
