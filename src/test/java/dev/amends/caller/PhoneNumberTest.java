package dev.amends.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class PhoneNumberTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550143");

    @Test
    void its_text_shows_only_the_last_four_digits() {
        assertThat(NUMBER).hasToString("…0143");
        assertThat(NUMBER.lastDigits()).isEqualTo("0143");
    }

    @Test
    void what_holds_a_number_does_not_show_it_either() {
        Instant now = Instant.EPOCH;
        Arrival arrival =
                new Arrival(
                        new CallId("a"), Optional.of(NUMBER), "support", now, now, "senior", "why");
        assertThat(arrival.toString()).doesNotContain("202555").contains("…0143");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12025550143",
                "+02025550143",
                "+1234",
                "+1234567890123456",
                "+1202555014x",
                "+1202555０143",
                "+12025550143\n"
            })
    void what_is_not_e164_is_refused_without_being_repeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber(text))
                .withMessage("not an E.164 number");
    }
}
