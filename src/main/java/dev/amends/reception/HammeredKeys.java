package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;

import dev.amends.caller.CallId;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Stands at the exit of all dialogues: who is not understood twice at one question, whichever
 * dialogue asks it, hammers the keys.
 */
final class HammeredKeys {

    private final Signals signals;
    private final InstantSource clock;

    HammeredKeys(Signals signals, InstantSource clock) {
        this.signals = signals;
        this.clock = clock;
    }

    /** The same answers; what they say of a caller is remembered. */
    Dialogues seenIn(Dialogues dialogues) {
        return new Dialogues() {
            @Override
            public Optional<Turn> answer(Question question) {
                return seen(dialogues.answer(question), question);
            }

            @Override
            public Optional<Turn> atOnce(Question question) {
                return seen(dialogues.atOnce(question), question);
            }
        };
    }

    private Optional<Turn> seen(Optional<Turn> turn, Question question) {
        if (turn.filter(HammeredKeys::notUnderstood).isPresent()) {
            Instant now = clock.instant();
            where(question, now)
                    .filter(where -> where.repeats() > 0)
                    .map(where ->
                            Signal.in(
                                    where.call(),
                                    SignalKind.HAMMERED_KEYS,
                                    question.line().value(),
                                    now,
                                    question.dialogue()))
                    .ifPresent(signals::record);
        }
        return turn;
    }

    private static boolean notUnderstood(Turn turn) {
        return turn instanceof Turn.Ask ask && ask.say().contains(NOT_UNDERSTOOD.prompt());
    }

    /**
     * Where the caller was when he pressed the key.
     *
     * @param call his, or the attempt if we had called him
     * @param repeats how often the question had been asked again
     */
    private record Where(CallId call, int repeats) {}

    private static Optional<Where> where(Question question, Instant now) {
        String state = question.state();
        CallId call = question.call();
        return switch (question.dialogue()) {
            case IntakeDialogue.NAME ->
                    IntakeState.read(state).map(at -> new Where(call, at.repeats()));
            case CalledDialogue.NAME ->
                    CalledState.read(state)
                            .map(at -> new Where(new CallId(at.attempt().value()), at.repeats()));
            case LaterDialogue.NAME ->
                    LaterState.read(state, now)
                            .map(at ->
                                    new Where(
                                            at.attempt()
                                                    .map(id -> new CallId(id.value()))
                                                    .orElse(call),
                                            at.repeats()));
            default -> CallerState.read(state).map(at -> new Where(call, at.repeats()));
        };
    }
}
