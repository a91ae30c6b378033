package dev.amends.reception;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.promise.RepDevice;
import dev.amends.promise.Settler;
import dev.amends.speech.Language;
import dev.amends.speech.Spelling;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shell of the dialogue with a caller whose rep says that it will take a while: gathers the
 * facts, asks the dialogue, commits its order, gives its answer.
 */
public final class LaterDesk {

    private static final Logger log = LoggerFactory.getLogger(LaterDesk.class);

    private final Rules rules;
    private final Ledger ledger;
    private final Settler settler;
    private final Floor floor;
    private final Reception.Chance chance;

    public LaterDesk(
            Rules rules, Ledger ledger, Settler settler, Floor floor, Reception.Chance chance) {
        this.rules = rules;
        this.ledger = ledger;
        this.settler = settler;
        this.floor = floor;
        this.chance = chance;
    }

    /** What the dialogue obeys. */
    public record Rules(
            Map<LineName, Line> lines,
            Map<LineName, LaterTerms> terms,
            Reception.Tongue tongue,
            NumberJudge judge,
            CallTimes times,
            PromiseLimits limits) {

        public Rules {
            lines = Map.copyOf(lines);
            terms = Map.copyOf(terms);
        }

        /** The same where everybody may be called at any time. */
        public Rules(
                Map<LineName, Line> lines,
                Map<LineName, LaterTerms> terms,
                Reception.Tongue tongue,
                NumberJudge judge,
                PromiseLimits limits) {
            this(lines, terms, tongue, judge, CallTimes.ALWAYS, limits);
        }
    }

    /** Whether a question is one for this desk. */
    public static boolean answers(Question question) {
        return question.dialogue().equals(LaterDialogue.NAME);
    }

    /** The answer to a question; nothing when it makes no sense, and the caller holds. */
    public Optional<Turn> answer(Question question) {
        Instant now = chance.clock().instant();
        Optional<Turn> turn =
                LaterState.read(question.state(), now)
                        .flatMap(state ->
                                facts(state, question, now)
                                        .map(facts -> answer(state, question.heard(), facts)));
        if (turn.isPresent() && turn.get() instanceof Turn.Join join) {
            Waiting he = new Waiting(question.call().value(), join.arrival());
            floor.expect(join.queue(), he, now);
        }
        return turn;
    }

    private Turn answer(LaterState state, String heard, LaterFacts facts) {
        Step step = LaterDialogue.next(state, heard, facts);
        if (step.order().isEmpty() || !(step.order().get() instanceof Order.MakePromise make)) {
            return step.done();
        }
        try {
            endWhatHeHadBefore(state, facts);
        } catch (RuntimeException e) {
            log.error("call {}: an older promise could not be ended", facts.call().value(), e);
            return step.failed();
        }
        return promise(step, make, limits(make.terms(), facts));
    }

    /**
     * He has spoken with a rep, who promises him another call: the promise which this call keeps,
     * or in whose place he waited, is over.
     */
    private void endWhatHeHadBefore(LaterState state, LaterFacts facts) {
        state.attempt().ifPresent(id -> settler.end(id, AttemptOutcome.KEPT, facts.now()));
        ledger.present().stream()
                .filter(present -> present.call().equals(facts.call()))
                .forEach(present ->
                        settler.withdraw(
                                present.promise(),
                                "spoke with a rep, who promised another call",
                                facts.now()));
    }

    /** A rep's promise to call the number he speaks with is not held against any limit. */
    private PromiseLimits limits(CallbackTerms terms, LaterFacts facts) {
        boolean hisOwn = facts.caller().filter(terms.number()::equals).isPresent();
        return hisOwn ? PromiseLimits.NONE : rules.limits();
    }

    private Turn promise(Step step, Order.MakePromise make, PromiseLimits limits) {
        CallbackTerms terms = make.terms();
        try {
            PromiseRequest request =
                    new PromiseRequest(terms, make.reason(), make.askedBy(), limits);
            return switch (ledger.promise(request)) {
                case Promising.Made _ -> step.done();
                case Promising.Existing(Callback there) when there.id().equals(terms.id()) ->
                        step.done();
                case Promising.Existing(Callback there) -> {
                    log.warn(
                            "call {}: promise {} is open, no other one can be made",
                            terms.askedIn().value(),
                            there.id());
                    yield step.refused();
                }
                case Promising.Refused _ -> step.refused();
            };
        } catch (RuntimeException e) {
            log.error("a promise could not be committed in call {}", terms.askedIn().value(), e);
            return step.failed();
        }
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
                        rep(state.rep(), picture),
                        caller,
                        new Callees(numbers, spelling, rules.judge(), rules.times())
                                .of(state, question.heard(), caller),
                        language,
                        spelling,
                        chance.ids().get(),
                        now));
    }

    /**
     * The rep of this name among those of the line; nobody else is ever promised. A channel's name
     * lacks the options of a Local member.
     */
    private static Optional<RepDevice> rep(String name, LinePicture picture) {
        if (!picture.known() || !RepDevice.fits(name)) {
            return Optional.empty();
        }
        return Stream.concat(picture.reps().reps().stream(), picture.seniors().reps().stream())
                .map(rep -> rep.device())
                .filter(device -> device.equals(name) || device.startsWith(name + '/'))
                .filter(RepDevice::fits)
                .findFirst()
                .map(RepDevice::new);
    }
}
