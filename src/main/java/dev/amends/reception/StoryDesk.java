package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.caller.Tempers;
import dev.amends.care.Consent.Answer;
import dev.amends.care.IntakeTerms;
import dev.amends.care.Matter;
import dev.amends.care.MatterId;
import dev.amends.care.MatterNote;
import dev.amends.care.Matters;
import dev.amends.care.RecordingId;
import dev.amends.care.Recordings;
import dev.amends.care.Stories;
import dev.amends.care.Story;
import dev.amends.care.StoryOffer;
import dev.amends.care.StoryPolicy;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Ledger;
import dev.amends.speech.CataloguePrompt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The shell of the dialogue with a caller who may tell what happened, on arrival or by a key while
 * he waits, and of what his rep can hear of it.
 */
final class StoryDesk {

    private static final Logger log = LoggerFactory.getLogger(StoryDesk.class);

    /** The key for it while he waits. */
    private static final String KEY = "5";

    private static final String WAITING = "waiting";

    /** A rep can hear the last so many. */
    private static final int HEARD = 5;

    private final Rules rules;
    private final Memory memory;
    private final ConsentBook consents;
    private final Floor floor;
    private final InstantSource clock;

    StoryDesk(Rules rules, Memory memory, ConsentBook consents, Floor floor, InstantSource clock) {
        this.rules = rules;
        this.memory = memory;
        this.consents = consents;
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
    record Memory(
            Stories stories,
            Recordings recordings,
            Matters matters,
            Ledger ledger,
            Tempers tempers,
            Signals signals) {}

    /** This desk before those that ask everything else. */
    Dialogues before(Dialogues others) {
        return others.but(StoryDialogue.NAME, question -> next(question, others))
                .but(CalledDialogue.NAME, question -> called(question, others))
                .but(WAITING, new WhileWaiting(others));
    }

    /** A caller in the queue has pressed a key; all but one are for others. */
    private final class WhileWaiting implements Dialogues {
        private final Dialogues others;

        WhileWaiting(Dialogues others) {
            this.others = others;
        }

        @Override
        public Optional<Turn> answer(Question question) {
            return question.heard().equals(KEY) ? wants(question, others) : others.answer(question);
        }

        @Override
        public Optional<Turn> atOnce(Question question) {
            return question.heard().equals(KEY) ? Optional.empty() : others.atOnce(question);
        }
    }

    /** Who may not keeps his place and hears so: the key has taken him from the music. */
    private Optional<Turn> wants(Question question, Dialogues others) {
        return CallerState.read(question.state())
                .map(state -> state.afterQueue().to(CallerState.At.JOINING).next())
                .flatMap(back ->
                        switch (StoryPolicy.decide(facts(question))) {
                            case StoryPolicy.Decision.May _ ->
                                    Optional.of(counted(StoryDialogue.offer(back), question));
                            case StoryPolicy.Decision.MayNot(String why) -> {
                                log.info("call {} tells no story: {}", id(question), why);
                                yield Optional.of(counted(StoryDialogue.mayNot(back), question));
                            }
                        });
    }

    /** Whether he may tell one, as far as that is known now. */
    StoryPolicy.Facts facts(Question question) {
        StoryOffer offered = terms(question).stories();
        return offered == StoryOffer.NOBODY
                ? StoryPolicy.Facts.NONE
                : new StoryPolicy.Facts(
                        offered,
                        offered == StoryOffer.UPSET && upset(question),
                        consent(question),
                        memory.stories().of(question.call()).size());
    }

    /**
     * What he answered in this call. Where everybody is asked, an answer that is not on record may
     * have been a no that could not be written down.
     */
    private Optional<Answer> consent(Question question) {
        Optional<Answer> last = consents.last(question.call());
        return last.isEmpty() && terms(question).consent() ? Optional.of(Answer.SILENT) : last;
    }

    private boolean upset(Question question) {
        return memory.tempers().of(number(question), clock.instant()).level().hard();
    }

    /** He has said yes by this key: from now on what he says is recorded. */
    Turn tells(Question question, Turn.Next back) {
        Turn turn =
                consents.note(
                                new ConsentBook.Asked(
                                        question.call(),
                                        question.line(),
                                        number(question),
                                        CataloguePrompt.STORY_OFFER,
                                        rules.tongue().languages().of(question.language())),
                                StoryDialogue.YES)
                        .filter(id -> begins(id, question))
                        .<Turn>map(id -> StoryDialogue.tells(id, back))
                        .orElseGet(() -> StoryDialogue.back(false, back));
        return counted(turn, question);
    }

    private boolean begins(RecordingId id, Question question) {
        Instant now = clock.instant();
        try {
            Optional<MatterId> matter =
                    number(question)
                            .map(number ->
                                    memory.matters()
                                            .note(
                                                    number,
                                                    question.line(),
                                                    new MatterNote.TellsStory(),
                                                    now)
                                            .id());
            memory.stories()
                    .begun(
                            new Story(
                                    id,
                                    question.call(),
                                    matter,
                                    now,
                                    Optional.empty(),
                                    Optional.empty()));
            return true;
        } catch (RuntimeException e) {
            log.error("a story of call {} could not be noted", id(question), e);
            return false;
        }
    }

    private Optional<Turn> next(Question question, Dialogues others) {
        return StoryState.read(question.state()).flatMap(state -> next(state, question, others));
    }

    private Optional<Turn> next(StoryState state, Question question, Dialogues others) {
        StoryDialogue.Outcome outcome =
                StoryDialogue.next(
                        state,
                        question.heard(),
                        state.story().flatMap(memory.recordings()::holdsStory));
        if (state.back().isEmpty()) {
            keep(outcome, question);
            return Optional.of(new Turn.Nothing());
        }
        Turn.Next back = state.back().get();
        return switch (outcome) {
            case StoryDialogue.Outcome.Begins _ -> Optional.of(tells(question, back));
            case StoryDialogue.Outcome.Declines _ -> others.answer(question.instead(back, ""));
            case StoryDialogue.Outcome.Told _, StoryDialogue.Outcome.Empty _ -> {
                boolean told = keep(outcome, question);
                Turn turn = StoryDialogue.back(told, told ? withStory(back) : back);
                yield Optional.of(new Turn.WithStories(toHear(question), counted(turn, question)));
            }
        };
    }

    /** Where he is in line already, his rep is told of it; on arrival that is seen later. */
    private static Turn.Next withStory(Turn.Next back) {
        return CallerState.read(back.state()).map(state -> state.withStory().next()).orElse(back);
    }

    /** Whether there is a story now; what is none is not kept. What can't be noted can be heard. */
    private boolean keep(StoryDialogue.Outcome outcome, Question question) {
        try {
            switch (outcome) {
                case StoryDialogue.Outcome.Told told -> told(told, question);
                case StoryDialogue.Outcome.Empty empty -> {
                    memory.stories().empty(empty.story());
                    memory.recordings().erase(Set.of(empty.story()));
                }
                case StoryDialogue.Outcome.Begins _, StoryDialogue.Outcome.Declines _ -> {}
            }
        } catch (RuntimeException e) {
            log.error("what came of a story could not be noted: {}", outcome, e);
        }
        return outcome instanceof StoryDialogue.Outcome.Told;
    }

    private void told(StoryDialogue.Outcome.Told told, Question question) {
        memory.stories().told(told.story(), told.length());
        memory.stories()
                .find(told.story())
                .ifPresent(story ->
                        memory.signals()
                                .record(
                                        Signal.in(
                                                story.call(),
                                                SignalKind.TOLD_STORY,
                                                question.line().value(),
                                                clock.instant(),
                                                told.length().toSeconds() + " s")));
    }

    /**
     * He comes into the line: his rep is told of a story, and can hear it.
     *
     * @param reception takes him in
     */
    Optional<Turn> arrive(
            Question question,
            FirstArrival came,
            Function<FirstArrival, Optional<Turn>> reception) {
        if (terms(question).stories() == StoryOffer.NOBODY) {
            return reception.apply(came);
        }
        List<RecordingId> stories = toHear(question);
        return reception
                .apply(stories.isEmpty() ? came : came.withStory())
                .map(turn -> new Turn.WithStories(stories, turn));
    }

    /** What he told, now and earlier of the same matter. */
    private List<RecordingId> toHear(Question question) {
        Optional<MatterId> matter =
                number(question)
                        .flatMap(number ->
                                memory.matters().open(number, question.line(), clock.instant()))
                        .map(Matter::id);
        return of(matter, question.call());
    }

    /** The first turn of a call that we made: its rep can hear what was told of its matter. */
    private Optional<Turn> called(Question question, Dialogues others) {
        Optional<Turn> turn = others.answer(question);
        return AttemptId.fits(question.state())
                ? turn.map(then ->
                        new Turn.WithStories(ofAttempt(new AttemptId(question.state())), then))
                : turn;
    }

    /** What was told of the matter for which somebody is to be called. */
    List<RecordingId> ofAttempt(AttemptId attempt) {
        return memory.ledger()
                .attempt(attempt)
                .flatMap(found -> memory.matters().of(found.promise().id()))
                .map(matter -> last(memory.stories().of(matter.id()).stream()))
                .orElse(List.of());
    }

    private List<RecordingId> of(Optional<MatterId> matter, CallId call) {
        return last(
                Stream.concat(
                        matter.stream().flatMap(id -> memory.stories().of(id).stream()),
                        memory.stories().of(call).stream()));
    }

    private List<RecordingId> last(Stream<Story> stories) {
        List<RecordingId> all = stories.filter(this::isToHear).map(Story::id).distinct().toList();
        return all.subList(Math.max(0, all.size() - HEARD), all.size());
    }

    /** He may have hung up before he began, or the disk was full: a rep is not sent to silence. */
    private boolean isToHear(Story story) {
        return memory.recordings().holdsStory(story.id()).orElse(story.told().isPresent());
    }

    /** He counts among those on the line while he is not in a queue. */
    private Turn counted(Turn turn, Question question) {
        Optional.ofNullable(rules.lines().get(question.line()))
                .ifPresent(
                        line -> floor.speakingWith(line, question.call().value(), clock.instant()));
        return turn;
    }

    private IntakeTerms terms(Question question) {
        return rules.terms().getOrDefault(question.line(), IntakeTerms.NONE);
    }

    private Optional<PhoneNumber> number(Question question) {
        return rules.tongue().numbers().read(question.callerId());
    }

    private static String id(Question question) {
        return question.call().value();
    }
}
