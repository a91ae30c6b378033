package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.CALL_YOU_BEFORE;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BETWEEN;
import static dev.amends.speech.CataloguePrompt.CHOICE;
import static dev.amends.speech.CataloguePrompt.CHOICE_AFTER_WAIT;
import static dev.amends.speech.CataloguePrompt.PRESS;
import static dev.amends.speech.CataloguePrompt.WAIT_AT_MOST;
import static dev.amends.speech.CataloguePrompt.WAIT_OR_BE_CALLED;
import static dev.amends.speech.CataloguePrompt.WAIT_OVER_AN_HOUR;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU;

import dev.amends.line.ExpectedWait;
import dev.amends.line.Standing;
import dev.amends.line.TellPolicy;
import dev.amends.line.ToldWait;
import dev.amends.line.WaitPolicy;
import dev.amends.line.WaitStep;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.SlotPolicy;
import dev.amends.promise.WhenPolicy;
import dev.amends.promise.WhenPolicy.When;
import dev.amends.speech.Prompt;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a caller is told about his wait, and about when he will be called. Pure. */
final class WaitWords {

    /** So many words may name the two times, the one that joins them included. */
    private static final int LONGEST_WINDOW = 5;

    private WaitWords() {}

    /** The place he keeps. */
    private static WaitPolicy.Place place(CallerState state, CallerFacts facts) {
        boolean ahead = state.who().first();
        return new WaitPolicy.Place(
                WayIn.himself(state, facts),
                WayIn.counted(state, facts),
                ahead ? Standing.AHEAD : Standing.ORDINARY);
    }

    /** What to tell him now about his wait, if anything, given what he was told before. */
    static Optional<ToldWait> tell(CallerState state, CallerFacts facts) {
        WaitPolicy.Place place = place(state, facts);
        return TellPolicy.tell(
                WaitPolicy.expected(facts.picture(), place),
                WaitPolicy.ahead(facts.picture(), place).all(),
                state.told());
    }

    /** When he would be called, if that can be told. */
    static Optional<PromisedWindow> window(CallerState state, CallerFacts facts) {
        return WaitPolicy.expected(facts.picture(), place(state, facts))
                .filter(wait -> !wait.equals(ExpectedWait.NONE))
                .map(wait -> PromisedWindow.of(wait, facts.now()));
    }

    /**
     * When he can be promised a call: at the time he chose, in his turn, or at the next opening.
     */
    static When when(CallerState state, CallerFacts facts) {
        return state.chosen()
                .map(from -> chosen(from, facts))
                .orElseGet(() ->
                        WhenPolicy.decide(
                                facts.line().hours(),
                                facts.callingHours(),
                                window(state, facts),
                                facts.now()));
    }

    private static When chosen(Instant from, CallerFacts facts) {
        return SlotPolicy.at(facts.slots().value(), from, facts.now())
                .<When>map(slot -> new When.Chosen(slot, "the time that he chose"))
                .orElseGet(() -> new When.Never("the time that he chose can't be promised"));
    }

    /** The choice, with his wait where it is told, and with the time if he is not called today. */
    static List<Prompt> choice(Optional<ToldWait> told, When when, CallerFacts facts) {
        List<Prompt> say = new ArrayList<>();
        told.ifPresent(wait -> say.addAll(wait(wait, facts)));
        if (when instanceof When.From later) {
            say.add(WAIT_OR_BE_CALLED.prompt());
            say.addAll(WhenWords.from(later.from(), facts));
            say.add(PRESS.prompt());
            say.addAll(facts.spelling().number(2));
        } else {
            say.add((told.isEmpty() ? CHOICE : CHOICE_AFTER_WAIT).prompt());
        }
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

    /**
     * "We call you between three ten and three thirty": both times only when that is short enough
     * to listen to and still to come, else "before three thirty five p m".
     */
    static List<Prompt> promise(Optional<PromisedWindow> window, SpokenTo facts) {
        if (window.isEmpty()) {
            return List.of(WE_WILL_CALL_YOU.prompt());
        }
        LocalTime to = local(window.get().to(), facts);
        List<Prompt> between = facts.spelling().between(local(window.get().from(), facts), to);
        List<Prompt> say = new ArrayList<>();
        if (window.get().open(facts.now()) || between.size() > LONGEST_WINDOW) {
            say.add(CALL_YOU_BEFORE.prompt());
            say.addAll(facts.spelling().timeOfDay(to));
        } else {
            say.add(CALL_YOU_BETWEEN.prompt());
            say.addAll(between);
        }
        return say;
    }

    private static LocalTime local(Instant at, SpokenTo facts) {
        return at.atZone(facts.line().zone()).toLocalTime();
    }
}
