package dev.amends.promise;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The ledger in memory, with the same promises as the real one: optimistic moves, one claim. */
public final class FakeLedger implements Ledger {

    private static final int MOST_BY_PREFIX = 10;
    private static final String NUMBER_CHANGED = "number changed";

    private final Map<PromiseId, Callback> promises = new LinkedHashMap<>();
    private final Map<PromiseId, Callback> open = new LinkedHashMap<>();
    private final Map<PromiseId, PhoneNumber> askedBy = new HashMap<>();
    private final Map<PromiseId, CallId> presentIn = new LinkedHashMap<>();
    private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
    private final Map<PromiseId, Attempt> live = new LinkedHashMap<>();
    private final Map<PromiseId, Set<AttemptId>> attemptsOf = new HashMap<>();
    private final FakeCosts costs = new FakeCosts();
    private final Map<PromiseId, List<LedgerEntry>> stories = new LinkedHashMap<>();
    private final FakeSlips slips = new FakeSlips();
    private final FakeTasks tasks = new FakeTasks(this);

    /** What people have to do for those whose promises were broken, or run late. */
    public FakeTasks tasks() {
        return tasks;
    }

    @Override
    public synchronized Promising promise(PromiseRequest request) {
        CallbackTerms terms = request.terms();
        Optional<Callback> sameTurn =
                promises.values().stream()
                        .filter(known -> known.terms().sameTurn(terms))
                        .findFirst();
        Optional<Callback> theirs =
                open(c ->
                        c.terms().number().equals(terms.number())
                                && c.terms().line().equals(terms.line()));
        Optional<Callback> his = request.askedBy().flatMap(by -> openFor(by, terms.line()));
        if (sameTurn.isEmpty()
                && his.isPresent()
                && (theirs.isEmpty() || theirs.equals(his))
                && SecondRequestPolicy.changed(his.get(), request).isPresent()) {
            return change(his.get(), request);
        }
        Optional<Callback> before = sameTurn.or(() -> theirs).or(() -> his);
        if (before.isPresent()) {
            PromiseId there = before.get().id();
            if (presentIn(there).filter(terms.askedIn()::equals).isPresent()) {
                String why =
                        "chose to be called back after all, in call " + terms.askedIn().value();
                tell(there, new LedgerEntry(terms.askedAt(), "stays promised", why));
            }
            return new Promising.Existing(before.get());
        }
        Optional<String> refusal = open(request).or(() -> beyond(request));
        if (refusal.isPresent()) {
            return new Promising.Refused(refusal.get());
        }
        if (full(request)) {
            return new Promising.Taken();
        }
        Callback.Unspoken callback = new Callback.Unspoken(terms, 1);
        put(callback);
        request.askedBy().ifPresent(by -> askedBy.put(terms.id(), by));
        tell(terms.id(), new LedgerEntry(terms.askedAt(), "unspoken", request.reason()));
        return new Promising.Made(callback);
    }

    private Promising change(Callback there, PromiseRequest request) {
        CallbackTerms asked = request.terms();
        Callback.Promised to = SecondRequestPolicy.changed(there, request).orElseThrow();
        boolean otherNumber = !SecondRequestPolicy.sameNumber(there, asked);
        Optional<String> refusal = otherNumber ? refusalOfNumber(there, request) : Optional.empty();
        if (refusal.isPresent()) {
            return new Promising.Refused(refusal.get());
        }
        if (full(request)) {
            return new Promising.Taken();
        }
        put(to);
        slips.forget(to.id());
        request.askedBy().ifPresent(by -> askedBy.put(to.id(), by));
        String why = request.reason() + ", in call " + asked.askedIn().value();
        if (otherNumber) {
            String from = why + ", instead of " + there.terms().number();
            tell(to.id(), new LedgerEntry(asked.askedAt(), NUMBER_CHANGED, from));
        }
        if (!there.terms().opening().equals(to.terms().opening())) {
            tell(to.id(), new LedgerEntry(asked.askedAt(), "time changed", why));
        }
        return new Promising.Changed(to);
    }

