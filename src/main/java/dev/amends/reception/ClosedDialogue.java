package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.ALREADY_PROMISED;
import static dev.amends.speech.CataloguePrompt.CALLED_BACK_PRESS_2;
import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;
import static dev.amends.speech.CataloguePrompt.CLOSED_NOW;
import static dev.amends.speech.CataloguePrompt.CLOSED_NO_CALLBACK;
import static dev.amends.speech.CataloguePrompt.KEEP_OR_CANCEL;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;

import dev.amends.promise.Callback;
import dev.amends.reception.CallerState.At;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of the dialogue for somebody who calls while the line is closed: he hears when it opens,
 * and may have himself called then. Nobody is put into a queue that nobody serves. Who has an open
 * promise already may keep, change or cancel it.
 */
final class ClosedDialogue {

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_REPEATS = 2;

    private ClosedDialogue() {}

    /** The first step of somebody who comes while it is closed; nothing when it is open. */
    static Optional<Step> begin(CallerState state, CallerFacts facts) {
        if (facts.line().hours().open(facts.now())) {
            return Optional.empty();
        }
        At at = promised(facts).isPresent() ? At.CLOSED_AGAIN : At.CLOSED;
        boolean opensEver = facts.line().hours().opens(facts.now()).isPresent();
        return Optional.of(
                Step.answer(
                        opensEver
                                ? ask(state.to(at), List.of(), facts)
                                : goodbye(CLOSED_NOW.prompt(), THANK_YOU_GOODBYE.prompt())));
    }

    /** After he heard that it is closed. */
    static Step next(CallerState state, String heard, CallerFacts facts) {
        return switch (heard) {
            case "2" -> NumberDialogue.begin(state, facts);
            case "1", "" -> Step.answer(goodbye(THANK_YOU_GOODBYE.prompt()));
            default ->
                    again(state, heard, facts)
                            .orElseGet(() -> Step.answer(goodbye(THANK_YOU_GOODBYE.prompt())));
        };
    }

    /** The same for somebody who has an open promise. */
    static Step nextOfPromised(CallerState state, String heard, CallerFacts facts) {
        Optional<Callback.Promised> promise = promised(facts);
        if (promise.isEmpty()) {
            return Step.answer(goodbye(THANK_YOU_GOODBYE.prompt())); // it ended while he listened
        }
        Turn kept = goodbye(ALREADY_PROMISED.prompt(), THANK_YOU_GOODBYE.prompt());
        return switch (heard) {
            case "3" ->
                    Step.after(
                            AgainDialogue.cancelling(promise.get(), facts),
                            goodbye(CANCELLED_GOODBYE.prompt()),
                            kept,
                            goodbye(CLOSED_NO_CALLBACK.prompt()));
            case "4" -> NumberDialogue.begin(state, facts);
            case "1", "" -> Step.answer(kept);
            default -> again(state, heard, facts).orElseGet(() -> Step.answer(kept));
        };
    }

    private static Optional<Callback.Promised> promised(CallerFacts facts) {
        return facts.open()
                .map(OpenPromise::promise)
                .filter(Callback.Promised.class::isInstance)
                .map(Callback.Promised.class::cast);
    }

    private static Optional<Step> again(CallerState state, String heard, CallerFacts facts) {
        List<Prompt> first = heard.equals("*") ? List.of() : List.of(NOT_UNDERSTOOD.prompt());
        return state.repeats() < MOST_REPEATS
                ? Optional.of(Step.answer(ask(state.again(), first, facts)))
                : Optional.empty();
    }

    private static Turn ask(CallerState state, List<Prompt> first, CallerFacts facts) {
        List<Prompt> say = new ArrayList<>(first);
        Optional<Instant> opens = facts.line().hours().opens(facts.now());
        if (opens.filter(facts.now()::isBefore).isPresent()) {
            say.add(CLOSED_NOW.prompt());
            say.addAll(WhenWords.opens(opens.get(), facts));
        }
        say.add((state.at() == At.CLOSED_AGAIN ? KEEP_OR_CANCEL : CALLED_BACK_PRESS_2).prompt());
        return new Turn.Ask(say, KEY_PATIENCE, state.next());
    }

    private static Turn goodbye(Prompt... say) {
        return new Turn.Goodbye(List.of(say), Optional.empty());
    }
}
