package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How long something takes is judged well enough without hearing it. */
class SpokenLengthTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void all_prompts_take_about_as_long_as_is_judged_by_their_texts(String code) {
        Language language = new Language(code);
        List<Prompt> all =
                Arrays.stream(CataloguePrompt.values()).map(CataloguePrompt::prompt).toList();
        double judged = SpokenLength.in(language).of(all).toMillis();
        assertThat(judged / ShippedSounds.of(language).length(all).toMillis())
                .isBetween(0.85, 1.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void nothing_takes_no_time_and_an_unknown_recording_about_a_second(String code) {
        SpokenLength length = SpokenLength.in(new Language(code));
        assertThat(length.of(List.of())).isZero();
        assertThat(length.of(List.of(CataloguePrompt.reason("contract"))))
                .isBetween(Duration.ofMillis(700), Duration.ofMillis(1200));
    }
}