    private Optional<String> refusalOfNumber(Callback there, PromiseRequest request) {
        PhoneNumber number = request.terms().number();
        if (open(c -> c.terms().number().equals(number) && !c.id().equals(there.id()))
                .isPresent()) {
            return Optional.of("has another open promise");
        }
        long changes =
                story(there.id()).stream()
                        .filter(entry -> entry.what().equals(NUMBER_CHANGED))
                        .count();
        return changes >= request.limits().perNumberADay()
                ? Optional.of("has changed the number of his promise often enough")
                : beyond(request);
    }

    private boolean full(PromiseRequest request) {
        return request.slot()
                .filter(slot ->
                        booked(request.terms().line(), slot.window().from(), slot.window().to())
                                        .size()
                                >= slot.most())
                .isPresent();
    }

    @Override
    public synchronized List<Instant> booked(LineName line, Instant from, Instant to) {
        return open.values().stream()
                .filter(c -> c.terms().line().equals(line))
                .flatMap(c -> c.terms().ownTime().stream())
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .toList();
    }

    private Optional<String> open(PromiseRequest request) {
        PhoneNumber number = request.terms().number();
        if (open(c -> c.terms().number().equals(number)).isPresent()) {
            return Optional.of("has another open promise");
        }
        if (request.askedBy()
                .flatMap(by -> open(c -> by.equals(askedBy.get(c.id()))))
                .isPresent()) {
            return Optional.of("asked for another open promise");
        }
        return Optional.empty();
    }

    private Optional<String> beyond(PromiseRequest request) {
        PhoneNumber number = request.terms().number();
        Instant now = request.terms().askedAt();
        Instant anHourAgo = now.minus(Duration.ofHours(1));
        PromiseLimits limits = request.limits();
        if (since(now.minus(Duration.ofDays(1)), c -> c.terms().number().equals(number))
                >= limits.perNumberADay()) {
            return Optional.of(limits.perNumberADay() + " promises to this number in a day");
        }
        if (since(anHourAgo, c -> block(c.terms().number()).equals(block(number)))
                >= limits.perBlockAnHour()) {
            return Optional.of(
                    limits.perBlockAnHour() + " promises to this block of numbers in an hour");
        }
        if (since(anHourAgo, c -> true) >= limits.anHour()) {
            return Optional.of(limits.anHour() + " promises in an hour");
        }
        Budget budget = limits.budget();
        return BudgetPolicy.refusal(
                budget,
                costs.spent(budget, now),
                Math.min(open.size(), BudgetPolicy.mostPromises(budget)),
                now,
                request.terms().notBefore(now));
    }

