package dev.amends.speech;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * About how long it takes to say something in one language: the sounds themselves are on the
 * telephone system, so that it is judged by the texts of our prompts; within a tenth of what the
 * shipped sounds take.
 */
public final class SpokenLength {

    /** A word of the core sounds, or a recording of an administrator's own. */
    private static final Duration ONE_WORD = Duration.ofMillis(930);

    private static final Duration BEGINNING = Duration.ofMillis(270);
    private static final Duration EACH_LETTER = Duration.ofMillis(54);

    private final Map<Prompt, Duration> ours = new HashMap<>();

    private SpokenLength(Catalogue catalogue) {
        for (CataloguePrompt prompt : CataloguePrompt.values()) {
            ours.put(prompt.prompt(), of(catalogue.text(prompt)));
        }
        for (Prompt word : catalogue.ownWords()) {
            catalogue.ownWord(word).ifPresent(text -> ours.put(word, of(text)));
        }
    }

    /** In this language. */
    public static SpokenLength in(Language language) {
        return new SpokenLength(Catalogue.of(language));
    }

    private static Duration of(String text) {
        return BEGINNING.plus(EACH_LETTER.multipliedBy(text.length()));
    }

    /** All of these, one after the other. */
    public Duration of(Collection<Prompt> prompts) {
        return prompts.stream()
                .map(prompt -> ours.getOrDefault(prompt, ONE_WORD))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
