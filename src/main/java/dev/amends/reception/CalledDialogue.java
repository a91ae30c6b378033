package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.CALLBACK_IS_HERE;
import static dev.amends.speech.CataloguePrompt.CALL_AGAIN_AT;
import static dev.amends.speech.CataloguePrompt.CALL_AGAIN_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;
import static dev.amends.speech.CataloguePrompt.COMPANY;
import static dev.amends.speech.CataloguePrompt.GOODBYE;
import static dev.amends.speech.CataloguePrompt.LOST_THE_REP;
import static dev.amends.speech.CataloguePrompt.MAY_WE_RECORD;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.PLACE_KEPT_RING_US;
import static dev.amends.speech.CataloguePrompt.SPEAK_LATER_NEVER;
import static dev.amends.speech.CataloguePrompt.WE_CALL_YOU;
import static dev.amends.speech.CataloguePrompt.WE_WILL_TRY_LATER;
import static dev.amends.speech.CataloguePrompt.YOU_ASKED_US_TO_CALL;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.line.PlacePolicy;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.CallingHours;
import dev.amends.reception.CalledState.At;
import dev.amends.reception.Turn.Next;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;
import dev.amends.speech.Spelling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The dialogue with somebody who asked to be called and has answered. He hears who calls and that
 * he asked for it, never anything about his reason or history: it may be another person's ear.
 * Without a key he was not reached. Who wants it later chooses when; whatever becomes of that
 * question, he is called later.
 */
final class CalledDialogue {

    static final String NAME = "answered";

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_REPEATS = 2;

    /** He was called before a rep was there for him; the word is the dialplan's. */
    private static final String NO_REP_YET = "NOTYET";

    private static final TimeWords.Begin CALL_AGAIN =
            new TimeWords.Begin(CALL_AGAIN_AT, CALL_AGAIN_TOMORROW_AT, WE_CALL_YOU);

    private CalledDialogue() {}

    /**
     * What the dialogue may look at.
     *
     * @param terms what the line does for him in this try
     * @param called when he may be called
     * @param matter what the rep hears of what it is about
     * @param spelling how his language says times
     */
    record Facts(
            Line line,
            LinePicture picture,
            EffectiveArrival arrival,
            CalledTerms terms,
            CallingHours called,
            List<Prompt> matter,
            Spelling spelling,
            Instant now)
            implements SpokenTo {

        /** Facts of a call of which the rep does not hear what it is about. */
        Facts(
                Line line,
                LinePicture picture,
                EffectiveArrival arrival,
                CalledTerms terms,
                CallingHours called,
                Spelling spelling,
                Instant now) {
            this(line, picture, arrival, terms, called, List.of(), spelling, now);
        }
    }

    static Step next(CalledState state, String heard, Facts facts) {
        return switch (state.at()) {
            case ANSWERED ->
                    Step.after(new Order.NoteAnswer(state.attempt()), greet(state), greet(state));
            case ASKED, REMINDED -> afterKey(state, heard, facts);
            case WHEN -> afterWhen(state, heard, facts);
            // Whatever he answers, which is noted elsewhere: a rep is waiting for him.
            case CONSENT -> Step.answer(meet(state));
            case MEETING ->
                    Step.answer(
                            heard.equals(NO_REP_YET)
                                    ? waitForNextRep(state.to(At.HOLDING), facts)
                                    : lostTheRep(state));
            case HOLDING -> Step.answer(waitForNextRep(state, facts));
        };
    }

    private static Step afterKey(CalledState state, String heard, Facts facts) {
        return switch (heard) {
            case "1" ->
                    Step.answer(
                            facts.terms().record()
                                    ? ask(state.to(At.CONSENT), List.of(MAY_WE_RECORD.prompt()))
                                    : meet(state));
            case "2" -> wantsLater(state.when(facts.now()), facts);
            case "3" -> end(state, AttemptOutcome.NO_LONGER_NEEDED, CANCELLED_GOODBYE);
            default -> state.at() == At.ASKED ? remind(state) : nobodyThere(state, heard, facts);
        };
    }

    /** He is asked when, if there is anything to choose from. */
    static Step wantsLater(CalledState when, Facts facts) {
        return times(when, facts).times().isEmpty()
                ? end(when, AttemptOutcome.NOT_NOW, WE_WILL_TRY_LATER)
                : Step.answer(askWhen(when, List.of(), facts));
    }

