package dev.amends.reception;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallerBook;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Concern;
import dev.amends.care.IntakeTerms;
import dev.amends.care.MatterNote;
import dev.amends.care.Matters;
import dev.amends.care.RecordingId;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.speech.CataloguePrompt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The shell of the questions that a caller is asked on arrival: stands before reception on lines
 * that ask anything, notes what he says of his matter, and hands him on with his first arrival.
 */
final class IntakeDesk {

    private static final Logger log = LoggerFactory.getLogger(IntakeDesk.class);

    /** The dialogue in which a call may be promised to a number that he has keyed in. */
    private static final String NUMBER = CallerState.word(CallerState.At.NUMBER);

    private final Rules rules;
    private final Memory memory;
    private final ConsentBook consents;
    private final StoryDesk stories;
    private final Floor floor;
    private final InstantSource clock;

    /**
     * @param stories hears what he tells
     */
    IntakeDesk(
            Rules rules,
            Memory memory,
            ConsentBook consents,
            StoryDesk stories,
            Floor floor,
            InstantSource clock) {
        this.rules = rules;
        this.memory = memory;
        this.consents = consents;
        this.stories = stories;
        this.floor = floor;
        this.clock = clock;
    }

    /** What the dialogue obeys. */
    record Rules(
            Map<LineName, Line> lines, Map<LineName, IntakeTerms> terms, Reception.Tongue tongue) {

        Rules {
            lines = Map.copyOf(lines);
            terms = Map.copyOf(terms);
        }
    }

    /** What is remembered. */
    record Memory(CallerBook callers, Ledger ledger, Matters matters) {}

    /** This desk before reception, which does everything else. */
    Dialogues before(Reception reception) {
        return reception
                .but(Reception.ARRIVAL, question -> arrival(question, reception))
                .but(IntakeDialogue.NAME, question -> later(question, reception))
                .but(NUMBER, question -> promised(question, reception));
    }

    /** What he said goes with the call that he is promised, if that is to another number. */
    private Optional<Turn> promised(Question question, Reception reception) {
        Optional<Turn> turn = reception.answer(question);
        if (turn.isPresent()
                && turn.get() instanceof Turn.Goodbye(var _, Optional<PromiseId> made)) {
            CallerState.read(question.state())
                    .map(CallerState::concern)
                    .filter(concern -> !concern.none())
                    .ifPresent(concern ->
                            made.flatMap(memory.ledger()::find)
                                    .map(promise -> promise.terms().number())
                                    .filter(number -> !number(question).equals(Optional.of(number)))
                                    .ifPresent(number -> note(question, number, concern)));
        }
        return turn;
    }

    private void note(Question question, PhoneNumber number, Concern concern) {
        Instant now = clock.instant();
        concern.reason()
                .ifPresent(said -> note(question, number, new MatterNote.Reason(said), now));
        concern.wish().ifPresent(said -> note(question, number, new MatterNote.Wish(said), now));
    }

    private Optional<Turn> arrival(Question question, Reception reception) {
        Line line = rules.lines().get(question.line());
        if (line == null || !terms(question).any()) {
            return reception.answer(question);
        }
        Instant now = clock.instant();
        IntakeDialogue.Reply reply = IntakeDialogue.begin(now, facts(question, line, now));
        if (reply.then() instanceof IntakeDialogue.Then.Asks) {
            remember(question, now);
        }
        return answer(reply, question, line, reception);
    }

    /** He is on record from the first question on; where he is routed is added afterwards. */
    private void remember(Question question, Instant now) {
        memory.callers()
                .arrived(
                        new Arrival(
                                question.call(),
                                number(question),
                                question.line().value(),
                                now,
                                now,
                                Arrival.NOT_ROUTED,
                                "is asked what it is about"));
    }

    private Optional<Turn> later(Question question, Reception reception) {
        Line line = rules.lines().get(question.line());
        Optional<IntakeState> state = IntakeState.read(question.state());
        if (line == null || state.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        IntakeDialogue.Reply reply =
                IntakeDialogue.next(state.get(), question.heard(), facts(question, line, now));
        reply.note()
                .ifPresent(note ->
                        number(question).ifPresent(number -> note(question, number, note, now)));
        Optional<RecordingId> recording =
                reply.consent().flatMap(_ -> consents.note(asked(question), question.heard()));
        Optional<Turn> turn = answer(reply, question, line, reception);
        return recording.isPresent()
                ? turn.map(then -> new Turn.Recorded(recording.get(), then))
                : turn;
    }

    private ConsentBook.Asked asked(Question question) {
        return new ConsentBook.Asked(
                question.call(),
                question.line(),
                number(question),
                CataloguePrompt.MAY_WE_RECORD,
                rules.tongue().languages().of(question.language()));
    }

    private Optional<Turn> answer(
            IntakeDialogue.Reply reply, Question question, Line line, Reception reception) {
        return switch (reply.then()) {
            case IntakeDialogue.Then.Asks(Turn.Ask turn) -> {
                floor.speakingWith(line, question.call().value(), clock.instant());
                yield Optional.of(turn);
            }
            case IntakeDialogue.Then.Tells(Turn.Next after) ->
                    Optional.of(stories.tells(question, after));
            case IntakeDialogue.Then.Arrives(FirstArrival came) ->
                    stories.arrive(question, came, first -> reception.arrive(question, first));
        };
    }

    /** What can't be noted travels with the call all the same. */
    private void note(Question question, PhoneNumber number, MatterNote note, Instant now) {
        try {
            memory.matters().note(number, question.line(), note, now);
        } catch (RuntimeException e) {
            log.error("call {}: {} could not be noted", question.call().value(), note, e);
        }
    }

    private IntakeDialogue.Facts facts(Question question, Line line, Instant now) {
        Optional<PhoneNumber> number = number(question);
        Reception.Tongue tongue = rules.tongue();
        return new IntakeDialogue.Facts(
                terms(question),
                number.flatMap(n -> memory.matters().open(n, line.name(), now)),
                number.flatMap(n -> memory.ledger().openFor(n, line.name())).isPresent(),
                line.hours().open(now),
                stories.facts(question),
                tongue.languages().spelling(tongue.languages().of(question.language())));
    }

    private IntakeTerms terms(Question question) {
        return rules.terms().getOrDefault(question.line(), IntakeTerms.NONE);
    }

    private Optional<PhoneNumber> number(Question question) {
        return rules.tongue().numbers().read(question.callerId());
    }
}
