package dev.amends.store;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ordered;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.promise.Spent;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The ledger in SQL. Each change writes one line of the story with it and logs it once committed.
 */
final class SqlLedger implements Ledger {

    static final String UNSPOKEN = PromiseRows.SELECT + "p.state = 'unspoken' ORDER BY p.asked_at";
    static final String LIST_OPEN =
            PromiseRows.SELECT + PromiseRows.OPEN + " ORDER BY p.asked_at DESC LIMIT :limit";
    static final String LIST_ENDED =
            PromiseRows.SELECT + PromiseRows.ENDED + " ORDER BY p.ended_at DESC LIMIT :limit";
    static final String BY_PREFIX =
            PromiseRows.SELECT
                    + "p.id >= :first AND p.id < :beyond ORDER BY p.id LIMIT "
                    + MOST_FOUND;

    private static final Logger log = LoggerFactory.getLogger(SqlLedger.class);
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{0,32}");

    private final Connections connections;

    SqlLedger(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Promising promise(PromiseRequest request) {
        return change(handle -> Optional.of(promise(handle, request))).orElseThrow();
    }

    private static Done<Promising> promise(Handle handle, PromiseRequest request) {
        PromiseCounts.Standing standing = PromiseCounts.standing(handle, request);
        Optional<Callback> there = standing.there().flatMap(id -> PromiseRows.find(handle, id));
        return his(handle, standing, request.terms())
                .flatMap(own -> SecondRequestRows.change(handle, own, request, standing))
                .map(done -> new Done<>(done.answer(), done.entries()))
                .or(() -> there.map(found -> existing(handle, found, request.terms())))
                .or(() ->
                        standing.refusal()
                                .or(() -> CostRows.refusal(handle, request))
                                .map(why -> done(new Promising.Refused(why))))
                .orElseGet(() -> commit(handle, request));
    }

    /**
     * The open one on this line of whoever asks, unless somebody else is to be called who has one
     * himself, or the same turn asks again.
     */
    private static Optional<Callback> his(
            Handle handle, PromiseCounts.Standing standing, CallbackTerms terms) {
        return standing.his()
                .filter(id -> standing.there().isEmpty() || standing.there().get().equals(id))
                .flatMap(id -> PromiseRows.find(handle, id))
                .filter(own -> !own.terms().sameTurn(terms));
    }

    private static Done<Promising> existing(Handle handle, Callback there, CallbackTerms terms) {
        Optional<StoryEntry> afterAll =
                PresentRows.of(handle, there.id())
                        .filter(terms.askedIn()::equals)
                        .map(his ->
                                StoryEntry.of(
                                        there.id(),
                                        "stays promised",
                                        "chose to be called back after all, in call " + his.value(),
                                        terms.askedAt()));
        return Done.of(new Promising.Existing(there), afterAll.map(entry -> entry.write(handle)));
    }

    private static Done<Promising> commit(Handle handle, PromiseRequest request) {
        if (PromiseCounts.full(handle, request)) {
            return done(new Promising.Taken());
        }
        CallbackTerms terms = request.terms();
        PromiseRows.insert(handle, terms, request.askedBy());
        StoryEntry entry = StoryEntry.of(terms.id(), "unspoken", request.reason(), terms.askedAt());
        return Done.of(
                new Promising.Made(new Callback.Unspoken(terms, PromiseRows.FIRST_VERSION)),
                Optional.of(entry.write(handle)));
    }

    private static Done<Promising> done(Promising answer) {
        return Done.of(answer, Optional.empty());
    }

    @Override
    public Ordered order(CallbackTerms terms, String reason) {
        OrderedRows.Done done =
                connections.write(handle -> OrderedRows.order(handle, terms, reason));
        done.entry().ifPresent(entry -> log.info("{}", entry));
        return done.answer();
    }

    @Override
    public void spoke(PhoneNumber number, LineName line, String how, Instant now) {
        if (connections.read(TaskRows.QUERIES::howMany) == 0) {
            return; // nearly always: no need to wait for the writer
        }
        connections
                .write(handle ->
                        People.find(handle, number).stream()
                                .flatMap(person ->
                                        TaskRows.spoke(handle, person, line, how, now).stream())
                                .toList())
                .forEach(entry -> log.info("{}", entry));
    }

    @Override
    public List<Callback.Promised> longDue(Instant then, Instant due) {
        return connections.read(handle ->
                handle.createQuery(PromiseRows.LONG_DUE)
                        .bind("then", then.toEpochMilli())
                        .bind("due", due.toEpochMilli())
                        .map((row, context) -> PromiseRows.promised(row))
                        .list());
    }

    @Override
    public boolean notePresent(PromiseId id, CallId call, Instant now) {
        return presentIn(id).filter(call::equals).isPresent()
                || changed(handle ->
                        PresentRows.come(handle, id, call)
                                ? Optional.of(
                                        StoryEntry.of(
                                                id,
                                                "is on the line",
                                                "rang again and is not called meanwhile, in call "
                                                        + call.value(),
                                                now))
                                : Optional.empty());
    }

    @Override
    public boolean noteGone(CallId call, String reason, Instant now) {
        return changed(handle ->
                PresentRows.go(handle, call)
                        .map(found -> StoryEntry.of(found.id(), "is off the line", reason, now)));
    }

    @Override
    public List<Present> present() {
        return connections.read(PresentRows::all);
    }

    @Override
    public Optional<CallId> presentIn(PromiseId id) {
        return connections.read(handle -> PresentRows.of(handle, id));
    }

    @Override
    public List<Instant> booked(LineName line, Instant from, Instant to) {
        return connections.read(handle -> PromiseCounts.booked(handle, line, from, to));
    }

    @Override
    public Optional<Callback> find(PromiseId id) {
        return connections.read(handle -> PromiseRows.find(handle, id));
    }

    @Override
    public List<Callback> findByPrefix(String prefix) {
        if (!HEX.matcher(prefix).matches()) {
            return List.of();
        }
        return connections.read(handle ->
                handle.createQuery(BY_PREFIX)
                        .bind("first", prefix)
                        .bind("beyond", prefix + "g")
                        .map(PromiseRows.MAPPER)
                        .list());
    }

    @Override
    public Optional<Callback> openFor(PhoneNumber number, LineName line) {
        return connections.read(handle -> PromiseRows.openFor(handle, number, line));
    }

    @Override
    public List<Callback.Unspoken> unspoken() {
        return connections.read(handle ->
                handle.createQuery(UNSPOKEN)
                        .map((row, context) -> (Callback.Unspoken) PromiseRows.read(row))
                        .list());
    }

    @Override
    public boolean move(Callback from, Callback to, String reason, Instant now) {
        boolean done =
                changed(handle ->
                        moved(handle, from, to, reason)
                                ? Optional.of(
                                        StoryEntry.of(from.id(), moved(from, to), reason, now))
                                : Optional.empty());
        if (done) {
            tell(to, reason);
        }
        return done;
    }

    /**
     * Moves it on, with what follows for people: a broken promise is a task, a kept one ends some.
     */
    private static boolean moved(Handle handle, Callback from, Callback to, String reason) {
        if (!PromiseRows.move(handle, from, to)) {
            return false;
        }
        if (to.equals(from)) {
            return true;
        }
        switch (to) {
            case Callback.Broken broken -> {
                TaskRows.add(handle, broken.id(), reason, broken.at());
                seen(handle, to, SignalKind.PROMISE_BROKEN, broken.at());
            }
            case Callback.Withdrawn withdrawn ->
                    TaskRows.done(handle, to.id(), "withdrawn: " + reason, withdrawn.at());
            case Callback.Kept kept ->
                    TaskRows.spoke(
                            handle,
                            People.of(handle, to.terms().number(), kept.at()),
                            to.terms().line(),
                            "spoke with a rep, by promise " + to.id(),
                            kept.at());
            default -> {}
        }
        return true;
    }

    /** Whoever was promised it is more upset for it when he calls again. */
    private static void seen(Handle handle, Callback promise, SignalKind kind, Instant at) {
        CallbackTerms terms = promise.terms();
        SignalRows.write(
                handle,
                Signal.of(
                        terms.number(), kind, terms.line().value(), at, "promise " + promise.id()));
    }

    /** A broken promise is never silent. */
    private static void tell(Callback to, String why) {
        if (to instanceof Callback.Broken) {
            log.warn(
                    "task {}: a person has to call {}, line {}: {}; see: amends tasks list",
                    to.id(),
                    to.terms().number(),
                    to.terms().line(),
                    why);
        }
    }

    @Override
    public List<Launchable> launchable(Instant now, int limit) {
        return connections.read(handle -> AttemptRows.launchable(handle, now, limit));
    }

    @Override
    public List<Attempt> intend(List<Intent> intents) {
        List<Done<Attempt>> done =
                connections.write(handle ->
                        intents.stream().flatMap(one -> intend(handle, one).stream()).toList());
        done.stream()
                .flatMap(one -> one.entries().stream())
                .forEach(entry -> log.info("{}", entry));
        return done.stream().map(Done::value).toList();
    }

    private static Optional<Done<Attempt>> intend(Handle handle, Intent intent) {
        Attempt attempt = intent.attempt();
        if (!AttemptRows.intend(handle, intent.promise(), attempt)) {
            return Optional.empty();
        }
        StoryEntry entry =
                StoryEntry.of(
                        attempt.promise(),
                        attempt.id(),
                        "intent",
                        AttemptRows.why(attempt),
                        attempt.createdAt());
        return Optional.of(new Done<>(attempt, List.of(entry.write(handle))));
    }

    @Override
    public List<InLine> inLine(int limit) {
        return connections.read(handle -> SlipRows.inLine(handle, limit));
    }

    @Override
    public boolean slipped(Slipped step, Instant now) {
        return changed(handle -> {
            if (!PromiseRows.moveIfAway(handle, step.from(), step.to())) {
                return Optional.empty();
            }
            SlipRows.write(handle, step.from().id(), step.slip());
            if (!raised(step)) {
                seen(handle, step.to(), SignalKind.PROMISE_LATE, now);
            }
            return Optional.of(StoryEntry.of(step.from().id(), what(step), step.reason(), now));
        });
    }

    @Override
    public boolean messaged(Messaged message, Instant now) {
        return changed(handle ->
                SlipRows.messaged(handle, message)
                        ? Optional.of(messaged(handle, message, now))
                        : Optional.empty());
    }

    private static StoryEntry messaged(Handle handle, Messaged message, Instant now) {
        if (message.sent()) {
            told(handle, message.promise(), message.reason(), now);
        }
        String what = message.sent() ? "message sent" : "message not sent";
        return StoryEntry.of(message.promise(), what, message.reason(), now);
    }

    private static String what(Slipped step) {
        return raised(step) ? "moved up" : "new window";
    }

    private static boolean raised(Slipped step) {
        return !step.from().terms().arrival().equals(step.to().terms().arrival());
    }

    @Override
    public boolean handOver(Callback.Promised promise, String why, Instant now) {
        boolean done =
                changed(handle -> {
                    if (!PromiseRows.move(handle, promise, promise)) {
                        return Optional.empty();
                    }
                    TaskRows.add(handle, promise.id(), why, now);
                    SlipRows.handed(handle, promise.id(), now);
                    seen(handle, promise, SignalKind.PROMISE_LATE, now);
                    return Optional.of(StoryEntry.of(promise.id(), "handed to a person", why, now));
                });
        if (done) {
            log.warn(
                    "promise {} runs late, and is a task as well: call {}, line {}: {}",
                    promise.id(),
                    promise.terms().number(),
                    promise.terms().line(),
                    why);
        }
        return done;
    }

    @Override
    public Optional<AttemptOnRecord> attempt(AttemptId id) {
        return connections.read(handle -> AttemptRows.find(handle, id));
    }

    @Override
    public List<AttemptOnRecord> liveAttempts() {
        return connections.read(AttemptRows::live);
    }

    @Override
    public List<Attempt> attemptsOf(PromiseId id) {
        return connections.read(handle -> AttemptRows.of(handle, id));
    }

    @Override
    public Claim claim(AttemptId id, Budget budget, Instant now) {
        return change(handle -> ClaimRows.claim(handle, id, budget, now))
                .orElseGet(Claim.Lost::new);
    }

    @Override
    public Spent spent(Budget budget, Instant now) {
        return connections.read(handle -> CostRows.spent(handle, budget, now));
    }

    @Override
    public List<AttemptId> unmeasured() {
        return connections.read(CostRows::unmeasured);
    }

    @Override
    public boolean cost(AttemptId id, int minutes) {
        return connections.write(handle -> CostRows.measured(handle, id, minutes));
    }

    @Override
    public boolean answered(AttemptId id, Instant now) {
        return changed(handle ->
                AttemptRows.answered(handle, id, now)
                        ? AttemptRows.find(handle, id)
                                .map(on ->
                                        StoryEntry.of(
                                                on.promise().id(),
                                                id,
                                                "answered",
                                                "the called phone was picked up",
                                                now))
                        : Optional.empty());
    }

    @Override
    public boolean settle(Settlement settlement, Instant now) {
        Callback from = settlement.from();
        Callback to = settlement.to();
        String ended = "ended " + AttemptRows.word(settlement.outcome());
        String what = to.equals(from) ? ended : ended + ", " + moved(from, to);
        AttemptRows.End end = new AttemptRows.End(settlement.outcome(), now);
        boolean done =
                changed(handle ->
                        AttemptRows.end(handle, settlement.attempt(), from.id(), end)
                                        && moved(handle, from, to, settlement.reason())
                                        && told(handle, settlement, now)
                                ? Optional.of(
                                        StoryEntry.of(
                                                from.id(),
                                                settlement.attempt(),
                                                what,
                                                settlement.reason(),
                                                now))
                                : Optional.empty());
        if (done && !to.equals(from)) {
            tell(to, settlement.reason());
        }
        return done;
    }

    /** Who was told another time is late no more; always true. */
    private static boolean told(Handle handle, Settlement settlement, Instant now) {
        if (settlement.outcome() == AttemptOutcome.TOLD) {
            told(handle, settlement.to().id(), settlement.reason(), now);
        }
        return true;
    }

    private static void told(Handle handle, PromiseId promise, String reason, Instant now) {
        TaskRows.done(handle, promise, reason, now);
        SlipRows.told(handle, promise);
    }

    @Override
    public List<LedgerEntry> story(PromiseId id) {
        return connections.read(handle -> StoryEntry.story(handle, id));
    }

    @Override
    public List<Callback> list(boolean withEnded, int limit) {
        return connections.read(handle -> {
            List<Callback> all = new ArrayList<>(list(handle, LIST_OPEN, limit));
            if (withEnded && all.size() < limit) {
                all.addAll(list(handle, LIST_ENDED, limit - all.size()));
            }
            return List.copyOf(all);
        });
    }

    private static List<Callback> list(Handle handle, String query, int limit) {
        return handle.createQuery(query).bind("limit", limit).map(PromiseRows.MAPPER).list();
    }

    /** What a move does, in the words of a story. */
    static String moved(Callback from, Callback to) {
        return from.word().equals(to.word()) ? "put off" : from.word() + " -> " + to.word();
    }

    /** One transaction; a line of the story means that it is written and committed. */
    private boolean changed(Function<Handle, Optional<StoryEntry>> work) {
        return change(handle ->
                        work.apply(handle)
                                .map(entry -> Done.of(true, Optional.of(entry.write(handle)))))
                .isPresent();
    }

    private <T> Optional<T> change(Function<Handle, Optional<Done<T>>> work) {
        Optional<Done<T>> done = connections.writeOrNothing(work);
        done.stream()
                .flatMap(found -> found.entries().stream())
                .forEach(entry -> log.info("{}", entry));
        return done.map(Done::value);
    }

    /** What a transaction did, and the lines it wrote into stories if it changed anything. */
    record Done<T>(T value, List<StoryEntry> entries) {
        static <T> Done<T> of(T value, Optional<StoryEntry> entry) {
            return new Done<>(value, entry.stream().toList());
        }
    }
}