    private static Turn meet(CalledState state) {
        return new Turn.MeetRep(next(state.to(At.MEETING)));
    }

    private static Step remind(CalledState state) {
        return Step.answer(ask(state.to(At.REMINDED), List.of(SPEAK_LATER_NEVER.prompt())));
    }

    /** Silence is taken for a machine; somebody who pressed other keys is none. */
    private static Step nobodyThere(CalledState state, String heard, Facts facts) {
        return facts.terms().message() && heard.isEmpty()
                ? end(state, AttemptOutcome.MESSAGE_LEFT, PLACE_KEPT_RING_US)
                : end(state, AttemptOutcome.NO_KEY, GOODBYE);
    }

    private static Step afterWhen(CalledState state, String heard, Facts facts) {
        TimeWords times = times(state, facts);
        Optional<LaterTime> chosen = times.chosen(heard);
        if (chosen.isPresent()) {
            return later(state, chosen.get(), facts);
        }
        boolean silentAgain = heard.isEmpty() && state.repeats() > 0;
        if (silentAgain || state.repeats() >= MOST_REPEATS || times.times().isEmpty()) {
            return end(state, AttemptOutcome.NOT_NOW, WE_WILL_TRY_LATER);
        }
        boolean understood = heard.isEmpty() || heard.equals("*");
        List<Prompt> first = understood ? List.of() : List.of(NOT_UNDERSTOOD.prompt());
        return Step.answer(askWhen(state.again(), first, facts));
    }

    private static Step later(CalledState state, LaterTime time, Facts facts) {
        LaterTime said = LaterTime.at(time.at(), facts.now(), facts.line().zone());
        List<Prompt> say = TimeWords.timed(said, CALL_AGAIN, facts.spelling());
        say.add(GOODBYE.prompt());
        return Step.after(
                new Order.EndAttempt(
                        state.attempt(), AttemptOutcome.NOT_NOW, Optional.of(time.at())),
                new Turn.Goodbye(say, Optional.empty()),
                new Turn.Goodbye(List.of(WE_WILL_TRY_LATER.prompt()), Optional.empty()));
    }

    private static Turn askWhen(CalledState state, List<Prompt> first, Facts facts) {
        List<Prompt> say = new ArrayList<>(first);
        say.addAll(times(state, facts).question());
        return ask(state, say);
    }

    private static TimeWords times(CalledState state, Facts facts) {
        return new TimeWords(
                LaterTimes.choices(
                        facts.terms().choices(), state.time(), facts.line(), facts.called()),
                facts.spelling());
    }

    private static Turn greet(CalledState state) {
        return ask(
                state.to(At.ASKED),
                List.of(
                        COMPANY.prompt(),
                        YOU_ASKED_US_TO_CALL.prompt(),
                        SPEAK_LATER_NEVER.prompt()));
    }

    /** Says this and waits for a key. */
    static Turn ask(CalledState state, List<Prompt> say) {
        return new Turn.Ask(say, KEY_PATIENCE, next(state));
    }

    private static Step end(CalledState state, AttemptOutcome outcome, CataloguePrompt last) {
        return end(state, outcome, List.of(last.prompt()));
    }

    /** It ended so, and this is the last that he hears. */
    static Step end(CalledState state, AttemptOutcome outcome, List<Prompt> last) {
        Turn goodbye = new Turn.Goodbye(last, Optional.empty());
        return Step.after(
                new Order.EndAttempt(state.attempt(), outcome, Optional.empty()), goodbye, goodbye);
    }

    private static Turn lostTheRep(CalledState state) {
        return new Turn.Say(List.of(LOST_THE_REP.prompt()), next(state.to(At.HOLDING)));
    }

    /** When it isn't known who waits he goes to the front: it was his turn. */
    private static Turn waitForNextRep(CalledState state, Facts facts) {
        OptionalInt position =
                facts.picture().known()
                        ? PlacePolicy.position(
                                facts.arrival(),
                                facts.picture().waitingBesides(state.attempt().value()))
                        : OptionalInt.of(1);
        return new Turn.Join(
                facts.line().queue(),
                position,
                Optional.empty(),
                Stream.concat(Stream.of(CALLBACK_IS_HERE.prompt()), facts.matter().stream())
                        .toList(),
                facts.matter(),
                false,
                facts.arrival(),
                Optional.empty(),
                next(state));
    }

    private static Next next(CalledState state) {
        return new Next(NAME, state.text());
    }
}
