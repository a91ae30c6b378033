package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallId;
import dev.amends.caller.CallerBook;
import dev.amends.caller.Flag;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.caller.Temper;
import dev.amends.caller.Tempers;
import dev.amends.care.Briefs;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.CallingHours;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Purpose;
import dev.amends.routing.Route;
import dev.amends.routing.RoutingPolicy;
import dev.amends.routing.UpsetShare;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The shell that runs every dialogue: gathers the facts, asks the dialogue, commits its order,
 * gives its answer.
 */
public final class Reception implements Dialogues {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    /** What the dialplan says of somebody who hung up while he held for his rep. */
    private static final String HOLDING = "HELD";

    private final Map<LineName, Line> lines;
    private final Memory memory;
    private final Floor floor;
    private final Tongue tongue;
    private final Tempers tempers;
    private final UpsetShare share;
    private final Duration flagFades;
    private final Orders orders;
    private final Chance chance;
    private final NumberJudge judge;
    private final CallTimes times;
    private final Map<LineName, CalledTerms> called;
    private final Briefs briefs;

    public Reception(Rules rules, Memory memory, Floor floor, Orders orders, Chance chance) {
        this.lines = rules.lines();
        this.tempers = new Tempers(memory.callers(), memory.signals(), rules.recognition());
        this.share = memory.upset();
        this.flagFades = rules.recognition().flagFades();
        this.tongue = rules.tongue();
        this.memory = memory;
        this.floor = floor;
        this.orders = orders;
        this.chance = chance;
        this.judge = rules.judge();
        this.times = rules.times();
        this.called = rules.called();
        this.briefs = rules.briefs();
    }

    /** The settings that dialogues obey. */
    public record Rules(
            Map<LineName, Line> lines,
            RecognitionSettings recognition,
            Tongue tongue,
            NumberJudge judge,
            CallTimes times,
            Map<LineName, CalledTerms> called,
            Briefs briefs) {

        public Rules {
            lines = Map.copyOf(lines);
            called = Map.copyOf(called);
        }

        /** The same where reps hear only who it is. */
        public Rules(
                Map<LineName, Line> lines,
                RecognitionSettings recognition,
                Tongue tongue,
                NumberJudge judge,
                CallTimes times,
                Map<LineName, CalledTerms> called) {
            this(lines, recognition, tongue, judge, times, called, Briefs.NONE);
        }

        /** The same where everybody may be called at any time. */
        public Rules(
                Map<LineName, Line> lines,
                RecognitionSettings recognition,
                Tongue tongue,
                NumberJudge judge,
                Map<LineName, CalledTerms> called) {
            this(lines, recognition, tongue, judge, CallTimes.ALWAYS, called);
        }
    }

    /** How numbers are read and spoken. */
    public record Tongue(NumberPlan numbers, Languages languages) {}

    /** What is remembered. */
    public record Memory(
            CallerBook callers,
            Signals signals,
            UpsetShare upset,
            RepsWhoKnow reps,
            Ledger ledger,
            SlotBook slots) {

        /** One without times to choose from, in which nothing was seen of anybody. */
        public Memory(CallerBook callers, Ledger ledger) {
            this(
                    callers,
                    Signals.NONE,
                    new UpsetShare(100),
                    RepsWhoKnow.NOBODY,
                    ledger,
                    SlotBook.empty());
        }
    }

    /** Where time and new ids come from. */
    public record Chance(InstantSource clock, Supplier<PromiseId> ids) {}

    /** The first turn of the dialogue with somebody who calls us. */
    static final String ARRIVAL = "arrival";

    /** The post that a call is over in which a rep was there. */
    static final String SERVED = "served";

    /** All later turns of that dialogue. */
    private static final Set<String> LATER_TURNS =
            Set.of(
                    "choice",
                    "number",
                    "typing",
                    "times",
                    "again",
                    "reaching",
                    "joining",
                    "waiting",
                    "closed");

    @Override
    public Optional<Turn> answer(Question question) {
        Optional<Turn> turn =
                switch (question.dialogue()) {
                    case ARRIVAL -> arrived(question, FirstArrival.now(chance.clock().instant()));
                    case CalledDialogue.NAME ->
                            CalledState.read(question.state())
                                    .flatMap(state -> called(state, question));
                    case "left" -> left(question);
                    case SERVED -> served(question);
                    case RepsFlag.NAME -> flagged(question);
                    default -> goOn(question);
                };
        turn.ifPresent(answer -> count(answer, question));
        return turn;
    }

    /**
     * A dialogue is pure, so it may be run without the store to see whether it gets by: where it
     * asks for more, or orders something, it is run again with the store.
     */
    @Override
    public Optional<Turn> atOnce(Question question) {
        try {
            Optional<Turn> turn =
                    next(question, Reach.MEMORY)
                            .map(Next::step)
                            .filter(step -> step.order().isEmpty())
                            .map(Step::done);
            turn.ifPresent(answer -> count(answer, question));
            return turn;
        } catch (LookedUp.NotAtHand e) {
            return Optional.empty();
        }
    }

