package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.CANNOT_CALL_THIS_NUMBER;
import static dev.amends.speech.CataloguePrompt.HELD_FOR_A_COLLEAGUE;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_PRESS_1;
import static dev.amends.speech.CataloguePrompt.KEY_IN_NUMBER;
import static dev.amends.speech.CataloguePrompt.LATER_ANYBODY;
import static dev.amends.speech.CataloguePrompt.LATER_CHOICE;
import static dev.amends.speech.CataloguePrompt.LATER_COULD_NOT_PROMISE;
import static dev.amends.speech.CataloguePrompt.LATER_HE_HOLDS;
import static dev.amends.speech.CataloguePrompt.LATER_NOT_BACK;
import static dev.amends.speech.CataloguePrompt.LATER_PLEASE_HOLD;
import static dev.amends.speech.CataloguePrompt.NOT_A_NUMBER;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU_ON;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.Waiting;
import dev.amends.promise.Appointment;
import dev.amends.promise.CallbackTerms;
import dev.amends.reception.CallerState.Who;
import dev.amends.reception.LaterState.At;
import dev.amends.reception.Turn.Next;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The dialogue with a caller whose rep says that it will take a while: to hold until he comes back,
 * or to be called by him at a time. Whoever presses nothing holds. Should the rep not come back in
 * time, he may hold on, be called, or be the next one whom any rep takes. Pure.
 */
final class LaterDialogue {

    static final String NAME = "later";

    /** Why the dialplan asks though he pressed nothing: he has held as long as he is to. */
    private static final String HELD_LONG_ENOUGH = "TIMEOUT";

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_REPEATS = 2;
    private static final List<Prompt> NOTHING = List.of();

    private LaterDialogue() {}

    static Step next(LaterState state, String heard, LaterFacts facts) {
        if (heard.equals(HELD_LONG_ENOUGH)) {
            return Step.answer(
                    facts.callable()
                            ? ask(state.to(At.NOT_BACK), NOTHING, facts)
                            : toAnybody(state));
        }
        return switch (state.at()) {
            case BEGUN ->
                    Step.answer(
                            facts.callable()
                                    ? ask(state.to(At.CHOICE), NOTHING, facts)
                                    : hold(state, LATER_PLEASE_HOLD, facts));
            case CHOICE, NOT_BACK -> afterChoice(state, heard, facts);
            case TIME -> afterTime(state, heard, facts);
            case NUMBER -> afterNumber(state, heard, facts);
            case TYPING -> afterTyping(state, facts);
            case HOLDING -> Step.answer(hold(state, LATER_PLEASE_HOLD, facts));
            case TO_ANYBODY -> Step.answer(join(facts));
        };
    }

    private static Step afterChoice(LaterState state, String heard, LaterFacts facts) {
        boolean notBack = state.at() == At.NOT_BACK;
        return switch (heard) {
            case "1" -> Step.answer(hold(state, LATER_PLEASE_HOLD, facts));
            case "2" -> Step.answer(askWhen(state.to(At.TIME).with(facts.now()), state, facts));
            case "" ->
                    Step.answer(notBack ? toAnybody(state) : hold(state, LATER_PLEASE_HOLD, facts));
            case "3" -> notBack ? Step.answer(toAnybody(state)) : askAgain(state, heard, facts);
            default -> askAgain(state, heard, facts);
        };
    }

    private static Turn askWhen(LaterState next, LaterState state, LaterFacts facts) {
        return facts.callable() && !LaterTimes.choices(next, facts).isEmpty()
                ? ask(next, NOTHING, facts)
                : hold(state, LATER_COULD_NOT_PROMISE, facts);
    }

    private static Step afterTime(LaterState state, String heard, LaterFacts facts) {
        Optional<LaterTime> chosen = times(state, facts).chosen(heard);
        if (chosen.isPresent()) {
            return Step.answer(number(state.with(chosen.get().at()), facts));
        }
        return heard.isEmpty() && state.repeats() > 0
                ? Step.answer(hold(state, LATER_PLEASE_HOLD, facts))
                : askAgain(state, heard, facts);
    }

    /** His own number read back, or another one where his own can't be called. */
    private static Turn number(LaterState state, LaterFacts facts) {
        return facts.callee() instanceof Callee.Callable
                ? ask(state.to(At.NUMBER), NOTHING, facts)
                : type(state, NOTHING, facts);
    }

    private static Turn type(LaterState state, List<Prompt> first, LaterFacts facts) {
        if (state.typing().tries() >= NumberDialogue.MOST_TRIES) {
            return hold(state, LATER_PLEASE_HOLD, facts);
        }
        List<Prompt> say = new ArrayList<>(first);
        say.add(KEY_IN_NUMBER.prompt());
        return new Turn.Ask(
                say,
                NumberDialogue.MOST_KEYS,
                NumberDialogue.TYPING_PATIENCE,
                next(state.toTyping()));
    }

