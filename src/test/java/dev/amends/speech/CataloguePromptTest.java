package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFormat;

class CataloguePromptTest {

    private final ShippedSounds sounds = ShippedSounds.english();

    /** Every prompt in every language. */
    static Stream<Arguments> everywhere() {
        return Languages.shipped().stream()
                .map(Language::new)
                .flatMap(language ->
                        Arrays.stream(CataloguePrompt.values())
                                .map(prompt -> Arguments.of(language, prompt)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void every_prompt_has_a_text(Language language, CataloguePrompt prompt) {
        assertThat(Catalogue.of(language).text(prompt)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void every_prompt_has_a_sound_of_8_khz_mono_16_bit(Language language, CataloguePrompt prompt) {
        AudioFormat format = ShippedSounds.of(language).format(prompt.prompt());
        assertThat(format.getEncoding()).isEqualTo(AudioFormat.Encoding.PCM_SIGNED);
        assertThat(format.getSampleRate()).isEqualTo(8000);
        assertThat(format.getChannels()).isEqualTo(1);
        assertThat(format.getSampleSizeInBits()).isEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void every_prompt_lasts_from_a_word_to_a_breath(Language language, CataloguePrompt prompt) {
        assertThat(ShippedSounds.of(language).length(List.of(prompt.prompt())))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(12));
    }

    @Test
    void a_constant_is_named_as_its_sound_file() {
        assertThat(CataloguePrompt.IF_RIGHT_PRESS_1.prompt())
                .isEqualTo(new Prompt("amends/if-right-press-1"));
    }

    @Test
    void a_language_without_catalogue_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.of(new Language("xx")))
                .withMessageContaining("xx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void from_answer_to_promise_a_caller_hears_at_most_25_seconds_even_of_the_slowest_number(
            String language) {
        ShippedSounds heard = ShippedSounds.of(new Language(language));
        Duration slowest =
                IntStream.range(0, 10)
                        .mapToObj(digit -> heard.length(List.of(new Prompt("digits/" + digit))))
                        .max(Duration::compareTo)
                        .orElseThrow();
        Duration ours =
                heard.length(
                        Stream.of(
                                        CataloguePrompt.CHOICE,
                                        CataloguePrompt.WE_WILL_CALL_YOU_ON,
                                        CataloguePrompt.IF_RIGHT_PRESS_1,
                                        CataloguePrompt.WE_WILL_CALL_YOU)
                                .map(CataloguePrompt::prompt)
                                .toList());
        assertThat(ours.plus(slowest.multipliedBy(10))).isLessThanOrEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void a_prompt_nobody_recorded_is_found_missing() {
        Prompt unheard = new Prompt("amends/nobody-recorded-this");
        assertThat(sounds.missing(List.of(new Prompt("digits/1"), unheard)))
                .containsExactly(unheard);
    }
}
