package dev.amends.reception;

import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.Actions;
import dev.amends.speech.Languages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The shell of the dialogue with the owner of a promised action: finds what he was rung for,
 * commits what he says, gives the answer.
 */
public final class AskedDesk {

    private static final Logger log = LoggerFactory.getLogger(AskedDesk.class);

    private final Actions actions;
    private final ActionPolicy rules;
    private final ActionSettler settler;
    private final Languages languages;
    private final InstantSource clock;

    public AskedDesk(
            Actions actions,
            ActionPolicy rules,
            ActionSettler settler,
            Languages languages,
            InstantSource clock) {
        this.actions = actions;
        this.rules = rules;
        this.settler = settler;
        this.languages = languages;
        this.clock = clock;
    }

    /** This desk for its own dialogue, those for all others. */
    public Dialogues besides(Dialogues others) {
        return others.but(AskedDialogue.NAME, this::answer);
    }

    /**
     * The answer to a question; nothing when it makes no sense. That somebody hung up is told for
     * every call, so it may be that he has answered before.
     */
    Optional<Turn> answer(Question question) {
        Instant now = clock.instant();
        Optional<AskedState> state = AskedState.read(question.state());
        Optional<ActionPromise.Asked> asked = state.flatMap(on -> actions.asked(on.attempt()));
        if (asked.isEmpty()) {
            return state.filter(on -> !on.asked() && !question.heard().isEmpty())
                    .map(_ -> new Turn.Nothing());
        }
        AskedDialogue.Facts facts =
                new AskedDialogue.Facts(
                        asked.get().terms(),
                        rules.later(asked.get(), now).isPresent(),
                        languages.spelling(languages.of(question.language())));
        return Optional.of(
                switch (AskedDialogue.next(state.orElseThrow(), question.heard(), facts)) {
                    case AskedDialogue.Reply.Says(Turn turn) -> turn;
                    case AskedDialogue.Reply.Notes notes -> note(notes, asked.get(), now);
                });
    }

    private Turn note(AskedDialogue.Reply.Notes notes, ActionPromise.Asked asked, Instant now) {
        try {
            return noted(notes.answer(), asked, now) ? notes.done() : notes.failed();
        } catch (RuntimeException e) {
            log.error("action {}: what its owner said could not be committed", asked.id(), e);
            return notes.failed();
        }
    }

    private boolean noted(AskedDialogue.Answer answer, ActionPromise.Asked asked, Instant now) {
        return switch (answer) {
            case DONE ->
                    actions.move(asked, asked.done(now), "its owner says that it is done", now);
            case NOT_DONE -> settler.notDone(asked, now);
            case LATER -> settler.later(asked, now);
            case NONE -> settler.unheard(asked, now);
        };
    }
}
