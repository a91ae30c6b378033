package dev.amends.reception;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.Signals;
import dev.amends.caller.Temper;
import dev.amends.caller.Tempers;
import dev.amends.care.Briefs;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.Waiting;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.routing.Route;
import dev.amends.routing.RoutingPolicy;
import dev.amends.routing.UpsetShare;
import dev.amends.speech.Languages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
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

    private final Lines lines;
    private final Memory memory;
    private final Floor floor;
    private final Tempers tempers;
    private final UpsetShare share;
    private final Orders orders;
    private final InstantSource clock;
    private final FactFinder finder;
    private final CalledDesk called;
    private final CallPosts posts;

    public Reception(Rules rules, Memory memory, Floor floor, Orders orders, Chance chance) {
        this.lines = new Lines(rules.lines());
        this.memory = memory;
        this.floor = floor;
        this.tempers = new Tempers(memory.callers(), memory.signals(), rules.recognition());
        this.share = memory.upset();
        this.orders = orders;
        this.clock = chance.clock();
        this.finder = new FactFinder(rules, memory, floor, chance);
        this.called = new CalledDesk(lines, rules, memory.ledger(), floor, orders, clock);
        this.posts =
                new CallPosts(
                        rules.tongue().numbers(),
                        new RepNames(rules.lines(), floor, clock),
                        rules.recognition().flagFades(),
                        orders,
                        clock);
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
                    case ARRIVAL -> arrived(question, FirstArrival.now(clock.instant()));
                    case CalledDialogue.NAME -> called.answer(question);
                    case CallPosts.LEFT -> posts.left(question);
                    case SERVED -> posts.served(question);
                    case RepsFlag.NAME -> posts.flagged(question);
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
                    next(question, FactFinder.Reach.MEMORY)
                            .map(Next::step)
                            .filter(step -> step.order().isEmpty())
                            .map(Step::done);
            turn.ifPresent(answer -> count(answer, question));
            return turn;
        } catch (LookedUp.NotAtHand e) {
            return Optional.empty();
        }
    }

    /** The same for somebody who came earlier, as he was asked something first. */
    Optional<Turn> arrive(Question question, FirstArrival came) {
        Optional<Turn> turn = arrived(question, came);
        turn.ifPresent(answer -> count(answer, question));
        return turn;
    }

    private Optional<Turn> arrived(Question question, FirstArrival came) {
        return lines.find(question.line()).map(line -> arrive(line, question, came));
    }

    private Turn arrive(Line line, Question question, FirstArrival came) {
        CallerFacts facts = finder.ofArrival(line, question);
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
        return next(question, FactFinder.Reach.STORE)
                .map(next -> orders.carryOut(next.step(), next.now()));
    }

    private record Next(Step step, Instant now) {}

    private Optional<Next> next(Question question, FactFinder.Reach reach) {
        if (!LATER_TURNS.contains(question.dialogue())) {
            return Optional.empty();
        }
        return CallerState.read(question.state())
                .flatMap(state ->
                        lines.find(question.line())
                                .map(line -> next(state, line, question, reach)));
    }

    private Next next(CallerState state, Line line, Question question, FactFinder.Reach reach) {
        CallerFacts facts = finder.of(state, line, question, reach);
        return new Next(CallerDialogue.next(state, question.heard(), facts), facts.now());
    }

    /** Counts him in from now on, so that the next caller meets a line with him in it. */
    private void count(Turn turn, Question question) {
        String id = question.call().value();
        Instant now = clock.instant();
        switch (turn) {
            case Turn.Join join -> floor.expect(join.queue(), new Waiting(id, join.arrival()), now);
            case Turn.Recorded(_, Turn then) -> count(then, question);
            case Turn.WithStories(_, Turn then) -> count(then, question);
            case Turn.Ask _, Turn.Say _, Turn.Record _, Turn.Reach _ ->
                    lines.ifAny(question.line())
                            .ifPresent(line -> floor.speakingWith(line, id, now));
            case Turn.Goodbye _ -> floor.goodbye(id);
            case Turn.MeetRep _, Turn.Hold _, Turn.Farewell _, Turn.Nothing _ -> {}
        }
    }
}
