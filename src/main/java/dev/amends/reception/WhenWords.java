package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.AT;
import static dev.amends.speech.CataloguePrompt.FROM;
import static dev.amends.speech.CataloguePrompt.WE_CALL_YOU;
import static dev.amends.speech.CataloguePrompt.WE_OPEN;

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

    private static List<Prompt> sentence(
            List<Prompt> begin, CataloguePrompt joins, Instant moment, SpokenTo facts) {
        ZonedDateTime local = moment.atZone(facts.line().zone());
        ZonedDateTime today = facts.now().atZone(facts.line().zone());
        List<Prompt> say = new ArrayList<>(begin);
        say.addAll(facts.spelling().day(local.toLocalDate(), today.toLocalDate()));
        say.add(joins.prompt());
        say.addAll(facts.spelling().timeOfDay(local.toLocalTime()));
        return List.copyOf(say);
    }
}