    /** How far facts may be looked for. */
    private enum Reach {
        MEMORY,
        STORE
    }

    /** The same for somebody who came earlier, as he was asked something first. */
    Optional<Turn> arrive(Question question, FirstArrival came) {
        Optional<Turn> turn = arrived(question, came);
        turn.ifPresent(answer -> count(answer, question));
        return turn;
    }

    private Optional<Turn> arrived(Question question, FirstArrival came) {
        return line(question.line()).map(line -> arrive(line, question, came));
    }

    private Turn arrive(Line line, Question question, FirstArrival came) {
        Optional<PhoneNumber> caller = tongue.numbers().read(question.callerId());
        CallerFacts facts = facts(line, question, caller, caller, Reach.STORE);
        Temper temper =
                share.comes(
                        line.name(),
                        facts.call().value(),
                        tempers.of(facts.number(), came.at()),
                        came.at());
        Route route =
                memory.reps().route(RoutingPolicy.decide(temper, line, facts.picture()), facts);
        FirstArrival told = facts.brief().on() ? came.call(nth(facts, came)) : came;
        Step step = CallerDialogue.arrive(temper, route, told, facts);
        remember(facts, route, came);
        return orders.carryOut(step, facts.now());
    }

    /** Which call of his this is lately. */
    private int nth(CallerFacts facts, FirstArrival came) {
        return 1
                + facts.number()
                        .map(n -> tempers.history(n, came.at()).calls().earlier())
                        .orElse(0);
    }

    private void remember(CallerFacts facts, Route route, FirstArrival came) {
        Instant counted = route.headStart() ? came.at().minus(facts.line().headStart()) : came.at();
        memory.callers()
                .arrived(
                        new Arrival(
                                facts.call(),
                                facts.number(),
                                facts.line().name().value(),
                                came.at(),
                                counted,
                                route.word(),
                                route.reason()));
        log.info(
                "call {} from {} to {}: {} ({})",
                facts.call().value(),
                facts.number().map(PhoneNumber::toString).orElse("withheld"),
                facts.line().name(),
                route.word(),
                route.reason());
    }

    private Optional<Turn> goOn(Question question) {
        return next(question, Reach.STORE).map(next -> orders.carryOut(next.step(), next.now()));
    }

    private record Next(Step step, Instant now) {}

    private Optional<Next> next(Question question, Reach reach) {
        if (!LATER_TURNS.contains(question.dialogue())) {
            return Optional.empty();
        }
        return CallerState.read(question.state())
                .flatMap(state ->
                        line(question.line()).map(line -> next(state, line, question, reach)));
    }

    private Next next(CallerState state, Line line, Question question, Reach reach) {
        Optional<PhoneNumber> caller = tongue.numbers().read(question.callerId());
        CallerFacts facts =
                facts(
                        line,
                        question,
                        caller,
                        callees(question).wanted(state, question.heard(), caller),
                        reach);
        return new Next(CallerDialogue.next(state, question.heard(), facts), facts.now());
    }

    private Optional<Turn> called(CalledState state, Question question) {
        Instant now = chance.clock().instant();
        return memory.ledger()
                .attempt(state.attempt())
                .flatMap(found ->
                        line(found.promise().terms().line())
                                .map(line -> called(state, question, found, line)))
                .map(step -> orders.carryOut(step, now));
    }

    private Step called(
            CalledState state, Question question, Ledger.AttemptOnRecord found, Line line) {
        CalledTerms terms = called.getOrDefault(line.name(), CalledTerms.NONE);
        CallbackTerms promised = found.promise().terms();
        return switch (found.attempt().purpose()) {
            case CALL ->
                    CalledDialogue.next(
                            state,
                            question.heard(),
                            calledFacts(line, found.promise(), left(terms, found.promise())));
            case TELL ->
                    TellingDialogue.next(
                            state,
                            question.heard(),
                            promised.window(),
                            calledFacts(line, found.promise(), terms));
        };
    }

    /** What of it is left in this try. */
    private CalledTerms left(CalledTerms terms, Callback promise) {
        Instant now = chance.clock().instant();
        return terms.leaving(
                orders.staysOpen(promise, AttemptOutcome.NOT_NOW, now),
                orders.staysOpen(promise, AttemptOutcome.MESSAGE_LEFT, now));
    }

    private CalledDialogue.Facts calledFacts(Line line, Callback promise, CalledTerms terms) {
        Instant now = chance.clock().instant();
        CallbackTerms promised = promise.terms();
        return new CalledDialogue.Facts(
                line,
                floor.picture(line, now),
                promised.arrival(),
                terms,
                times.of(promised.number()),
                briefs.of(promise),
                tongue.languages().spelling(promised.language()),
                now);
    }

    private Optional<Line> line(LineName name) {
        Line line = lines.get(name);
        if (line == null) {
            log.warn("a call asks for the line '{}', which the settings do not have", name);
        }
        return Optional.ofNullable(line);
    }

