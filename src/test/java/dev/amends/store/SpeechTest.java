package dev.amends.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A short word is speech, noise and clicks are not. */
class SpeechTest {

    @ParameterizedTest
    @CsvSource({
        "nothing at all,      0,     3000, false",
        "a quiet line,        40,    3000, false",
        "a click,             20000, 40,   false",
        "a short word,        3000,  400,  true",
        "a low voice,         250,   2000, true",
        "a word cut short,    3000,  200,  false",
    })
    void somebody_speaks(String what, int amplitude, int millis, boolean speaks)
            throws IOException {
        byte[] samples = new byte[16 * 5000];
        for (int n = 0; n < 8 * millis; n++) {
            int value = (int) Math.round(amplitude * Math.sin(n * 2 * Math.PI * 440 / 8000));
            samples[16 * 1000 + 2 * n] = (byte) value;
            samples[16 * 1000 + 2 * n + 1] = (byte) (value >> 8);
        }

        assertThat(Speech.isIn(new ByteArrayInputStream(samples))).as(what).isEqualTo(speaks);
    }
}
