package dev.amends.care;

import dev.amends.speech.Catalogue;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Language;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The wording of each prompt in each language in use, as a proof needs it. */
public final class Wordings {

    private static final int DIGITS = 16;

    private final Sounds sounds;
    private final Map<Language, Catalogue> catalogues;

    /**
     * @param languages those in use
     * @param sounds what is really played
     */
    public Wordings(Collection<Language> languages, Sounds sounds) {
        this.sounds = sounds;
        catalogues =
                languages.stream()
                        .collect(Collectors.toUnmodifiableMap(Function.identity(), Catalogue::of));
    }

    /** How a prompt is worded in a language in use. */
    public Wording of(CataloguePrompt prompt, Language language) {
        Catalogue catalogue =
                Objects.requireNonNull(catalogues.get(language), () -> "not in use: " + language);
        String version =
                sounds.of(prompt.prompt(), language)
                        .map(sound -> "sound " + checksum(sound))
                        .orElseGet(() -> "text " + checksum(bytes(catalogue.text(prompt))));
        return new Wording(prompt.key(), language + " " + version);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sum).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
