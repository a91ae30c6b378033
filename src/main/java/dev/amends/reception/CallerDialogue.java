package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.ALREADY_PROMISED;
import static dev.amends.speech.CataloguePrompt.CANNOT_CALL_THIS_NUMBER;
import static dev.amends.speech.CataloguePrompt.CHOICE;
import static dev.amends.speech.CataloguePrompt.COULD_NOT_PROMISE;
import static dev.amends.speech.CataloguePrompt.FLAGGED_CALLER;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_PRESS_1;
import static dev.amends.speech.CataloguePrompt.KEEP_WAITING;
import static dev.amends.speech.CataloguePrompt.NOBODY_HERE;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.REDIALLED;
import static dev.amends.speech.CataloguePrompt.REPEAT_CALLER;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU_ON;

import dev.amends.caller.Recognition;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.PlacePolicy;
import dev.amends.line.Waiting;
import dev.amends.promise.CallbackTerms;
import dev.amends.reception.CallerState.At;
import dev.amends.reception.CallerState.Who;
import dev.amends.reception.Turn.Next;
import dev.amends.routing.Route;
import dev.amends.routing.RoutingPolicy;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The dialogue with somebody who calls us: recognised, routed, offered the choice on arrival and by
 * a key while he waits. Pure: from state, what was heard and the facts to a step.
 */
public final class CallerDialogue {

    /** How long he has after the prompts to press a key. */
    private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_REPEATS = 2;

    /** Why he came out of the queue: his patience there was up. */
    private static final String OUT_OF_PATIENCE = "TIMEOUT";

    private CallerDialogue() {}

    /** The first turn of a call. */
    public static Step arrive(Recognition recognition, Route route, CallerFacts facts) {
        CallerState state = CallerState.begin(Who.of(recognition), facts.now());
        return Step.answer(
                switch (OfferPolicy.decide(facts, route)) {
                    case CallbackOffer.Offered _ -> choice(state.to(At.CHOICE), List.of());
                    case CallbackOffer.NotOffered _ -> join(state, facts);
                });
    }

    /**
     * Every later turn: {@code heard} is a key, nothing, or the reason why he came out of the
     * queue.
     */
    public static Step next(CallerState state, String heard, CallerFacts facts) {
        return switch (state.at()) {
            case CHOICE -> afterChoice(state, heard, facts);
            case NUMBER -> afterNumber(state, heard, facts);
            case JOINING -> Step.answer(join(state, facts));
            case WAITING -> afterQueue(state, heard, facts);
        };
    }

    private static Step afterChoice(CallerState state, String heard, CallerFacts facts) {
        return switch (heard) {
            case "2" -> readBack(state, facts);
            case "1" -> Step.answer(tellAndJoin(state, KEEP_WAITING));
            case "" -> Step.answer(join(state, facts));
            case "*" -> askAgain(state, List.of());
            default -> askAgain(state, List.of(NOT_UNDERSTOOD.prompt()));
        };
    }

    private static Step askAgain(CallerState state, List<Prompt> first) {
        return Step.answer(
                state.repeats() < MOST_REPEATS
                        ? choice(state.again(), first)
                        : tellAndJoin(state, KEEP_WAITING));
    }

    private static Step afterNumber(CallerState state, String heard, CallerFacts facts) {
        if (!facts.callable()) {
            return Step.answer(cannotCall(state));
        }
        if (heard.equals("1")) {
            return promise(state, facts);
        }
        if (state.repeats() == 0 && (heard.isEmpty() || heard.equals("*"))) {
            return Step.answer(number(state.again(), facts));
        }
        return Step.answer(tellAndJoin(state, KEEP_WAITING));
    }

    private static Step afterQueue(CallerState state, String heard, CallerFacts facts) {
        return switch (heard) {
            case "2" -> readBack(state.afterQueue(), facts);
            case "*" ->
                    Step.answer(
                            facts.callable()
                                    ? choice(state.afterQueue().to(At.CHOICE), List.of())
                                    : cannotCall(state.afterQueue()));
            case OUT_OF_PATIENCE -> Step.answer(join(state.afterQueue(), facts));
            default -> Step.answer(refused(state, facts));
        };
    }

