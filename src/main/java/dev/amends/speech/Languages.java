package dev.amends.speech;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages that callers are spoken to in, and how each spells. Another language is one more
 * line in {@link #SHIPPED}, its {@link Spelling}, its {@link Catalogue} and its sounds; nothing
 * outside of this room knows which there are.
 */
public final class Languages {

    private static final Map<Language, Spelling> SHIPPED =
            Map.of(
                    Language.ENGLISH,
                    new EnglishSpelling(),
                    new Language("es"),
                    new SpanishSpelling());

    private final SequencedMap<Language, Spelling> inUse;

    /** The first one is spoken to whoever comes with none of these. */
    Languages(SequencedMap<Language, Spelling> inUse) {
        if (inUse.isEmpty()) {
            throw new IllegalArgumentException("no language at all");
        }
        this.inUse = new LinkedHashMap<>(inUse);
    }

    /**
     * These of the languages we ship, by their codes; the first one is the default. Throws {@link
     * IllegalArgumentException} when one is not among {@link #shipped}.
     */
    public static Languages of(List<String> codes) {
        SequencedMap<Language, Spelling> inUse = new LinkedHashMap<>();
        for (String code : codes) {
            Spelling spelling = SHIPPED.get(new Language(code));
            if (spelling == null) {
                throw new IllegalArgumentException("no such language is shipped: " + code);
            }
            inUse.put(new Language(code), spelling);
        }
        return new Languages(inUse);
    }

    /** The codes of all languages that we ship, sorted. */
    public static List<String> shipped() {
        return SHIPPED.keySet().stream().map(Language::code).sorted().toList();
    }

    /** The languages in use, the default first. */
    public Collection<Language> inUse() {
        return inUse.sequencedKeySet();
    }

    /**
     * The language for a call whose channel names its own so: with or without a dialect ({@code
     * es_MX} is {@code es}), and the default for anything that we don't speak.
     */
    public Language of(String channelLanguage) {
        return Language.named(channelLanguage)
                .filter(inUse::containsKey)
                .orElse(inUse.firstEntry().getKey());
    }

    /** How a language spells; the default one's way for a language that is no longer in use. */
    public Spelling spelling(Language language) {
        return Optional.ofNullable(inUse.get(language)).orElse(inUse.firstEntry().getValue());
    }

    /** Every prompt that can ever be said in a language in use. */
    public Set<Prompt> prompts(Language language) {
        return Stream.concat(
                        spelling(language).vocabulary().stream(),
                        Stream.of(CataloguePrompt.values()).map(CataloguePrompt::prompt))
                .collect(Collectors.toUnmodifiableSet());
    }
}
