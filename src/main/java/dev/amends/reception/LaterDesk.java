package dev.amends.reception;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;
import dev.amends.promise.CallTimes;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.speech.Language;
import dev.amends.speech.Spelling;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The shell of the dialogue with a caller whose rep says that it will take a while: gathers the
 * facts, asks the dialogue, has its order carried out, gives its answer.
 */
final class LaterDesk {

    private static final Logger log = LoggerFactory.getLogger(LaterDesk.class);

    private final Rules rules;
    private final Ledger ledger;
    private final Floor floor;
    private final Orders orders;
    private final Reception.Chance chance;

    LaterDesk(Rules rules, Ledger ledger, Floor floor, Orders orders, Reception.Chance chance) {
        this.rules = rules;
        this.ledger = ledger;
        this.floor = floor;
        this.orders = orders;
        this.chance = chance;
    }

    /** What the dialogue obeys. */
    record Rules(
            Map<LineName, Line> lines,
            Map<LineName, LaterTerms> terms,
            Reception.Tongue tongue,
            NumberJudge judge,
            CallTimes times) {

        Rules {
            lines = Map.copyOf(lines);
            terms = Map.copyOf(terms);
        }

        /** The same where everybody may be called at any time. */
        Rules(
                Map<LineName, Line> lines,
                Map<LineName, LaterTerms> terms,
                Reception.Tongue tongue,
                NumberJudge judge) {
            this(lines, terms, tongue, judge, CallTimes.ALWAYS);
        }
    }

    /** This desk for its own dialogue, those for all others. */
    Dialogues besides(Dialogues others) {
        return others.but(LaterDialogue.NAME, this::answer);
    }

    /** The answer to a question; nothing when it makes no sense, and the caller holds. */
    Optional<Turn> answer(Question question) {
        Instant now = chance.clock().instant();
        Optional<Turn> turn =
                LaterState.read(question.state(), now)
                        .flatMap(state ->
                                facts(state, question, now)
                                        .map(facts ->
                                                LaterDialogue.next(state, question.heard(), facts)))
                        .map(step -> orders.carryOut(step, now));
        if (turn.isPresent() && turn.get() instanceof Turn.Join join) {
            Waiting he = new Waiting(question.call().value(), join.arrival());
            floor.expect(join.queue(), he, now);
        }
        return turn;
    }

    private Optional<LaterFacts> facts(LaterState state, Question question, Instant now) {
        Optional<CallbackTerms> promised =
                state.attempt().flatMap(ledger::attempt).map(found -> found.promise().terms());
        LineName name = promised.map(CallbackTerms::line).orElse(question.line());
        Line line = rules.lines().get(name);
        LaterTerms terms = rules.terms().get(name);
        if (line == null || terms == null) {
            log.warn("a call asks for the line '{}', which the settings do not have", name);
            return Optional.empty();
        }
        LinePicture picture = floor.picture(line, now);
        Language language =
                promised.map(CallbackTerms::language)
                        .orElseGet(() -> rules.tongue().languages().of(question.language()));
        Spelling spelling = rules.tongue().languages().spelling(language);
        NumberPlan numbers = rules.tongue().numbers();
        Optional<PhoneNumber> caller =
                promised.map(CallbackTerms::number).or(() -> numbers.read(question.callerId()));
        return Optional.of(
                new LaterFacts(
                        question.call(),
                        line,
                        picture,
                        terms,
                        RepsOfLine.find(state.rep(), picture),
                        caller,
                        new Callees(numbers, spelling, rules.judge(), rules.times())
                                .of(state, question.heard(), caller),
                        language,
                        spelling,
                        chance.ids().get(),
                        now));
    }
}
