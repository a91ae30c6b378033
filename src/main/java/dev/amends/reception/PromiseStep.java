package dev.amends.reception;

import static dev.amends.reception.WayIn.backInLine;
import static dev.amends.reception.WayIn.tellAndJoin;
import static dev.amends.speech.CataloguePrompt.ALREADY_PROMISED;
import static dev.amends.speech.CataloguePrompt.CANNOT_CALL_THIS_NUMBER;
import static dev.amends.speech.CataloguePrompt.CLOSED_NO_CALLBACK;
import static dev.amends.speech.CataloguePrompt.COULD_NOT_PROMISE;
import static dev.amends.speech.CataloguePrompt.NO_CALLBACK_NOW;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;

import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Slot;
import dev.amends.promise.WhenPolicy.When;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The step that promises a call to a number he has accepted: in his turn, or at a time. Pure. */
final class PromiseStep {

    private PromiseStep() {}

    static Step of(CallerState state, Callee.Callable callee, CallerFacts facts) {
        CallbackTerms terms = terms(state, callee, facts);
        return switch (WaitWords.when(state, facts)) {
            case When.InTurn turn ->
                    promise(
                            state,
                            terms.within(turn.window()),
                            WaitWords.promise(turn.window(), facts),
                            facts);
            case When.From later ->
                    promise(
                            state,
                            terms.from(later.from()),
                            WhenWords.weCallYou(later.from(), facts),
                            facts);
            case When.Chosen chosen -> book(state, terms, chosen.slot(), facts);
            case When.Never _ ->
                    Step.answer(
                            state.chosen()
                                    .map(from -> SlotDialogue.taken(state, from, facts))
                                    .orElseGet(() -> backInLine(state, CANNOT_CALL_THIS_NUMBER)));
        };
    }

    private static CallbackTerms terms(
            CallerState state, Callee.Callable callee, CallerFacts facts) {
        return new CallbackTerms(
                facts.freshId(),
                callee.number(),
                facts.line().name(),
                WayIn.counted(state, facts),
                facts.now(),
                facts.call(),
                state.step(),
                facts.language());
    }

    private static Step promise(
            CallerState state, CallbackTerms terms, List<Prompt> words, CallerFacts facts) {
        String reason = "chose to be called back" + onWhat(state) + " and keep his place";
        return step(
                state,
                new Order.MakePromise(terms, reason, facts.number()),
                hasIt(state, terms.opening(), facts) ? List.of(ALREADY_PROMISED.prompt()) : words,
                facts);
    }

    /** At a time that he chose. From then on he has the place of somebody who comes then. */
    private static Step book(CallerState state, CallbackTerms terms, Slot slot, CallerFacts facts) {
        CallbackTerms then =
                terms.from(slot.from())
                        .within(Optional.of(slot.window()))
                        .at(WayIn.countedAt(slot.from(), state, facts));
        String reason = "chose this time to be called back" + onWhat(state);
        return step(
                        state,
                        new Order.MakePromise(then, reason, facts.number(), Optional.of(slot)),
                        WhenWords.weCallYou(slot.window(), facts),
                        facts)
                .orTaken(SlotDialogue.taken(state, slot.from(), facts));
    }

    private static String onWhat(CallerState state) {
        return state.typing().number().isPresent() ? ", on a number that he keyed in," : "";
    }

    /** Whether he has just this promise already. */
    private static boolean hasIt(CallerState state, Optional<Instant> opening, CallerFacts facts) {
        return state.typing().number().isEmpty()
                && facts.open()
                        .filter(open -> open.promise().terms().opening().equals(opening))
                        .isPresent();
    }

    private static Step step(
            CallerState state, Order.MakePromise make, List<Prompt> words, CallerFacts facts) {
        List<Prompt> say = new ArrayList<>(words);
        say.add(THANK_YOU_GOODBYE.prompt());
        return Step.after(
                make,
                new Turn.Goodbye(say, Optional.of(facts.freshId())),
                notPromised(state, NO_CALLBACK_NOW),
                notPromised(state, COULD_NOT_PROMISE));
    }

    private static Turn notPromised(CallerState state, CataloguePrompt why) {
        return state.at().closed()
                ? new Turn.Goodbye(List.of(CLOSED_NO_CALLBACK.prompt()), Optional.empty())
                : tellAndJoin(state, why);
    }
}