    private Optional<Turn> left(Question question) {
        if (!CallId.fits(question.state())) {
            return Optional.empty();
        }
        CallId call = new CallId(question.state());
        Order order =
                question.heard().equals(HOLDING)
                        ? new Order.NoteHangUpHolding(call)
                        : new Order.NoteHangUp(call);
        return Optional.of(orders.post(order, chance.clock().instant()));
    }

    /** The state is the call in which the code was keyed, or the attempt if we had called him. */
    private Optional<Turn> flagged(Question question) {
        Instant now = chance.clock().instant();
        Optional<Flag> flag = RepsFlag.read(question.heard()).map(f -> f.from(now, flagFades));
        if (flag.isEmpty() || !CallId.fits(question.state())) {
            return Optional.empty();
        }
        Order order =
                AttemptId.fits(question.state())
                        ? new Order.FlagCalled(new AttemptId(question.state()), flag.get())
                        : new Order.FlagCaller(new CallId(question.state()), flag.get());
        return Optional.of(orders.post(order, now));
    }

    /** A post: a call is over in which a rep was there. It may come minutes later. */
    private Optional<Turn> served(Question question) {
        Optional<Talked> talked = Talked.read(question.heard());
        if (!CallId.fits(question.state()) || talked.isEmpty()) {
            return Optional.empty();
        }
        Instant now = chance.clock().instant();
        Order served =
                new Order.NoteServed(
                        new CallId(question.state()),
                        question.line(),
                        tongue.numbers().read(question.callerId()),
                        talked.get().time(),
                        talked.get().ended().orElse(now));
        return Optional.of(orders.post(served, now));
    }

    private Callees callees(Question question) {
        Language language = tongue.languages().of(question.language());
        return new Callees(tongue.numbers(), tongue.languages().spelling(language), judge, times);
    }

    private CallerFacts facts(
            Line line,
            Question question,
            Optional<PhoneNumber> caller,
            Optional<PhoneNumber> wanted,
            Reach reach) {
        Instant now = chance.clock().instant();
        Language language = tongue.languages().of(question.language());
        Callees callees = callees(question);
        LinePicture picture = floor.picture(line, now);
        LookedUp<CallingHours> calling = new LookedUp<>(() -> callees.hours(wanted));
        return new CallerFacts(
                question.call(),
                line,
                picture,
                caller,
                lookedUp(() -> callees.of(wanted), reach),
                calling,
                lookedUp(
                        () ->
                                memory.slots()
                                        .facts(
                                                line,
                                                picture,
                                                calling.value(),
                                                memory.ledger(),
                                                now),
                        reach),
                lookedUp(
                        () ->
                                caller.flatMap(n -> memory.ledger().openFor(n, line.name()))
                                        .map(this::open),
                        reach),
                new LookedUp<>(chance.ids()),
                briefs.policy(line.name()),
                language,
                tongue.languages().spelling(language),
                now);
    }

    private static <T> LookedUp<T> lookedUp(Supplier<T> fact, Reach reach) {
        return reach == Reach.STORE ? new LookedUp<>(fact) : LookedUp.notAtHand();
    }

    private OpenPromise open(Callback promise) {
        Ledger ledger = memory.ledger();
        List<Attempt> attempts = ledger.attemptsOf(promise.id());
        return new OpenPromise(
                promise,
                attempts.stream()
                        .filter(attempt -> attempt.state().live())
                        .map(Attempt::id)
                        .findFirst(),
                ledger.presentIn(promise.id()),
                attempts.stream()
                        .filter(attempt -> attempt.purpose() == Purpose.CALL)
                        .anyMatch(attempt ->
                                attempt.outcome()
                                        .filter(AttemptOutcome.MESSAGE_LEFT::equals)
                                        .isPresent()));
    }

    /** Who is not understood twice at one question hammers the keys. */
    private void notUnderstood(Question question) {
        CallerState.read(question.state())
                .filter(state -> state.repeats() > 0)
                .ifPresent(state ->
                        memory.signals()
                                .record(
                                        Signal.in(
                                                question.call(),
                                                SignalKind.HAMMERED_KEYS,
                                                question.line().value(),
                                                chance.clock().instant(),
                                                question.dialogue())));
    }

    /** Counts him in from now on, so that the next caller meets a line with him in it. */
    private void count(Turn turn, Question question) {
        if (turn instanceof Turn.Ask ask && ask.say().contains(NOT_UNDERSTOOD.prompt())) {
            notUnderstood(question);
        }
        String id = question.call().value();
        Instant now = chance.clock().instant();
        switch (turn) {
            case Turn.Join join -> floor.expect(join.queue(), new Waiting(id, join.arrival()), now);
            case Turn.Recorded(_, Turn then) -> count(then, question);
            case Turn.WithStories(_, Turn then) -> count(then, question);
            case Turn.Ask _, Turn.Say _, Turn.Record _, Turn.Reach _ ->
                    Optional.ofNullable(lines.get(question.line()))
                            .ifPresent(line -> floor.speakingWith(line, id, now));
            case Turn.Goodbye _ -> floor.goodbye(id);
            case Turn.MeetRep _, Turn.Hold _, Turn.Farewell _, Turn.Nothing _ -> {}
        }
    }
}