    private static Step afterTyping(LaterState state, LaterFacts facts) {
        return Step.answer(
                switch (facts.callee()) {
                    case Callee.Callable typed -> ask(state.typed(typed.number()), NOTHING, facts);
                    case Callee.NotAllowed _ ->
                            type(state, List.of(CANNOT_CALL_THIS_NUMBER.prompt()), facts);
                    case Callee.NoNumber _ -> type(state, List.of(NOT_A_NUMBER.prompt()), facts);
                });
    }

    private static Step afterNumber(LaterState state, String heard, LaterFacts facts) {
        if (heard.equals("1")) {
            return promise(state, facts);
        }
        if (heard.equals("2")) {
            return Step.answer(type(state, NOTHING, facts));
        }
        boolean again = state.repeats() == 0 && (heard.isEmpty() || heard.equals("*"));
        return again
                ? askAgain(state, "*", facts)
                : Step.answer(hold(state, LATER_PLEASE_HOLD, facts));
    }

    private static Step askAgain(LaterState state, String heard, LaterFacts facts) {
        if (state.repeats() >= MOST_REPEATS || !facts.callable()) {
            return Step.answer(hold(state, LATER_PLEASE_HOLD, facts));
        }
        boolean understood = heard.isEmpty() || heard.equals("*");
        return Step.answer(
                ask(state.again(), understood ? NOTHING : List.of(NOT_UNDERSTOOD.prompt()), facts));
    }

    private static Step promise(LaterState state, LaterFacts facts) {
        Turn failed = hold(state, LATER_COULD_NOT_PROMISE, facts);
        if (facts.rep().isEmpty() || !(facts.callee() instanceof Callee.Callable callee)) {
            return Step.answer(failed);
        }
        // The number may be another one by now, with other calling hours than the time was for.
        Optional<LaterTime> time =
                LaterTimes.suiting(LaterTime.at(state.time(), facts.now(), facts.zone()), facts);
        if (time.isEmpty()) {
            return Step.answer(failed);
        }
        Instant from = time.get().at();
        CallbackTerms terms =
                new CallbackTerms(
                                facts.freshId(),
                                callee.number(),
                                facts.line().name(),
                                new EffectiveArrival(facts.now()),
                                facts.now(),
                                facts.call(),
                                state.step(),
                                facts.language())
                        .with(new Appointment(facts.rep().get(), from));
        List<Prompt> say = LaterTimes.calledBack(time.get(), facts);
        say.add(THANK_YOU_GOODBYE.prompt());
        List<Prompt> tellRep = LaterTimes.youCallHim(time.get(), facts);
        return Step.after(
                new Order.PromiseAnother(
                        new Order.MakePromise(
                                terms,
                                "chose to be called by the same rep at a time",
                                facts.caller()),
                        state.attempt()),
                new Turn.Farewell(say, facts.freshId(), tellRep),
                failed);
    }

    private static Turn ask(LaterState state, List<Prompt> first, LaterFacts facts) {
        List<Prompt> say = new ArrayList<>(first);
        switch (state.at()) {
            case TIME -> say.addAll(times(state, facts).question());
            case NUMBER -> {
                say.add(WE_WILL_CALL_YOU_ON.prompt());
                if (facts.callee() instanceof Callee.Callable callee) {
                    say.addAll(callee.readBack());
                }
                say.add(IF_RIGHT_PRESS_1.prompt());
            }
            case NOT_BACK -> say.add(LATER_NOT_BACK.prompt());
            default -> say.add(LATER_CHOICE.prompt());
        }
        return new Turn.Ask(say, KEY_PATIENCE, next(state));
    }

    private static TimeWords times(LaterState state, LaterFacts facts) {
        return new TimeWords(LaterTimes.choices(state, facts), facts.spelling());
    }

    private static Turn hold(LaterState state, CataloguePrompt say, LaterFacts facts) {
        return new Turn.Hold(
                List.of(say.prompt()),
                facts.terms().holdLimit(),
                List.of(LATER_HE_HOLDS.prompt()),
                next(state.to(At.HOLDING)));
    }

    private static Turn toAnybody(LaterState state) {
        return new Turn.Say(List.of(LATER_ANYBODY.prompt()), next(state.to(At.TO_ANYBODY)));
    }

    /** To the head of the line: it was his turn once. From there on he waits as anybody does. */
    private static Turn join(LaterFacts facts) {
        EffectiveArrival first =
                facts.picture().waiting().stream()
                        .map(Waiting::arrival)
                        .min(EffectiveArrival::compareTo)
                        .filter(earliest -> earliest.at().isBefore(facts.now()))
                        .map(earliest -> earliest.earlierBy(Duration.ofMillis(1)))
                        .orElseGet(() -> new EffectiveArrival(facts.now()));
        CallerState waits = CallerState.begin(Who.ORDINARY, first.at()).afterQueue();
        return new Turn.Join(
                facts.line().queue(),
                OptionalInt.of(1),
                Optional.empty(),
                List.of(HELD_FOR_A_COLLEAGUE.prompt()),
                first,
                new Next(CallerState.word(CallerState.At.WAITING), waits.text()));
    }

    private static Next next(LaterState state) {
        return new Next(NAME, state.text());
    }
}
