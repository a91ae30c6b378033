package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;
import static dev.amends.speech.CataloguePrompt.COMPANY;
import static dev.amends.speech.CataloguePrompt.GOODBYE;
import static dev.amends.speech.CataloguePrompt.LATE_FINE_OTHER_NEVER;
import static dev.amends.speech.CataloguePrompt.RUNNING_LATE;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;
import static dev.amends.speech.CataloguePrompt.YOU_ASKED_US_TO_CALL;

import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.PromisedWindow;
import dev.amends.reception.CalledState.At;
import dev.amends.speech.Prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The dialogue with somebody who is called only to hear that the call he asked for comes later, and
 * when. No rep is there. He agrees by a key, chooses another time as somebody does whom it does not
 * suit to speak now, or wants it no more; without a key he was not told.
 */
final class TellingDialogue {

    private TellingDialogue() {}

    /**
     * The next step.
     *
     * @param window when he is called now
     */
    static Step next(
            CalledState state,
            String heard,
            Optional<PromisedWindow> window,
            CalledDialogue.Facts facts) {
        return switch (state.at()) {
            case ANSWERED -> {
                Turn ask = greet(state, window, facts);
                yield Step.after(new Order.NoteAnswer(state.attempt()), ask, ask);
            }
            case ASKED, REMINDED -> afterKey(state, heard, window, facts);
            case WHEN, CONSENT, MEETING, HOLDING -> CalledDialogue.next(state, heard, facts);
        };
    }

    private static Step afterKey(
            CalledState state,
            String heard,
            Optional<PromisedWindow> window,
            CalledDialogue.Facts facts) {
        return switch (heard) {
            case "1" ->
                    CalledDialogue.end(
                            state, AttemptOutcome.TOLD, List.of(THANK_YOU_GOODBYE.prompt()));
            case "2" -> CalledDialogue.wantsLater(state.when(facts.now()), facts);
            case "3" ->
                    CalledDialogue.end(
                            state,
                            AttemptOutcome.NO_LONGER_NEEDED,
                            List.of(CANCELLED_GOODBYE.prompt()));
            default ->
                    state.at() == At.ASKED
                            ? Step.answer(remind(state, window, facts))
                            : nobodyThere(state, heard, window, facts);
        };
    }

    /** Silence is taken for a machine; somebody who pressed other keys is none. */
    private static Step nobodyThere(
            CalledState state,
            String heard,
            Optional<PromisedWindow> window,
            CalledDialogue.Facts facts) {
        List<Prompt> goodbye = List.of(GOODBYE.prompt());
        if (!facts.terms().message() || !heard.isEmpty()) {
            return CalledDialogue.end(state, AttemptOutcome.NO_KEY, goodbye);
        }
        List<Prompt> message = new ArrayList<>(late(window, facts));
        message.addAll(goodbye);
        return CalledDialogue.end(state, AttemptOutcome.MESSAGE_LEFT, message);
    }

    private static Turn greet(
            CalledState state, Optional<PromisedWindow> window, CalledDialogue.Facts facts) {
        List<Prompt> say =
                new ArrayList<>(List.of(COMPANY.prompt(), YOU_ASKED_US_TO_CALL.prompt()));
        say.addAll(late(window, facts));
        say.add(LATE_FINE_OTHER_NEVER.prompt());
        return CalledDialogue.ask(state.to(At.ASKED), say);
    }

    private static Turn remind(
            CalledState state, Optional<PromisedWindow> window, CalledDialogue.Facts facts) {
        List<Prompt> say = new ArrayList<>(when(window, facts));
        say.add(LATE_FINE_OTHER_NEVER.prompt());
        return CalledDialogue.ask(state.to(At.REMINDED), say);
    }

    /** "We are sorry, we are running late. We call you between three ten and three thirty." */
    private static List<Prompt> late(Optional<PromisedWindow> window, SpokenTo facts) {
        List<Prompt> say = new ArrayList<>(List.of(RUNNING_LATE.prompt()));
        say.addAll(when(window, facts));
        return say;
    }

    /** On another day the time from when on. */
    private static List<Prompt> when(Optional<PromisedWindow> window, SpokenTo facts) {
        return window.filter(later -> !LaterTime.at(later.from(), facts).isToday())
                .map(later -> WhenWords.weCallYou(later.from(), facts))
                .orElseGet(() -> WaitWords.promise(window, facts));
    }
}
