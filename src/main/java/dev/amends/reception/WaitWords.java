package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.AND;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BEFORE;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BETWEEN;
import static dev.amends.speech.CataloguePrompt.CHOICE;
import static dev.amends.speech.CataloguePrompt.CHOICE_AFTER_WAIT;
import static dev.amends.speech.CataloguePrompt.WAIT_AT_MOST;
import static dev.amends.speech.CataloguePrompt.WAIT_OVER_AN_HOUR;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.ExpectedWait;
import dev.amends.line.Standing;
import dev.amends.line.TellPolicy;
import dev.amends.line.ToldWait;
import dev.amends.line.WaitPolicy;
import dev.amends.line.WaitStep;
import dev.amends.promise.PromisedWindow;
import dev.amends.speech.Prompt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a caller is told about his wait, and about when he will be called. Pure. */
final class WaitWords {

    private WaitWords() {}

    /**
     * His place in the one order.
     *
     * @param counted his arrival, less his head start if he has one
     */
    static WaitPolicy.Place place(CallerFacts facts, EffectiveArrival counted, boolean ahead) {
        return new WaitPolicy.Place(
                facts.call().value(), counted, ahead ? Standing.AHEAD : Standing.ORDINARY);
    }

    /** What to tell him now about his wait, if anything, given what he was told before. */
    static Optional<ToldWait> tell(
            CallerFacts facts, WaitPolicy.Place place, Optional<ToldWait> before) {
        return TellPolicy.tell(
                WaitPolicy.expected(facts.picture(), place),
                WaitPolicy.ahead(facts.picture(), place).all(),
                before);
    }

    /** When he would be called, if that can be told. */
    static Optional<PromisedWindow> window(CallerFacts facts, WaitPolicy.Place place) {
        return WaitPolicy.expected(facts.picture(), place)
                .filter(wait -> !wait.equals(ExpectedWait.NONE))
                .map(wait -> PromisedWindow.of(wait, facts.now()));
    }

    /** The choice, with his wait where it is told. */
    static List<Prompt> choice(Optional<ToldWait> told, CallerFacts facts) {
        if (told.isEmpty()) {
            return List.of(CHOICE.prompt());
        }
        List<Prompt> say = new ArrayList<>(wait(told.get(), facts));
        say.add(CHOICE_AFTER_WAIT.prompt());
        return say;
    }

    /** "You will wait at most about five minutes." */
    static List<Prompt> wait(ToldWait told, CallerFacts facts) {
        if (told.step() == WaitStep.LONGER) {
            return List.of(WAIT_OVER_AN_HOUR.prompt());
        }
        List<Prompt> say = new ArrayList<>();
        say.add(WAIT_AT_MOST.prompt());
        say.addAll(facts.spelling().minutes(told.step().minutes()));
        return say;
    }

    /** "We will call you back between three ten and three thirty." */
    static List<Prompt> promise(Optional<PromisedWindow> window, CallerFacts facts) {
        if (window.isEmpty()) {
            return List.of(WE_WILL_CALL_YOU.prompt());
        }
        List<Prompt> say = new ArrayList<>();
        if (window.get().open(facts.now())) {
            say.add(CALL_YOU_BEFORE.prompt());
        } else {
            say.add(CALL_YOU_BETWEEN.prompt());
            say.addAll(time(window.get().from(), facts));
            say.add(AND.prompt());
        }
        say.addAll(time(window.get().to(), facts));
        return say;
    }

    private static List<Prompt> time(Instant at, CallerFacts facts) {
        return facts.spelling().timeOfDay(at.atZone(facts.line().zone()).toLocalTime());
    }
}
