package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.AT;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL_AT;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.LATER_WHEN;
import static dev.amends.speech.CataloguePrompt.PRESS;

import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;
import dev.amends.speech.Spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The question when to be called, and its answer: real times, each by its key. Pure.
 *
 * @param times the first by key 1
 */
record TimeWords(List<LaterTime> times, Spelling spelling) {

    TimeWords {
        times = List.copyOf(times);
    }

    /** How a sentence begins whose time is today, tomorrow, or on a day that is named. */
    record Begin(CataloguePrompt today, CataloguePrompt tomorrow, CataloguePrompt named) {}

    private static final Begin FOR_CALLS =
            new Begin(FOR_A_CALL_AT, FOR_A_CALL_TOMORROW_AT, FOR_A_CALL);

    /** "When shall we call you? Press one for a call at four ten p m. Press two …" */
    List<Prompt> question() {
        List<Prompt> say = new ArrayList<>(List.of(LATER_WHEN.prompt()));
        for (int key = 1; key <= times.size(); key++) {
            say.add(PRESS.prompt());
            say.addAll(spelling.number(key));
            say.addAll(timed(times.get(key - 1), FOR_CALLS, spelling));
        }
        return say;
    }

    /** The time that he chose by what he keyed, if that is one of the keys. */
    Optional<LaterTime> chosen(String heard) {
        return Keys.chosen(heard, times);
    }

    /** A time behind the words that fit it: "… tomorrow at eight a m." */
    static List<Prompt> timed(LaterTime time, Begin begin, Spelling spelling) {
        List<Prompt> say = new ArrayList<>();
        if (time.day().equals(time.today())) {
            say.add(begin.today().prompt());
        } else if (time.day().equals(time.today().plusDays(1))) {
            say.add(begin.tomorrow().prompt());
        } else {
            say.add(begin.named().prompt());
            say.addAll(spelling.day(time.day(), time.today()));
            say.add(AT.prompt());
        }
        say.addAll(spelling.timeOfDay(time.local().toLocalTime()));
        return say;
    }
}
