package dev.amends.care;

import dev.amends.speech.Language;
import dev.amends.speech.Prompt;

import java.util.Optional;

/** What callers really hear: an administrator may have recorded a prompt anew. */
@FunctionalInterface
public interface Sounds {

    /** None can be read from here. */
    Sounds UNSEEN = (_, _) -> Optional.empty();

    /**
     * The content of a prompt's files, one format after the other in the order of their names;
     * nothing when they can't be read from here.
     */
    Optional<byte[]> of(Prompt prompt, Language language);
}
