package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.Closing.Came;
import dev.amends.care.Closing.Mistake;
import dev.amends.care.Closing.Remedy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;

/** What the keys mean that a rep pressed when a call was over, as the dialplan posts them. */
class RepsClosingTest {

    @Test
    void every_key_has_its_meaning() {
        assertThat(RepsClosing.read("3.refund.3.2.2.4.es_MX.Local/5002@from-queue"))
                .contains(
                        new RepsClosing(
                                Came.PROMISED,
                                "refund",
                                Duration.ofDays(3),
                                true,
                                Optional.of(Mistake.HIS),
                                Optional.of(Remedy.NOTHING),
                                "es_MX",
                                "Local/5002@from-queue"));
    }

    @ParameterizedTest
    @CsvSource({"1, SOLVED", "2, NOT_SOLVED", "3, PROMISED"})
    void the_first_key_is_what_came_of_it(String key, Came came) {
        RepsClosing said = RepsClosing.read(key + ".......PJSIP/rep1").orElseThrow();
        assertThat(said.came()).isEqualTo(came);
        assertThat(said.mistake()).isEmpty();
        assertThat(said.remedy()).isEmpty();
    }

    @Test
    void a_promise_without_kind_and_time_is_something_until_tomorrow_that_he_does_himself() {
        RepsClosing said = RepsClosing.read("3.......PJSIP/rep1").orElseThrow();
        assertThat(said.code()).isEqualTo("other");
        assertThat(said.due()).isEqualTo(Duration.ofDays(1));
        assertThat(said.team()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "#", "*", "x"})
    void a_key_that_stands_for_nothing_says_nothing(String key) {
        RepsClosing said =
                RepsClosing.read("3.refund." + key + "." + key + "." + key + "." + key + ".en.x")
                        .orElseThrow();
        assertThat(said.due()).isEqualTo(Duration.ofDays(1));
        assertThat(said.mistake()).isEmpty();
        assertThat(said.remedy()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4.......x", "....... ", "3.Refund......x", "1......", "3.a b......x"})
    void anything_else_is_not_one(String posted) {
        assertThat(RepsClosing.read(posted)).isEmpty();
    }
}
