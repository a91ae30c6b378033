package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.CALLBACK_FOR_YOU;
import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;
import static dev.amends.speech.CataloguePrompt.COMPANY;
import static dev.amends.speech.CataloguePrompt.GOODBYE;
import static dev.amends.speech.CataloguePrompt.LOST_THE_REP;
import static dev.amends.speech.CataloguePrompt.SPEAK_LATER_NEVER;
import static dev.amends.speech.CataloguePrompt.WE_WILL_TRY_LATER;
import static dev.amends.speech.CataloguePrompt.YOU_ASKED_US_TO_CALL;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.line.PlacePolicy;
import dev.amends.promise.AttemptOutcome;
import dev.amends.reception.CalledState.At;
import dev.amends.reception.Turn.Next;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The dialogue with somebody who asked to be called and has answered. He hears who calls and that
 * he asked for it, never anything about his reason or history: it may be another person's ear.
 * Without a key he was not reached.
 */
final class CalledDialogue {

    static final String NAME = "answered";

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);

    private CalledDialogue() {}

    /** What the dialogue may look at. */
    record Facts(Line line, LinePicture picture, EffectiveArrival arrival) {}

    static Step next(CalledState state, String heard, Facts facts) {
        return switch (state.at()) {
            case ANSWERED ->
                    Step.after(new Order.NoteAnswer(state.attempt()), greet(state), greet(state));
            case ASKED, REMINDED -> afterKey(state, heard);
            case MEETING -> Step.answer(lostTheRep(state));
            case HOLDING -> Step.answer(waitForNextRep(state, facts));
        };
    }

    private static Step afterKey(CalledState state, String heard) {
        return switch (heard) {
            case "1" -> Step.answer(new Turn.MeetRep(next(state.to(At.MEETING))));
            case "2" -> end(state, AttemptOutcome.NOT_NOW, WE_WILL_TRY_LATER);
            case "3" -> end(state, AttemptOutcome.NO_LONGER_NEEDED, CANCELLED_GOODBYE);
            default ->
                    state.at() == At.ASKED
                            ? Step.answer(
                                    ask(state.to(At.REMINDED), List.of(SPEAK_LATER_NEVER.prompt())))
                            : end(state, AttemptOutcome.NO_KEY, GOODBYE);
        };
    }

    private static Turn greet(CalledState state) {
        return ask(
                state.to(At.ASKED),
                List.of(
                        COMPANY.prompt(),
                        YOU_ASKED_US_TO_CALL.prompt(),
                        SPEAK_LATER_NEVER.prompt()));
    }

    private static Turn ask(CalledState state, List<Prompt> say) {
        return new Turn.Ask(say, KEY_PATIENCE, next(state));
    }

    private static Step end(CalledState state, AttemptOutcome outcome, CataloguePrompt last) {
        Turn goodbye = new Turn.Goodbye(List.of(last.prompt()), Optional.empty());
        return Step.after(new Order.EndAttempt(state.attempt(), outcome), goodbye, goodbye);
    }

    private static Turn lostTheRep(CalledState state) {
        return new Turn.Say(List.of(LOST_THE_REP.prompt()), next(state.to(At.HOLDING)));
    }

    /** When it isn't known who waits he goes to the front: it was his turn. */
    private static Turn waitForNextRep(CalledState state, Facts facts) {
        OptionalInt position =
                facts.picture().known()
                        ? PlacePolicy.position(
                                facts.arrival(),
                                facts.picture().waitingBesides(state.attempt().value()))
                        : OptionalInt.of(1);
        return new Turn.Join(
                facts.line().queue(),
                position,
                Optional.empty(),
                List.of(CALLBACK_FOR_YOU.prompt()),
                facts.arrival(),
                next(state));
    }

    private static Next next(CalledState state) {
        return new Next(NAME, state.text());
    }
}
