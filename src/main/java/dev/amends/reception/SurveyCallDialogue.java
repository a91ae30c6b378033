package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.COMPANY;
import static dev.amends.speech.CataloguePrompt.GOODBYE;
import static dev.amends.speech.CataloguePrompt.HOW_WAS_OUR_CALL;

import dev.amends.caller.CallId;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.reception.CalledState.At;

import java.util.List;
import java.util.Optional;

/**
 * The dialogue with somebody who was called back and is called once more, to be asked how it was.
 * No rep is there, and nothing is said of what it was about: it may be another person's ear. One
 * key, and he hears the two questions of {@link SurveyDialogue}; anything else is a no. Pure.
 */
final class SurveyCallDialogue {

    private SurveyCallDialogue() {}

    static Step next(CalledState state, String heard) {
        return switch (state.at()) {
            case ANSWERED -> {
                Turn ask =
                        CalledDialogue.ask(
                                state.to(At.ASKED),
                                List.of(COMPANY.prompt(), HOW_WAS_OUR_CALL.prompt()));
                yield Step.after(new Order.NoteAnswer(state.attempt()), ask, ask);
            }
            case ASKED, REMINDED, WHEN, CONSENT, MEETING, HOLDING -> afterKey(state, heard);
        };
    }

    /** Silence is taken for a machine. */
    private static Step afterKey(CalledState state, String heard) {
        return switch (heard) {
            case "1" -> agrees(state.attempt());
            case "" -> CalledDialogue.end(state, AttemptOutcome.NO_KEY, List.of(GOODBYE.prompt()));
            default ->
                    CalledDialogue.end(
                            state, AttemptOutcome.NO_LONGER_NEEDED, List.of(GOODBYE.prompt()));
        };
    }

    /** His answers belong to this attempt, and so to the call that he had asked for. */
    private static Step agrees(AttemptId attempt) {
        Turn questions = SurveyDialogue.begin(new CallId(attempt.value()));
        return Step.after(
                new Order.EndAttempt(attempt, AttemptOutcome.TOLD, Optional.empty()),
                questions,
                questions);
    }
}
