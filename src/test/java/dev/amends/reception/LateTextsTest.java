package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Tries;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** It is noon on a Saturday, by the clock of a line in New York. */
class LateTextsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LineName SUPPORT = new LineName("support");
    private static final Instant NOW = at("2026-11-28T12:00");

    private final LateTexts texts =
            new LateTexts(
                    Languages.of(List.of("en", "es")),
                    Map.of(SUPPORT, line()),
                    InstantSource.fixed(NOW));

    private static Line line() {
        return new Line(
                SUPPORT,
                "support",
                "support-senior",
                3,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(90),
                NEW_YORK);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    private LateText text(String language, String from, String to) {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("a".repeat(32)),
                        new PhoneNumber("+12025550143"),
                        SUPPORT,
                        new EffectiveArrival(NOW),
                        NOW,
                        new CallId("1732219200.1"),
                        2,
                        new Language(language));
        PromisedWindow window = new PromisedWindow(at(from), at(to));
        return texts.of(
                new Callback.Promised(terms.within(Optional.of(window)), 3, Tries.NONE, NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2026-11-28T13:05 | 2026-11-28T13:30"
                        + " | We call you between 1:05 pm and 1:30 pm.",
                "en | 2026-11-28T12:00 | 2026-11-28T12:30 | We call you before 12:30 pm.",
                "en | 2026-11-29T08:00 | 2026-11-29T08:30 | We call you tomorrow from 8:00 am.",
                "en | 2026-11-30T08:00 | 2026-11-30T08:30 | We call you on Monday from 8:00 am.",
                "en | 2026-12-07T08:00 | 2026-12-07T08:30"
                        + " | We call you on December 7 from 8:00 am.",
                "es | 2026-11-28T13:05 | 2026-11-28T13:30"
                        + " | Le llamaremos entre las 13:05 y las 13:30.",
                "es | 2026-11-28T12:00 | 2026-11-28T12:30 | Le llamaremos antes de las 12:30.",
                "es | 2026-11-29T01:00 | 2026-11-29T01:30"
                        + " | Le llamaremos mañana a partir de la 1:00.",
                "es | 2026-11-30T08:00 | 2026-11-30T08:30"
                        + " | Le llamaremos el lunes a partir de las 8:00.",
                "es | 2026-12-07T08:00 | 2026-12-07T08:30"
                        + " | Le llamaremos el 7 de diciembre a partir de las 8:00.",
            })
    void the_time_is_as_he_would_hear_it(String language, String from, String to, String when) {
        assertThat(text(language, from, to).text()).endsWith(". " + when);
    }

    @Test
    void it_says_what_the_call_would_say_in_his_language_and_nothing_of_him() {
        assertThat(text("en", "2026-11-28T13:05", "2026-11-28T13:30").text())
                .isEqualTo(
                        "You asked us to call you back. We are sorry, we are running late."
                                + " We call you between 1:05 pm and 1:30 pm.");
        assertThat(text("es", "2026-11-28T13:05", "2026-11-28T13:30").text())
                .isEqualTo(
                        "Nos pidió que le llamáramos. Lo sentimos, llevamos retraso."
                                + " Le llamaremos entre las 13:05 y las 13:30.");
    }

    @Test
    void a_language_that_is_no_longer_spoken_is_the_first_one() {
        LateText text = text("fr", "2026-11-28T13:05", "2026-11-28T13:30");
        assertThat(text.language()).isEqualTo(Language.ENGLISH);
        assertThat(text.text()).startsWith("You asked us");
    }
}
