package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFormat;

class CataloguePromptTest {

    private final ShippedSounds sounds = ShippedSounds.english();

    @ParameterizedTest
    @EnumSource
    void every_prompt_has_a_text(CataloguePrompt prompt) {
        assertThat(Catalogue.of("en").text(prompt)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void every_prompt_has_a_sound_of_8_khz_mono_16_bit(CataloguePrompt prompt) {
        AudioFormat format = sounds.format(prompt.prompt());
        assertThat(format.getEncoding()).isEqualTo(AudioFormat.Encoding.PCM_SIGNED);
        assertThat(format.getSampleRate()).isEqualTo(8000);
        assertThat(format.getChannels()).isEqualTo(1);
        assertThat(format.getSampleSizeInBits()).isEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource
    void every_prompt_lasts_from_a_word_to_a_breath(CataloguePrompt prompt) {
        assertThat(sounds.length(List.of(prompt.prompt())))
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
                .isThrownBy(() -> Catalogue.of("xx"))
                .withMessageContaining("xx");
    }

    @Test
    void from_answer_to_promise_a_caller_hears_at_most_25_seconds_even_of_the_slowest_number() {
        Prompt slowest =
                Stream.of("0123456789".split(""))
                        .map(digit -> new Prompt("digits/" + digit))
                        .max((a, b) -> seconds(a).compareTo(seconds(b)))
                        .orElseThrow();
        List<Prompt> heard = new ArrayList<>();
        heard.add(CataloguePrompt.CHOICE.prompt());
        heard.add(CataloguePrompt.WE_WILL_CALL_YOU_ON.prompt());
        for (int digit = 0; digit < 10; digit++) {
            heard.add(slowest);
        }
        heard.add(CataloguePrompt.IF_RIGHT_PRESS_1.prompt());
        heard.add(CataloguePrompt.WE_WILL_CALL_YOU.prompt());
        assertThat(sounds.length(heard)).isLessThanOrEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void a_prompt_nobody_recorded_is_found_missing() {
        Prompt unheard = new Prompt("amends/nobody-recorded-this");
        assertThat(sounds.missing(List.of(new Prompt("digits/1"), unheard)))
                .containsExactly(unheard);
    }

    private Duration seconds(Prompt prompt) {
        return sounds.length(List.of(prompt));
    }
}
