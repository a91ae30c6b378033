package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.SURVEY_MARK;
import static dev.amends.speech.CataloguePrompt.SURVEY_SOLVED;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;

import dev.amends.caller.CallId;
import dev.amends.care.SurveyMark;
import dev.amends.reception.SurveyState.At;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two questions to a caller whose rep has hung up: how was it, from 1 to 5, and is it solved?
 * Who says nothing is let go; a key that is no answer is asked about once more.
 */
final class SurveyDialogue {

    static final String NAME = "survey";

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(6);
    private static final int MOST_REPEATS = 1;

    private SurveyDialogue() {}

    /** What comes of a turn. */
    sealed interface Reply {

        Turn turn();

        /** Only this. */
        record Says(Turn turn) implements Reply {}

        /** His mark is committed first. */
        record Marks(SurveyMark mark, Turn turn) implements Reply {}

        /** What he says of his problem is committed first. */
        record Solved(boolean solved, Turn turn) implements Reply {}
    }

    /** The first question about this call, or about the one by whose attempt we had called him. */
    static Turn begin(CallId call) {
        return next(new SurveyState(call, At.BEGIN, 0), "").turn();
    }

    static Reply next(SurveyState state, String heard) {
        return switch (state.at()) {
            case BEGIN -> ask(state.to(At.MARK), List.of());
            case MARK -> afterMark(state, heard);
            case SOLVED -> afterSolved(state, heard);
        };
    }

    private static Reply afterMark(SurveyState state, String heard) {
        return heard.matches("[1-5]")
                ? new Reply.Marks(
                        new SurveyMark(Integer.parseInt(heard)),
                        ask(state.to(At.SOLVED), List.of()).turn())
                : again(state, heard);
    }

    private static Reply afterSolved(SurveyState state, String heard) {
        return switch (heard) {
            case "1" -> new Reply.Solved(true, goodbye());
            case "2" -> new Reply.Solved(false, goodbye());
            default -> again(state, heard);
        };
    }

    private static Reply again(SurveyState state, String heard) {
        if (heard.isEmpty() || state.repeats() >= MOST_REPEATS) {
            return new Reply.Says(goodbye());
        }
        return ask(state.again(), heard.equals("*") ? List.of() : List.of(NOT_UNDERSTOOD.prompt()));
    }

    private static Reply ask(SurveyState next, List<Prompt> first) {
        CataloguePrompt question = next.at() == At.SOLVED ? SURVEY_SOLVED : SURVEY_MARK;
        List<Prompt> say = new ArrayList<>(first);
        say.add(question.prompt());
        return new Reply.Says(new Turn.Ask(say, KEY_PATIENCE, new Turn.Next(NAME, next.text())));
    }

    private static Turn goodbye() {
        return new Turn.Goodbye(List.of(THANK_YOU_GOODBYE.prompt()), Optional.empty());
    }
}
