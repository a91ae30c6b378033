package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.care.AfterCalls;
import dev.amends.care.CallRef;
import dev.amends.care.Closing;
import dev.amends.care.ClosingTerms;
import dev.amends.care.SurveyMark;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Deed;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The shell of what is asked when a call is over: remembers what the rep and the caller say of it,
 * and makes the promise that the rep gave.
 */
final class AfterCallDesk {

    private static final Logger log = LoggerFactory.getLogger(AfterCallDesk.class);

    private final Rules rules;
    private final Memory memory;
    private final RepNames reps;
    private final InstantSource clock;

    AfterCallDesk(Rules rules, Memory memory, Floor floor, InstantSource clock) {
        this.rules = rules;
        this.memory = memory;
        this.reps = new RepNames(rules.lines(), floor, clock);
        this.clock = clock;
    }

    /** What it obeys. */
    record Rules(
            Map<LineName, Line> lines, Map<LineName, ClosingTerms> terms, Reception.Tongue tongue) {

        Rules {
            lines = Map.copyOf(lines);
            terms = Map.copyOf(terms);
        }
    }

    /**
     * What is remembered.
     *
     * @param actions makes of what a rep promised an action
     */
    record Memory(AfterCalls afterCalls, Signals signals, Ledger ledger, ActionSettler actions) {}

    /** This desk for its own dialogues, those for all others. */
    Dialogues besides(Dialogues others) {
        return others.but(RepsClosing.NAME, this::closed).but(SurveyDialogue.NAME, this::surveyed);
    }

    /** A post: a failure comes out, so that it comes again. */
    Optional<Turn> closed(Question question) {
        return RepsClosing.read(question.heard())
                .filter(_ -> CallId.fits(question.state()))
                .flatMap(said ->
                        about(new CallId(question.state()), question)
                                .map(about -> close(said, about)));
    }

    private Turn close(RepsClosing said, About about) {
        Instant now = clock.instant();
        String rep = reps.of(said.rep(), about.line().name());
        Optional<ActionPromise.Open> promised =
                said.came() == Closing.Came.PROMISED
                        ? promise(said, about, rep, now)
                        : Optional.empty();
        memory.afterCalls().closed(said.of(about.call(), rep, promised, now));
        return new Turn.Nothing();
    }

    private void signal(CallRef call, SignalKind kind, String detail, Instant now) {
        memory.signals()
                .record(
                        new Signal(
                                kind,
                                call.number(),
                                Optional.of(call.id()),
                                call.line().value(),
                                now,
                                detail));
    }

    private Optional<ActionPromise.Open> promise(
            RepsClosing said, About about, String rep, Instant now) {
        if (about.call().number().isEmpty()) {
            log.warn(
                    "call {}: what its rep promised is not in the ledger, as the caller's number is"
                            + " not known",
                    about.call().id().value());
        }
        return about.call()
                .number()
                .map(number ->
                        memory.actions()
                                .made(terms(said, about, number, rep, now), about.line().hours()));
    }

    private ActionTerms terms(
            RepsClosing said, About about, PhoneNumber number, String rep, Instant now) {
        CallRef call = about.call();
        ClosingTerms terms = rules.terms().getOrDefault(call.line(), ClosingTerms.NONE);
        String owner = said.team() ? terms.team().orElse(rep) : rep;
        return new ActionTerms(
                PromiseId.of(
                        "%s %s %d".formatted(call.id().value(), said.code(), now.toEpochMilli())),
                new Deed(said.code(), said.code()),
                new ActionOwner(owner.isBlank() ? "unknown" : owner),
                number,
                call.line(),
                now.plus(said.due()),
                now,
                about.language().orElse(rules.tongue().languages().of(said.language())));
    }

    Optional<Turn> surveyed(Question question) {
        return SurveyState.read(question.state())
                .map(state ->
                        answer(
                                SurveyDialogue.next(state, question.heard()),
                                about(state.call(), question)));
    }

    /** What he says is thanked for whether or not it could be noted. */
    private Turn answer(SurveyDialogue.Reply reply, Optional<About> about) {
        try {
            about.ifPresent(one -> note(reply, one.call()));
        } catch (RuntimeException e) {
            log.error("what a caller said of his call could not be committed", e);
        }
        return reply.turn();
    }

    private void note(SurveyDialogue.Reply reply, CallRef call) {
        Instant now = clock.instant();
        switch (reply) {
            case SurveyDialogue.Reply.Says _ -> {}
            case SurveyDialogue.Reply.Marks(SurveyMark mark, Turn _) -> {
                memory.afterCalls().marked(call, mark, now);
                if (mark.low()) {
                    signal(call, SignalKind.LOW_MARK, mark.value() + " of 5", now);
                }
            }
            case SurveyDialogue.Reply.Solved(boolean isSolved, Turn _) -> {
                memory.afterCalls().said(call, isSolved, now);
                if (!isSolved) {
                    signal(call, SignalKind.NOT_SOLVED, "says he himself", now);
                }
            }
        }
    }

    /**
     * The call that is over.
     *
     * @param language of a promised call
     */
    private record About(CallRef call, Line line, Optional<Language> language) {}

    private Optional<About> about(CallId id, Question question) {
        Optional<CallbackTerms> promised =
                AttemptId.fits(id.value())
                        ? memory.ledger()
                                .attempt(new AttemptId(id.value()))
                                .map(found -> found.promise().terms())
                        : Optional.empty();
        LineName name = promised.map(CallbackTerms::line).orElse(question.line());
        return Optional.ofNullable(rules.lines().get(name))
                .map(line ->
                        new About(
                                new CallRef(
                                        id,
                                        name,
                                        promised.map(CallbackTerms::number)
                                                .or(() ->
                                                        rules.tongue()
                                                                .numbers()
                                                                .read(question.callerId()))),
                                line,
                                promised.map(CallbackTerms::language)));
    }
}
