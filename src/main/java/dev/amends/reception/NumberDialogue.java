package dev.amends.reception;

import static dev.amends.reception.WayIn.backInLine;
import static dev.amends.speech.CataloguePrompt.CANNOT_CALL_THIS_NUMBER;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_OR_ANOTHER;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_PRESS_1;
import static dev.amends.speech.CataloguePrompt.KEY_IN_NUMBER;
import static dev.amends.speech.CataloguePrompt.NOT_A_NUMBER;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU_ON;

import dev.amends.promise.WhenPolicy.When;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of the dialogue that settles whom to call: the number he calls from, or another one
 * keyed in, each read back. Nothing he hears depends on what other people were promised on a number
 * that he keyed in.
 */
final class NumberDialogue {

    /** How often he is asked for a number before he is back in line. */
    static final int MOST_TRIES = 2;

    /** As many keys as a number can have, and some for a false start. */
    static final int MOST_KEYS = 25;

    static final Duration KEY_PATIENCE = Duration.ofSeconds(5);
    static final Duration TYPING_PATIENCE = Duration.ofSeconds(8);

    private NumberDialogue() {}

    /** The first question: his own number, or another one where his own can't be called. */
    static Step begin(CallerState state, CallerFacts facts) {
        return Step.answer(
                facts.callee() instanceof Callee.Callable own && suits(state, facts)
                        ? readBack(state.toNumber(), own, List.of(), facts)
                        : type(state, List.of()));
    }

    /** After a number was read back. */
    static Step afterReadBack(CallerState state, String heard, CallerFacts facts) {
        if (!(facts.callee() instanceof Callee.Callable callee)) {
            return Step.answer(backInLine(state, CANNOT_CALL_THIS_NUMBER));
        }
        return switch (heard) {
            case "1" -> PromiseStep.of(state, callee, facts);
            case "2" -> Step.answer(type(state, List.of()));
            case "3" ->
                    Step.answer(
                            SlotDialogue.ask(state, facts)
                                    .orElseGet(() -> notUnderstood(state, callee, facts)));
            case "", "*" -> Step.answer(once(state, callee, List.of(), facts));
            default -> Step.answer(notUnderstood(state, callee, facts));
        };
    }

    private static Turn notUnderstood(
            CallerState state, Callee.Callable callee, CallerFacts facts) {
        return once(state, callee, List.of(NOT_UNDERSTOOD.prompt()), facts);
    }

    /** He has chosen a time: both it and the number are his to accept. */
    static Turn withTime(CallerState state, Instant from, CallerFacts facts) {
        CallerState next = state.chose(from);
        return facts.callee() instanceof Callee.Callable callee && suits(next, facts)
                ? readBack(next, callee, List.of(), facts)
                : SlotDialogue.taken(state, from, facts);
    }

    /** After he was asked to key in a number. */
    static Step afterTyping(CallerState state, CallerFacts facts) {
        return Step.answer(
                switch (facts.callee()) {
                    case Callee.Callable typed when suits(state, facts) ->
                            readBack(state.typed(typed.number()), typed, List.of(), facts);
                    case Callee.Callable _ -> again(state, CANNOT_CALL_THIS_NUMBER);
                    case Callee.NotAllowed _ -> again(state, CANNOT_CALL_THIS_NUMBER);
                    case Callee.NoNumber _ -> again(state, NOT_A_NUMBER);
                });
    }

    private static Turn again(CallerState state, CataloguePrompt why) {
        return state.typing().tries() < MOST_TRIES
                ? type(state, List.of(why.prompt()))
                : backInLine(state, why);
    }

    /** Whether there is a time at all at which the line is open and this number may be called. */
    private static boolean suits(CallerState state, CallerFacts facts) {
        return !(WaitWords.when(state, facts) instanceof When.Never);
    }

    private static Turn type(CallerState state, List<Prompt> first) {
        if (state.typing().tries() >= MOST_TRIES) {
            return backInLine(state);
        }
        List<Prompt> say = new ArrayList<>(first);
        say.add(KEY_IN_NUMBER.prompt());
        return new Turn.Ask(say, MOST_KEYS, TYPING_PATIENCE, state.toTyping().next());
    }

    /** The number once more, and then he waits. */
    private static Turn once(
            CallerState state, Callee.Callable callee, List<Prompt> first, CallerFacts facts) {
        return state.repeats() == 0
                ? readBack(state.again(), callee, first, facts)
                : backInLine(state);
    }

    /** The number, and when he is called if not in his turn: both are his to accept. */
    private static Turn readBack(
            CallerState state, Callee.Callable callee, List<Prompt> first, CallerFacts facts) {
        List<Prompt> say = new ArrayList<>(first);
        say.add(WE_WILL_CALL_YOU_ON.prompt());
        say.addAll(callee.readBack());
        switch (WaitWords.when(state, facts)) {
            case When.From later -> say.addAll(WhenWords.from(later.from(), facts));
            case When.Chosen chosen -> say.addAll(WhenWords.between(chosen.slot().window(), facts));
            case When.InTurn _, When.Never _ -> {}
        }
        boolean times = SlotDialogue.offered(state, facts);
        say.add((times ? IF_RIGHT_OR_ANOTHER : IF_RIGHT_PRESS_1).prompt());
        return new Turn.Ask(say, KEY_PATIENCE, state.next());
    }
}
