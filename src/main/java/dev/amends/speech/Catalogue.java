package dev.amends.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What our prompts say in one language, word for word. Another language is another file beside
 * {@code en.properties} and another folder of sounds; the script that makes the sounds reads the
 * same file. Besides every {@link CataloguePrompt} it holds the words which the core sounds lack
 * for this language's {@link Spelling}; their names begin with {@value #OWN_WORD}.
 */
public final class Catalogue {

    static final String OWN_WORD = "word-";

    private final Map<CataloguePrompt, String> texts = new EnumMap<>(CataloguePrompt.class);
    private final Map<Prompt, String> ownWords;

    Catalogue(Language language, Properties lines) {
        for (CataloguePrompt prompt : CataloguePrompt.values()) {
            Object text = lines.remove(prompt.key());
            if (text == null || text.toString().isBlank()) {
                throw new IllegalStateException(
                        "catalogue " + language + ": no text for " + prompt.key());
            }
            texts.put(prompt, text.toString().strip());
        }
        Set<String> others = lines.stringPropertyNames();
        ownWords =
                others.stream()
                        .filter(name -> name.startsWith(OWN_WORD))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        name -> new Prompt(CataloguePrompt.FOLDER + '/' + name),
                                        name -> lines.getProperty(name).strip()));
        if (ownWords.size() < others.size()) {
            throw new IllegalStateException(
                    "catalogue " + language + ": no such prompts among " + others);
        }
    }

    /**
     * The catalogue of a language. Throws {@link IllegalArgumentException} when there is none,
     * {@link IllegalStateException} when it lacks one of our prompts or holds others.
     */
    public static Catalogue of(Language language) {
        String file = "catalogue/" + language + ".properties";
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no catalogue of prompts for " + language);
            }
            Properties lines = new Properties();
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Catalogue(language, lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    /** The words of this language's own, for its spelling. */
    public Set<Prompt> ownWords() {
        return ownWords.keySet();
    }

    /** What a word of this language's own says; nothing when it is no such word. */
    public Optional<String> ownWord(Prompt word) {
        return Optional.ofNullable(ownWords.get(word));
    }

    /** What the prompt says. */
    public String text(CataloguePrompt prompt) {
        String text = texts.get(prompt);
        if (text == null) {
            throw new AssertionError(prompt); // the constructor read all of them
        }
        return text;
    }
}
