package dev.amends.reception;

import static dev.amends.reception.WayIn.join;
import static dev.amends.reception.WayIn.tellAndJoin;
import static dev.amends.speech.CataloguePrompt.ALREADY_PROMISED;
import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;
import static dev.amends.speech.CataloguePrompt.COULD_NOT_PROMISE;
import static dev.amends.speech.CataloguePrompt.KEEP_WAITING;
import static dev.amends.speech.CataloguePrompt.KEEP_WAIT_OR_CANCEL;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;

import dev.amends.promise.Callback;
import dev.amends.reception.CallerState.At;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of the dialogue for somebody who rings again with an open promise: keep it, wait now in
 * its place, cancel, or change number or time. Without a key he waits: he rang again to speak with
 * somebody, and his promise stands until he has. Whose machine was told to ring us is not asked. As
 * long as he is on the line he is not called: his phone would be busy, which costs a try, and
 * perhaps the promise that he hears of. Only his caller id speaks for him, so he hears neither
 * number nor time, and the story tells in which call he changed what.
 */
final class AgainDialogue {

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_REPEATS = 2;

    private AgainDialogue() {}

    /**
     * The first step of somebody who rings again; nothing when he is to be treated like anybody: he
     * never heard his promise, or waits in its place already in another call.
     */
    static Optional<Step> begin(CallerState state, CallerFacts facts) {
        return facts.open()
                .filter(open -> !open.waitsElsewhere(facts.call()))
                .flatMap(open -> begin(state, open, facts));
    }

    private static Optional<Step> begin(CallerState state, OpenPromise open, CallerFacts facts) {
        Callback promise = open.promise();
        return switch (promise) {
            // He was told that he goes straight through.
            case Callback.Promised _ when open.messageLeft() ->
                    Optional.of(waits(state, promise, facts));
            case Callback.Promised _ ->
                    Optional.of(
                            onTheLine(ask(state.to(At.AGAIN), List.of()), promise, state, facts));
            // He is being called while he calls: no question, but not once more while he waits.
            case Callback.Dialing _ -> Optional.of(waits(state, promise, facts));
            default -> Optional.empty();
        };
    }

    static Step next(CallerState state, String heard, CallerFacts facts) {
        if (facts.open().isEmpty()) {
            return Step.answer(join(state, facts)); // it ended while he listened
        }
        Callback promise = facts.open().get().promise();
        return switch (heard) {
            case "1" -> keeps(state, promise, facts);
            case "2" -> waitsTold(state, promise, facts);
            case "3" -> cancel(state, promise, facts);
            case "4" -> changes(state, promise, facts);
            case "" -> waits(state, promise, facts);
            case "*" -> again(state, List.of(), facts);
            default -> again(state, List.of(NOT_UNDERSTOOD.prompt()), facts);
        };
    }

    private static Step again(CallerState state, List<Prompt> first, CallerFacts facts) {
        return state.repeats() < MOST_REPEATS
                ? Step.answer(ask(state.again(), first))
                : waits(state, facts.open().orElseThrow().promise(), facts);
    }

    private static Turn ask(CallerState state, List<Prompt> first) {
        List<Prompt> say = new ArrayList<>(first);
        say.add(KEEP_WAIT_OR_CANCEL.prompt());
        return new Turn.Ask(say, KEY_PATIENCE, state.next());
    }

    /** Whose phone was rung before he was known to be on the line may lose his promise by it. */
    private static Step keeps(CallerState state, Callback promise, CallerFacts facts) {
        return promise instanceof Callback.Dialing
                ? waitsTold(state, promise, facts)
                : Step.answer(
                        new Turn.Goodbye(
                                List.of(ALREADY_PROMISED.prompt(), THANK_YOU_GOODBYE.prompt()),
                                Optional.empty()));
    }

    private static Step waits(CallerState state, Callback promise, CallerFacts facts) {
        return onTheLine(join(inPlaceOf(promise, state, facts), facts), promise, state, facts);
    }

    private static Step waitsTold(CallerState state, Callback promise, CallerFacts facts) {
        return onTheLine(
                tellAndJoin(inPlaceOf(promise, state, facts), KEEP_WAITING), promise, state, facts);
    }

    /** Another number or time: while he chooses he waits in its place, to which he falls back. */
    private static Step changes(CallerState state, Callback promise, CallerFacts facts) {
        Turn chooses = NumberDialogue.begin(inPlaceOf(promise, state, facts), facts).done();
        return onTheLine(chooses, promise, state, facts);
    }

    /** Once it is on record that he is on the line; else he is treated like anybody. */
    private static Step onTheLine(
            Turn then, Callback promise, CallerState state, CallerFacts facts) {
        Turn likeAnybody = join(state, facts);
        return Step.after(
                new Order.NotePresent(promise.id(), facts.call()), then, likeAnybody, likeAnybody);
    }

    private static CallerState inPlaceOf(Callback promise, CallerState state, CallerFacts facts) {
        return state.inPlaceOf(promise, WayIn.counted(state, facts));
    }

    private static Step cancel(CallerState state, Callback promise, CallerFacts facts) {
        Turn failed = tellAndJoin(state, COULD_NOT_PROMISE);
        return Step.after(
                cancelling(promise, facts),
                new Turn.Goodbye(List.of(CANCELLED_GOODBYE.prompt()), Optional.empty()),
                failed,
                failed);
    }

    /** He wants it no more. */
    static Order cancelling(Callback promise, CallerFacts facts) {
        return new Order.Withdraw(
                promise, "rang again and cancelled it, in call " + facts.call().value());
    }
}
