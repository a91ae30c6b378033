package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.FOR_A_CALL_AT;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.LATER_WHEN;
import static dev.amends.speech.CataloguePrompt.PRESS;

import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;
import dev.amends.speech.Spelling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The question when to be called, and its answer: real times, each by its key. Pure.
 *
 * @param choices how far away they are, the first by key 1
 * @param from when they are counted from
 */
record TimeWords(List<Duration> choices, Instant from, ZoneId zone, Spelling spelling) {

    /** "When shall we call you? Press one for a call at four ten p m. Press two …" */
    List<Prompt> question() {
        List<Prompt> say = new ArrayList<>(List.of(LATER_WHEN.prompt()));
        for (int key = 1; key <= choices.size(); key++) {
            say.add(PRESS.prompt());
            say.addAll(spelling.number(key));
            say.addAll(timed(of(key), FOR_A_CALL_AT, FOR_A_CALL_TOMORROW_AT, spelling));
        }
        return say;
    }

    /** The time that he chose by what he keyed, if that is one of the keys. */
    Optional<LaterTime> chosen(String heard) {
        int key = heard.matches("[1-9]") ? heard.charAt(0) - '0' : 0;
        return key > 0 && key <= choices.size() ? Optional.of(of(key)) : Optional.empty();
    }

    /** A time behind the words that fit it. */
    static List<Prompt> timed(
            LaterTime time, CataloguePrompt today, CataloguePrompt tomorrow, Spelling spelling) {
        List<Prompt> say = new ArrayList<>();
        say.add((time.tomorrow() ? tomorrow : today).prompt());
        say.addAll(spelling.timeOfDay(time.local().toLocalTime()));
        return say;
    }

    private LaterTime of(int key) {
        return LaterTime.in(choices.get(key - 1), from, zone);
    }
}
