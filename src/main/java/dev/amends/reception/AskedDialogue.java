package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.DONE_NOT_OR_LATER;
import static dev.amends.speech.CataloguePrompt.DONE_OR_NOT;
import static dev.amends.speech.CataloguePrompt.GOODBYE;
import static dev.amends.speech.CataloguePrompt.NOTED;
import static dev.amends.speech.CataloguePrompt.NOT_NOTED;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.TO_THE_CALLER;
import static dev.amends.speech.CataloguePrompt.YOU_PROMISED;

import dev.amends.promise.ActionTerms;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;
import dev.amends.speech.Spelling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The dialogue with a rep who has to do what was promised, on his own phone: is it done? He hears
 * what it is and the last digits of the caller's number.
 */
final class AskedDialogue {

    static final String NAME = "asked";

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_REPEATS = 2;
    private static final int DIGITS_SAID = 3;

    private AskedDialogue() {}

    /** What he said. */
    enum Answer {
        DONE,
        NOT_DONE,
        LATER,
        /** Nothing, or he never picked up. */
        NONE
    }

    /**
     * What the dialogue may look at.
     *
     * @param later whether there is time to ask him again later
     * @param spelling how the language of his phone says digits
     */
    record Facts(ActionTerms terms, boolean later, Spelling spelling) {}

    /** What comes of a turn. */
    sealed interface Reply {

        /** Only this. */
        record Says(Turn turn) implements Reply {}

        /**
         * This is committed first.
         *
         * @param failed what is said when it could not be
         */
        record Notes(Answer answer, Turn done, Turn failed) implements Reply {}
    }

    static Reply next(AskedState state, String heard, Facts facts) {
        if (!state.asked()) {
            return heard.isEmpty()
                    ? ask(state.heard(), what(facts), facts)
                    : new Reply.Notes(Answer.NONE, new Turn.Nothing(), new Turn.Nothing());
        }
        return switch (heard) {
            case "1" -> notes(Answer.DONE, NOTED);
            case "2" -> notes(Answer.NOT_DONE, NOTED);
            case "3" -> facts.later() ? notes(Answer.LATER, NOTED) : again(state, heard, facts);
            default -> again(state, heard, facts);
        };
    }

    private static Reply again(AskedState state, String heard, Facts facts) {
        if (state.repeats() >= MOST_REPEATS) {
            return notes(Answer.NONE, GOODBYE);
        }
        boolean understood = heard.isEmpty() || heard.equals("*");
        return ask(
                state.again(), understood ? what(facts) : List.of(NOT_UNDERSTOOD.prompt()), facts);
    }

    private static Reply ask(AskedState next, List<Prompt> first, Facts facts) {
        List<Prompt> say = new ArrayList<>(first);
        say.add((facts.later() ? DONE_NOT_OR_LATER : DONE_OR_NOT).prompt());
        return new Reply.Says(new Turn.Ask(say, KEY_PATIENCE, new Turn.Next(NAME, next.text())));
    }

    /** "You promised" + "a refund" + "to the caller whose number ends in" + "1 2 3". */
    private static List<Prompt> what(Facts facts) {
        String e164 = facts.terms().number().e164();
        List<Prompt> say = new ArrayList<>();
        say.add(YOU_PROMISED.prompt());
        say.add(CataloguePrompt.action(facts.terms().deed().code()));
        say.add(TO_THE_CALLER.prompt());
        say.addAll(facts.spelling().digits(e164.substring(e164.length() - DIGITS_SAID)));
        return say;
    }

    private static Reply notes(Answer answer, CataloguePrompt said) {
        return new Reply.Notes(answer, goodbye(said), goodbye(NOT_NOTED));
    }

    private static Turn goodbye(CataloguePrompt said) {
        return new Turn.Goodbye(List.of(said.prompt()), Optional.empty());
    }
}
