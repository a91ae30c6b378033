package dev.amends.reception;

import static dev.amends.reception.WayIn.join;
import static dev.amends.reception.WayIn.keepWaiting;
import static dev.amends.speech.CataloguePrompt.NOBODY_HERE;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;

import dev.amends.caller.Temper;
import dev.amends.line.ToldWait;
import dev.amends.reception.CallerState.At;
import dev.amends.reception.CallerState.Who;
import dev.amends.routing.Route;
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
    static Step arrive(Temper temper, Route route, CallerFacts facts) {
        return arrive(temper, route, FirstArrival.now(facts.now()), facts);
    }

    /** The same for somebody who came earlier, as he was asked something first. */
    static Step arrive(Temper temper, Route route, FirstArrival came, CallerFacts facts) {
        CallerState state = CallerState.begin(Who.of(temper), came);
        return ClosedDialogue.begin(state, facts)
                .or(() -> AgainDialogue.begin(state, facts))
                .orElseGet(() ->
                        route instanceof Route.RepWhoKnows first
                                ? Step.answer(WayIn.reach(state, first, facts))
                                : offer(state, route, facts));
    }

    private static Step offer(CallerState state, Route route, CallerFacts facts) {
        return Step.answer(
                switch (OfferPolicy.decide(facts, route, state.arrival())) {
                    case CallbackOffer.Offered _ -> choice(state.to(At.CHOICE), List.of(), facts);
                    case CallbackOffer.NotOffered _ -> join(state, facts);
                });
    }

    /**
     * Every later turn: {@code heard} is keys, nothing, or the reason why he came out of the queue.
     */
    static Step next(CallerState state, String heard, CallerFacts facts) {
        return switch (state.at()) {
            case CHOICE -> afterChoice(state, heard, facts);
            case CLOSED -> ClosedDialogue.next(state, heard, facts);
            case CLOSED_AGAIN -> ClosedDialogue.nextOfPromised(state, heard, facts);
            case NUMBER, CLOSED_NUMBER -> NumberDialogue.afterReadBack(state, heard, facts);
            case TYPING, CLOSED_TYPING -> NumberDialogue.afterTyping(state, facts);
            case TIMES, CLOSED_TIMES -> SlotDialogue.next(state, heard, facts);
            case AGAIN -> AgainDialogue.next(state, heard, facts);
            case REACHING -> offer(state, WayIn.route(state, facts), facts);
            case JOINING -> Step.answer(join(state, facts));
            case WAITING -> afterQueue(state, heard, facts);
        };
    }

    private static Step afterChoice(CallerState state, String heard, CallerFacts facts) {
        return switch (heard) {
            case "2" -> NumberDialogue.begin(state, facts);
            case "1" -> Step.answer(keepWaiting(state, facts));
            case "" -> Step.answer(join(state, facts));
            case "*" -> askAgain(state, List.of(), facts);
            default -> askAgain(state, List.of(NOT_UNDERSTOOD.prompt()), facts);
        };
    }

    private static Step askAgain(CallerState state, List<Prompt> first, CallerFacts facts) {
        return Step.answer(
                state.repeats() < MOST_REPEATS
                        ? choice(state.again(), first, facts)
                        : keepWaiting(state, facts));
    }

    private static Step afterQueue(CallerState state, String heard, CallerFacts facts) {
        return switch (heard) {
            case "2" -> NumberDialogue.begin(state.afterQueue(), facts);
            case "*" -> Step.answer(choice(state.afterQueue().to(At.CHOICE), List.of(), facts));
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

    private static Turn choice(CallerState state, List<Prompt> first, CallerFacts facts) {
        Optional<ToldWait> told = WaitWords.tell(state, facts);
        List<Prompt> say = new ArrayList<>(first);
        say.addAll(WaitWords.choice(told, WaitWords.when(state, facts), facts));
        return new Turn.Ask(say, KEY_PATIENCE, state.told(told).next());
    }
}