    private Optional<Callback> open(Predicate<Callback> which) {
        for (Callback one : open.values()) {
            if (which.test(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private long since(Instant then, Predicate<Callback> which) {
        return promises.values().stream()
                .filter(c -> c.terms().askedAt().isAfter(then))
                .filter(which)
                .count();
    }

    private static String block(PhoneNumber number) {
        return number.e164().substring(0, number.e164().length() - 3);
    }

    @Override
    public synchronized Ordered order(CallbackTerms terms, String reason) {
        Optional<Callback> hisOn =
                open(c ->
                        c.terms().number().equals(terms.number())
                                && c.terms().line().equals(terms.line()));
        if (hisOn.isPresent()) {
            return otherwise(hisOn.get(), terms, reason);
        }
        Optional<Callback> another =
                open(c ->
                        c.terms().number().equals(terms.number())
                                || terms.number().equals(askedBy.get(c.id())));
        if (another.isPresent()) {
            return Ordered.Refused.another(another.get(), terms);
        }
        Callback.Promised promised = new Callback.Unspoken(terms, 1).spoken(terms.askedAt());
        put(promised);
        tell(terms.id(), new LedgerEntry(terms.askedAt(), promised.word(), reason));
        return new Ordered.Made(promised);
    }

    private Ordered otherwise(Callback there, CallbackTerms order, String reason) {
        if (!(there instanceof Callback.Promised promised)) {
            return Ordered.Refused.underWay(there);
        }
        Callback.Promised moved = promised.orderedAgain(order);
        put(moved);
        slips.forget(moved.id());
        tell(moved.id(), new LedgerEntry(order.askedAt(), "time changed", reason));
        return new Ordered.Moved(moved, promised.notBefore());
    }

    @Override
    public synchronized List<Callback.Promised> longDue(Instant then, Instant due) {
        List<Callback.Promised> all =
                promised(one ->
                        one.terms().askedAt().isBefore(then)
                                && one.terms().notBefore(then).equals(then)
                                && !one.notBefore().isAfter(due));
        all.sort(Comparator.comparing(promised -> promised.terms().askedAt()));
        return first(all, 100);
    }

    /**
     * Those who are promised and do not wait themselves. A loop: in a simulated day this is most of
     * what each tick asks for.
     */
    private List<Callback.Promised> promised(Predicate<Callback.Promised> which) {
        List<Callback.Promised> all = new ArrayList<>();
        for (Callback one : open.values()) {
            if (one instanceof Callback.Promised promised
                    && which.test(promised)
                    && !presentIn.containsKey(promised.id())) {
                all.add(promised);
            }
        }
        return all;
    }

    private static <T> List<T> first(List<T> all, int most) {
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    @Override
    public synchronized void spoke(PhoneNumber number, LineName line, String how, Instant now) {
        tasks.spoke(number, line, how, now);
    }

    @Override
    public synchronized boolean notePresent(PromiseId id, CallId call, Instant now) {
        Callback callback = promises.get(id);
        if (callback == null
                || !callback.open()
                || !presentIn.getOrDefault(id, call).equals(call)) {
            return false;
        }
        if (presentIn.put(id, call) == null) {
            tell(
                    id,
                    new LedgerEntry(
                            now,
                            "is on the line",
                            "rang again and is not called meanwhile, in call " + call.value()));
        }
        return true;
    }

    @Override
    public synchronized boolean noteGone(CallId call, String reason, Instant now) {
        Optional<PromiseId> id =
                presentIn.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(call))
                        .map(Map.Entry::getKey)
                        .findFirst();
        id.ifPresent(found -> {
            presentIn.remove(found);
            tell(found, new LedgerEntry(now, "is off the line", reason));
        });
        return id.isPresent();
    }

    @Override
    public synchronized List<Present> present() {
        return presentIn.entrySet().stream()
                .map(entry -> new Present(find(entry.getKey()).orElseThrow(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized Optional<CallId> presentIn(PromiseId id) {
        return Optional.ofNullable(presentIn.get(id));
    }

    /** An ended promise has nobody who waits in its place. */
    private void put(Callback callback) {
        promises.put(callback.id(), callback);
        if (callback.open()) {
            open.put(callback.id(), callback);
        } else {
            open.remove(callback.id());
            presentIn.remove(callback.id());
        }
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
        return open(c -> c.terms().line().equals(line) && c.terms().number().equals(number))
                .or(() ->
                        open(c ->
                                c.terms().line().equals(line)
                                        && number.equals(askedBy.get(c.id()))));
    }

    @Override
    public synchronized List<Callback.Unspoken> unspoken() {
        List<Callback.Unspoken> all = new ArrayList<>();
        for (Callback one : open.values()) {
            if (one instanceof Callback.Unspoken unspoken) {
                all.add(unspoken);
            }
        }
        return all;
    }

    @Override
    public synchronized boolean move(Callback from, Callback to, String reason, Instant now) {
        if (!from.terms().equals(to.terms()) || to.version() != from.version() + 1) {
            throw new IllegalArgumentException("a move is one step of one promise");
        }
        if (!stands(from)) {
            return false;
        }
        moves(from, to, reason);
        tell(to.id(), new LedgerEntry(now, moved(from, to), reason));
        return true;
    }

    /** Moves it on, with what follows for people. */
    private void moves(Callback from, Callback to, String reason) {
        put(to);
        if (!to.equals(from)) {
            tasks.moved(to, reason);
        }
    }

    @Override
    public synchronized List<Launchable> launchable(Instant now, int limit) {
        Set<PromiseId> onTheLine = onTheLine();
        List<Callback.Promised> due =
                inOrder(
                        one ->
                                !one.notBefore().isAfter(now)
                                        && !live.containsKey(one.id())
                                        && !onTheLine.contains(one.id()),
                        limit);
        List<Launchable> all = new ArrayList<>(due.size());
        due.forEach(one -> all.add(launchable(one)));
        return all;
    }

    /** Those with whom a call may still go on. */
    private Set<PromiseId> onTheLine() {
        return costs.unmeasured().stream()
                .flatMap(id -> attempt(id).stream())
                .map(found -> found.promise().id())
                .collect(Collectors.toSet());
    }

    private List<Callback.Promised> inOrder(Predicate<Callback.Promised> which, int limit) {
        List<Callback.Promised> all = promised(which);
        all.sort(Comparator.comparing(promised -> promised.terms().arrival()));
        return first(all, limit);
    }

    private Launchable launchable(Callback.Promised promised) {
        int voids = 0;
        Optional<Instant> lastVoid = Optional.empty();
        for (Attempt attempt : attemptsOf(promised.id()).reversed()) {
            if (!FakeSlips.isVoid(attempt)) {
                break;
            }
            voids++;
            lastVoid = lastVoid.or(() -> Optional.of(attempt.changedAt()));
        }
        return new Launchable(promised, voids, lastVoid);
    }

    @Override
    public synchronized List<Attempt> intend(List<Intent> intents) {
        return intents.stream().filter(this::intended).map(Intent::attempt).toList();
    }

    private boolean intended(Intent intent) {
        Callback.Promised promise = intent.promise();
        Attempt attempt = intent.attempt();
        if (!stands(promise)
                || live(promise.id()).isPresent()
                || presentIn.containsKey(promise.id())) {
            return false;
        }
        keep(
                attempt,
                "intent",
                attempt.purpose() == Purpose.TELL
                        ? "is to be told when he is called"
                        : "may be called now, a place is kept in the queue",
                attempt.createdAt());
        return true;
    }

    @Override
    public synchronized List<InLine> inLine(int limit) {
        List<InLine> all = new ArrayList<>();
        Set<PromiseId> onTheLine = onTheLine();
        for (Callback.Promised one : inOrder(_ -> true, limit)) {
            PromiseId id = one.id();
            all.add(
                    new InLine(
                            one, live(id), slips.of(id, attemptsOf(id)), onTheLine.contains(id)));
        }
        return all;
    }

    @Override
    public synchronized boolean slipped(Slipped step, Instant now) {
        PromiseId id = step.from().id();
        if (!stands(step.from()) || presentIn.containsKey(id)) {
            return false;
        }
        put(step.to());
        slips.write(id, step.slip(), attemptsOf(id).size());
        boolean raised = !step.from().terms().arrival().equals(step.to().terms().arrival());
        tell(id, new LedgerEntry(now, raised ? "moved up" : "new window", step.reason()));
        return true;
    }

    @Override
    public synchronized boolean messaged(Messaged message, Instant now) {
        if (!slips.messaged(message)) {
            return false;
        }
        if (message.sent()) {
            told(message.promise(), message.reason(), now);
        }
        String what = message.sent() ? "message sent" : "message not sent";
        tell(message.promise(), new LedgerEntry(now, what, message.reason()));
        return true;
    }

    /** He has heard of another time: a person need not see to it for that any more. */
    private void told(PromiseId id, String reason, Instant now) {
        tasks.ends(id, reason, now);
        slips.told(id);
    }

    @Override
    public synchronized boolean handOver(Callback.Promised promise, String why, Instant now) {
        if (!stands(promise)) {
            return false;
        }
        slips.handed(promise.id(), now);
        tasks.add(promise.id(), why, now);
        tell(promise.id(), new LedgerEntry(now, "handed to a person", why));
        return true;
    }

    @Override
    public synchronized Optional<AttemptOnRecord> attempt(AttemptId id) {
        return Optional.ofNullable(attempts.get(id)).map(this::onRecord);
    }

    @Override
    public synchronized List<AttemptOnRecord> liveAttempts() {
        List<AttemptOnRecord> all = new ArrayList<>(live.size());
        live.values().forEach(attempt -> all.add(onRecord(attempt)));
        all.sort(Comparator.comparing(found -> found.attempt().createdAt()));
        return all;
    }

    @Override
    public synchronized List<Attempt> attemptsOf(PromiseId id) {
        List<Attempt> all = new ArrayList<>();
        for (AttemptId one : attemptsOf.getOrDefault(id, Set.of())) {
            all.add(attempts.get(one));
        }
        return all;
    }

    @Override
    public synchronized Claim claim(AttemptId id, Budget budget, Instant now) {
        Attempt attempt = attempts.get(id);
        if (attempt == null
                || attempt.state() != AttemptState.INTENT
                || presentIn.containsKey(attempt.promise())
                || !(promiseOf(attempt) instanceof Callback.Promised promised)
                || promised.waitsForItsTime(now)) {
            return new Claim.Lost();
        }
        return switch (BudgetPolicy.decide(budget, costs.spent(budget, now), now)) {
            case Budgeting.Allowed(int minutes, int _) -> {
                costs.begin(id, minutes, now);
                yield new Claim.Won(claimed(attempt, promised, now), minutes);
            }
            case Budgeting.Waits(Instant until, String reason) ->
                    new Claim.NotNow(promised, until, reason);
            case Budgeting.UsedUp(Instant until, String reason) ->
                    new Claim.NotNow(promised, until, reason);
        };
    }

    private Callback.Dialing claimed(Attempt attempt, Callback.Promised promised, Instant now) {
        Callback.Dialing dialing = promised.claimed();
        put(dialing);
        keep(
                moved(attempt, AttemptState.CLAIMED, now),
                "claimed, " + moved(promised, dialing),
                "won the claim, the phone may ring",
                now);
        return dialing;
    }

    @Override
    public synchronized Spent spent(Budget budget, Instant now) {
        return costs.spent(budget, now);
    }

    @Override
    public synchronized List<AttemptId> unmeasured() {
        return costs.unmeasured();
    }

    @Override
    public synchronized boolean cost(AttemptId id, int minutes) {
        return costs.measured(id, minutes);
    }

    @Override
    public synchronized boolean answered(AttemptId id, Instant now) {
        Attempt attempt = attempts.get(id);
        if (attempt == null || attempt.state() != AttemptState.CLAIMED) {
            return false;
        }
        keep(
                moved(attempt, AttemptState.ANSWERED, now),
                "answered",
                "the called phone was picked up",
                now);
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
                        Optional.of(settlement.outcome()),
                        attempt.purpose());
        Callback from = settlement.from();
        Callback to = settlement.to();
        moves(from, to, settlement.reason());
        if (settlement.outcome() == AttemptOutcome.TOLD) {
            told(to.id(), settlement.reason(), now);
        }
        String word = "ended " + settlement.outcome().name().toLowerCase(Locale.ROOT);
        keep(
                ended,
                to.equals(from) ? word : word + ", " + moved(from, to),
                settlement.reason(),
                now);
        return true;
    }

    @Override
    public synchronized List<LedgerEntry> story(PromiseId id) {
        return List.copyOf(stories.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized List<Callback> list(boolean withEnded, int limit) {
        return promises.values().stream()
                .filter(callback -> withEnded || callback.open())
                .sorted(
                        Comparator.comparing((Callback callback) -> !callback.open())
                                .thenComparing(FakeLedger::newestBy, Comparator.reverseOrder()))
                .limit(limit)
                .toList();
    }

    private static Instant newestBy(Callback callback) {
        return switch (callback) {
            case Callback.Kept kept -> kept.at();
            case Callback.Withdrawn withdrawn -> withdrawn.at();
            case Callback.Broken broken -> broken.at();
            default -> callback.terms().askedAt();
        };
    }

    private boolean stands(Callback callback) {
        Callback now = promises.get(callback.id());
        return now != null && now.version() == callback.version();
    }

    private Optional<Attempt> live(PromiseId id) {
        return Optional.ofNullable(live.get(id));
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
                attempt.id(),
                attempt.promise(),
                state,
                attempt.createdAt(),
                now,
                Optional.empty(),
                attempt.purpose());
    }

    private static String moved(Callback from, Callback to) {
        return from.word().equals(to.word()) ? "put off" : from.word() + " -> " + to.word();
    }

    private void keep(Attempt attempt, String what, String reason, Instant now) {
        attempts.put(attempt.id(), attempt);
        attemptsOf.computeIfAbsent(attempt.promise(), _ -> new LinkedHashSet<>()).add(attempt.id());
        if (attempt.state().live()) {
            live.put(attempt.promise(), attempt);
        } else {
            live.remove(attempt.promise());
        }
        tell(
                attempt.promise(),
                new LedgerEntry(now, "attempt " + attempt.id() + " " + what, reason));
    }

    void tell(PromiseId id, LedgerEntry entry) {
        stories.computeIfAbsent(id, any -> new ArrayList<>()).add(entry);
    }
}