    /**
     * A queue did not take him or sent him away. After that only the ordinary queue is tried, and
     * only once: asking again and again would go round in circles.
     */
    private static Turn refused(CallerState state, CallerFacts facts) {
        return state.seniorsTried()
                ? new Turn.Goodbye(List.of(NOBODY_HERE.prompt()), Optional.empty())
                : join(state.afterQueue(), facts);
    }

    private static Step readBack(CallerState state, CallerFacts facts) {
        return Step.answer(
                facts.callable() ? number(state.to(At.NUMBER), facts) : cannotCall(state));
    }

    private static Turn cannotCall(CallerState state) {
        return tellAndJoin(state, CANNOT_CALL_THIS_NUMBER);
    }

    private static Step promise(CallerState state, CallerFacts facts) {
        if (facts.number().isEmpty()) {
            return Step.answer(cannotCall(state));
        }
        CallbackTerms terms =
                new CallbackTerms(
                        facts.freshId(),
                        facts.number().get(),
                        facts.line().name(),
                        counted(state, facts),
                        facts.now(),
                        facts.call(),
                        state.step(),
                        facts.language());
        boolean before = facts.openPromise().isPresent();
        CataloguePrompt promised = before ? ALREADY_PROMISED : WE_WILL_CALL_YOU;
        return Step.after(
                new Order.MakePromise(terms, "chose to be called back and keep his place"),
                new Turn.Goodbye(
                        List.of(promised.prompt(), THANK_YOU_GOODBYE.prompt()),
                        Optional.of(facts.freshId())),
                tellAndJoin(state, COULD_NOT_PROMISE));
    }

    private static Turn choice(CallerState state, List<Prompt> first) {
        List<Prompt> say = new ArrayList<>(first);
        say.add(CHOICE.prompt());
        return new Turn.Ask(say, KEY_PATIENCE, next(state));
    }

    private static Turn number(CallerState state, CallerFacts facts) {
        List<Prompt> say = new ArrayList<>();
        say.add(WE_WILL_CALL_YOU_ON.prompt());
        say.addAll(facts.readBack());
        say.add(IF_RIGHT_PRESS_1.prompt());
        return new Turn.Ask(say, KEY_PATIENCE, next(state));
    }

    /** His place is computed after the prompt: who joins while he listens shall not pass him. */
    private static Turn tellAndJoin(CallerState state, CataloguePrompt prompt) {
        return new Turn.Say(List.of(prompt.prompt()), next(state.to(At.JOINING)));
    }

    private static Turn join(CallerState state, CallerFacts facts) {
        boolean seniorsOnly =
                !state.seniorsTried() && route(state, facts) instanceof Route.SeniorsFirst;
        String queue = seniorsOnly ? facts.line().seniorQueue() : facts.line().queue();
        return new Turn.Join(
                queue,
                PlacePolicy.position(counted(state, facts), besides(facts, seniorsOnly)),
                seniorsOnly ? Optional.of(facts.line().seniorsOnly()) : Optional.empty(),
                brief(state.who()),
                counted(state, facts),
                next(state.to(At.WAITING)));
    }

    private static List<Waiting> besides(CallerFacts facts, boolean seniorsOnly) {
        if (!facts.picture().known()) {
            return List.of();
        }
        List<Waiting> all =
                seniorsOnly ? facts.picture().waitingForSeniors() : facts.picture().waiting();
        return all.stream().filter(w -> !w.id().equals(facts.call().value())).toList();
    }

    private static Route route(CallerState state, CallerFacts facts) {
        return RoutingPolicy.decide(state.who().recognition(), facts.line(), facts.picture());
    }

    /**
     * His place in the one order: upset callers count as having come earlier by the line's head
     * start.
     */
    private static EffectiveArrival counted(CallerState state, CallerFacts facts) {
        return state.who().recognition().wantsSenior()
                ? state.arrival().earlierBy(facts.line().headStart())
                : state.arrival();
    }

    private static List<Prompt> brief(Who who) {
        return switch (who) {
            case ORDINARY -> List.of();
            case REPEAT -> briefly(REPEAT_CALLER);
            case REDIALLED -> briefly(REDIALLED);
            case FLAGGED -> briefly(FLAGGED_CALLER);
        };
    }

    private static List<Prompt> briefly(CataloguePrompt prompt) {
        return List.of(prompt.prompt());
    }

    private static Next next(CallerState state) {
        return new Next(CallerState.word(state.at()), state.text());
    }
}
