package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.AT;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL_AT;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK_AT;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.LATER_YOU_CALL_HIM;
import static dev.amends.speech.CataloguePrompt.LATER_YOU_CALL_HIM_AT;
import static dev.amends.speech.CataloguePrompt.LATER_YOU_CALL_HIM_TOMORROW_AT;

import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimePolicy;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The times that a caller can choose from whose rep says that it will take a while, and how they
 * are said. Pure.
 */
final class LaterTimes {

    private LaterTimes() {}

    /** The times he can choose from; those outside of hours are moved to the next opening. */
    static List<LaterTime> choices(LaterState state, LaterFacts facts) {
        return facts.terms().choices().stream()
                .map(away -> LaterTime.in(away, state.time(), facts.zone()))
                .flatMap(time -> suiting(time, facts).stream())
                .distinct()
                .toList();
    }

    /** This time, or the next one at which the line is open and he may be called. */
    static Optional<LaterTime> suiting(LaterTime time, LaterFacts facts) {
        return switch (CallTimePolicy.promised(
                facts.line().hours(), facts.callee().hours(), time.at())) {
            case CallTime.Now _ -> Optional.of(time);
            case CallTime.Later later -> Optional.of(time.movedTo(later.from()));
            case CallTime.Never _ -> Optional.empty();
        };
    }

    /** "For a call tomorrow at eight a m." */
    static List<Prompt> forACall(LaterTime time, LaterFacts facts) {
        Begin begin = new Begin(FOR_A_CALL_AT, FOR_A_CALL_TOMORROW_AT, FOR_A_CALL);
        return timed(time, begin, facts);
    }

    /** "The same person will call you back tomorrow at eight a m." */
    static List<Prompt> calledBack(LaterTime time, LaterFacts facts) {
        Begin begin =
                new Begin(LATER_CALLED_BACK_AT, LATER_CALLED_BACK_TOMORROW_AT, LATER_CALLED_BACK);
        return timed(time, begin, facts);
    }

    /** "You will be connected with the caller again tomorrow at eight a m." */
    static List<Prompt> youCallHim(LaterTime time, LaterFacts facts) {
        Begin begin =
                new Begin(
                        LATER_YOU_CALL_HIM_AT, LATER_YOU_CALL_HIM_TOMORROW_AT, LATER_YOU_CALL_HIM);
        return timed(time, begin, facts);
    }

    /** How a sentence begins whose time is today, tomorrow, or on a day that is named. */
    private record Begin(CataloguePrompt today, CataloguePrompt tomorrow, CataloguePrompt named) {}

    private static List<Prompt> timed(LaterTime time, Begin begin, LaterFacts facts) {
        List<Prompt> say = new ArrayList<>();
        if (time.day().equals(time.today())) {
            say.add(begin.today().prompt());
        } else if (time.day().equals(time.today().plusDays(1))) {
            say.add(begin.tomorrow().prompt());
        } else {
            say.add(begin.named().prompt());
            say.addAll(facts.spelling().day(time.day(), time.today()));
            say.add(AT.prompt());
        }
        say.addAll(facts.spelling().timeOfDay(time.local().toLocalTime()));
        return say;
    }
}
