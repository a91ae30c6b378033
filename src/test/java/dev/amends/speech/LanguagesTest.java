package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class LanguagesTest {

    private static final Language SPANISH = new Language("es");
    private final Languages languages = Languages.of(List.of("en", "es"));

    @ParameterizedTest
    @CsvSource({"es, es", "ES, es", "es_MX, es", "es-419, es", "en, en", "en_GB, en", "spa, en"})
    void a_channels_language_counts_without_its_dialect(String channel, String spoken) {
        assertThat(languages.of(channel)).isEqualTo(new Language(spoken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "e", "default", "es_", "es/..", "es\n", "ex MX", "español"})
    void whoever_comes_with_another_language_or_none_is_spoken_to_in_the_first(String channel) {
        assertThat(languages.of(channel)).isEqualTo(Language.ENGLISH);
        assertThat(Languages.of(List.of("es", "en")).of(channel)).isEqualTo(SPANISH);
    }

    @Test
    void a_language_that_is_not_in_use_is_not_spoken() {
        Languages english = Languages.of(List.of("en"));
        assertThat(english.of("es")).isEqualTo(Language.ENGLISH);
        assertThat(english.spelling(SPANISH)).isInstanceOf(EnglishSpelling.class);
    }

    @Test
    void a_language_that_we_do_not_ship_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Languages.of(List.of("en", "xx")));
        assertThatIllegalArgumentException().isThrownBy(() -> Languages.of(List.of()));
    }

    @Test
    void every_language_we_ship_has_its_catalogue_its_spellings_words_and_every_sound() {
        assertThat(Languages.shipped()).containsExactly("en", "es");
        Languages all = Languages.of(Languages.shipped());
        for (Language language : all.inUse()) {
            ShippedSounds sounds = ShippedSounds.of(language);
            assertThat(sounds.missing(all.prompts(language))).as("%s", language).isEmpty();
            assertThat(all.spelling(language).vocabulary())
                    .as("%s: no core sound and no word is listed in vain", language)
                    .containsAll(sounds.core())
                    .containsAll(Catalogue.of(language).ownWords());
        }
    }
}
