package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.AT;
import static dev.amends.speech.CataloguePrompt.BETWEEN;
import static dev.amends.speech.CataloguePrompt.FROM;
import static dev.amends.speech.CataloguePrompt.WE_CALL_YOU;
import static dev.amends.speech.CataloguePrompt.WE_OPEN;

import dev.amends.promise.PromisedWindow;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** What a caller is told of openings that are to come, by the clock of the line. Pure. */
final class WhenWords {

    private WhenWords() {}

    /** "We open tomorrow at eight a m." */
    static List<Prompt> opens(Instant at, SpokenTo facts) {
        return sentence(List.of(WE_OPEN.prompt()), AT, at, facts);
    }

    /** "We call you tomorrow from eight a m." */
    static List<Prompt> weCallYou(Instant from, SpokenTo facts) {
        return sentence(List.of(WE_CALL_YOU.prompt()), FROM, from, facts);
    }

    /** "Tomorrow from eight a m." */
    static List<Prompt> from(Instant from, SpokenTo facts) {
        return sentence(List.of(), FROM, from, facts);
    }

    /** "We call you tomorrow between three and four p m." */
    static List<Prompt> weCallYou(PromisedWindow window, SpokenTo facts) {
        return between(List.of(WE_CALL_YOU.prompt()), window, facts);
    }

    /** "Tomorrow between three and four p m." */
    static List<Prompt> between(PromisedWindow window, SpokenTo facts) {
        return between(List.of(), window, facts);
    }

    private static List<Prompt> between(List<Prompt> begin, PromisedWindow window, SpokenTo facts) {
        ZonedDateTime from = window.from().atZone(facts.line().zone());
        ZonedDateTime to = window.to().atZone(facts.line().zone());
        List<Prompt> say = onDay(begin, from, facts);
        say.add(BETWEEN.prompt());
        say.addAll(facts.spelling().between(from.toLocalTime(), to.toLocalTime()));
        return List.copyOf(say);
    }

    /** A day and a time behind these words; {@code joins} stands between the two. */
    static List<Prompt> sentence(
            List<Prompt> begin, CataloguePrompt joins, Instant moment, SpokenTo facts) {
        ZonedDateTime local = moment.atZone(facts.line().zone());
        List<Prompt> say = onDay(begin, local, facts);
        say.add(joins.prompt());
        say.addAll(facts.spelling().timeOfDay(local.toLocalTime()));
        return List.copyOf(say);
    }

    private static List<Prompt> onDay(List<Prompt> begin, ZonedDateTime moment, SpokenTo facts) {
        ZonedDateTime today = facts.now().atZone(facts.line().zone());
        List<Prompt> say = new ArrayList<>(begin);
        say.addAll(facts.spelling().day(moment.toLocalDate(), today.toLocalDate()));
        return say;
    }
}
