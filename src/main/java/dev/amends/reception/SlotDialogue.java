package dev.amends.reception;

import static dev.amends.reception.WayIn.backInLine;
import static dev.amends.speech.CataloguePrompt.LATER_WHEN;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.PRESS;
import static dev.amends.speech.CataloguePrompt.TIME_TAKEN;

import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Slot;
import dev.amends.promise.SlotPolicy;
import dev.amends.promise.WhenPolicy.When;
import dev.amends.speech.Prompt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of the dialogue for somebody who wants to be called at another time than in his turn: he
 * chooses one of a few real times by key, and accepts it together with his number. Pure.
 */
final class SlotDialogue {

    private static final int MOST_REPEATS = 2;

    private SlotDialogue() {}

    /** Whether he can be told that there are other times; who has chosen one is not asked again. */
    static boolean offered(CallerState state, CallerFacts facts) {
        return state.chosen().isEmpty() && !choices(state, facts).isEmpty();
    }

    /** The times that are later than his turn. */
    private static List<Slot> choices(CallerState state, CallerFacts facts) {
        SlotPolicy.Facts known = facts.slots().value();
        return known.equals(SlotPolicy.Facts.NONE)
                ? List.of()
                : SlotPolicy.free(known, hisTurn(state, facts), facts.now());
    }

    private static Instant hisTurn(CallerState state, CallerFacts facts) {
        return switch (WaitWords.when(state.atNoTime(), facts)) {
            case When.InTurn turn -> turn.window().map(PromisedWindow::to).orElse(facts.now());
            case When.From later -> later.from().plusMillis(1);
            case When.Chosen _, When.Never _ -> Instant.MAX;
        };
    }

    /** The question when he wants to be called; nothing where there is none to be asked. */
    static Optional<Turn> ask(CallerState state, CallerFacts facts) {
        return state.chosen().isPresent()
                ? Optional.empty()
                : ask(state, choices(state, facts), List.of(), facts);
    }

    /** This time can't be promised any more: another one, or none. */
    static Turn taken(CallerState state, Instant gone, CallerFacts facts) {
        List<Slot> others =
                choices(state, facts).stream().filter(slot -> !slot.from().equals(gone)).toList();
        return ask(state, others, List.of(TIME_TAKEN.prompt()), facts)
                .orElseGet(() -> backInLine(state, TIME_TAKEN));
    }

    private static Optional<Turn> ask(
            CallerState state, List<Slot> slots, List<Prompt> first, CallerFacts facts) {
        return slots.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        question(
                                state.choosing(slots.stream().map(Slot::from).toList()),
                                first,
                                facts));
    }

    /** After he was asked: what he pressed means what he was told, whatever has changed since. */
    static Step next(CallerState state, String heard, CallerFacts facts) {
        int key = heard.matches("[1-9]") ? heard.charAt(0) - '0' : 0;
        if (key > 0 && key <= state.times().size()) {
            Instant from = state.times().get(key - 1);
            return Step.answer(NumberDialogue.withTime(state, from, facts));
        }
        boolean silentAgain = heard.isEmpty() && state.repeats() > 0;
        if (silentAgain || state.repeats() >= MOST_REPEATS) {
            return Step.answer(backInLine(state));
        }
        boolean understood = heard.isEmpty() || heard.equals("*");
        return Step.answer(
                question(
                        state.again(),
                        understood ? List.of() : List.of(NOT_UNDERSTOOD.prompt()),
                        facts));
    }

    /** "When shall we call you? Press one: tomorrow between three and four p m. …" */
    private static Turn question(CallerState state, List<Prompt> first, CallerFacts facts) {
        List<Prompt> say = new ArrayList<>(first);
        say.add(LATER_WHEN.prompt());
        for (int key = 1; key <= state.times().size(); key++) {
            say.add(PRESS.prompt());
            say.addAll(facts.spelling().number(key));
            say.addAll(WhenWords.between(PromisedWindow.hour(state.times().get(key - 1)), facts));
        }
        return new Turn.Ask(say, NumberDialogue.KEY_PATIENCE, state.next());
    }
}
