package dev.amends.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * What our prompts say in one language, word for word. Another language is another file beside
 * {@code en.properties} and another folder of sounds; the script that makes the sounds reads the
 * same file.
 */
public final class Catalogue {

    private final Map<CataloguePrompt, String> texts = new EnumMap<>(CataloguePrompt.class);

    private Catalogue(String language, Properties lines) {
        for (CataloguePrompt prompt : CataloguePrompt.values()) {
            Object text = lines.remove(prompt.key());
            if (text == null || text.toString().isBlank()) {
                throw new IllegalStateException(
                        "catalogue " + language + ": no text for " + prompt.key());
            }
            texts.put(prompt, text.toString().strip());
        }
        if (!lines.isEmpty()) {
            throw new IllegalStateException(
                    "catalogue " + language + ": no such prompts: " + lines.keySet());
        }
    }

    /**
     * The catalogue of a language, such as {@code en}. Throws {@link IllegalArgumentException} when
     * there is none, {@link IllegalStateException} when it doesn't hold exactly our prompts.
     */
    public static Catalogue of(String language) {
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

    /** What the prompt says. */
    public String text(CataloguePrompt prompt) {
        String text = texts.get(prompt);
        if (text == null) {
            throw new AssertionError(prompt); // the constructor read all of them
        }
        return text;
    }
}
