package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amends/choice",
                "digits/7",
                "digits/1F",
                "digits/a-m",
                "minutes",
                "our_own/hello"
            })
    void a_file_name_without_extension_is_a_prompt(String file) {
        assertThat(new Prompt(file).file()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../choice",
                "amends//choice",
                "amends/",
                "choice.wav",
                "a b",
                "a&b",
                "a,b",
                "a\n",
                "${EXTEN}",
                "glück"
            })
    void anything_else_is_refused(String file) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Prompt(file));
    }

    @Test
    void a_name_is_at_most_80_characters_long() {
        assertThat(new Prompt("a".repeat(80)).file()).hasSize(80);
        assertThatIllegalArgumentException().isThrownBy(() -> new Prompt("a".repeat(81)));
    }
}
