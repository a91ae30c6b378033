package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Somebody was called to hear that the call he was promised comes later. */
class TellingPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Tries TRIES = Tries.NONE.after(AttemptOutcome.BUSY);
    private static final Callback.Dialing TOLD =
            new Callback.Dialing(
                    new CallbackTerms(
                            new PromiseId("a".repeat(32)),
                            new PhoneNumber("+12025550143"),
                            new LineName("support"),
                            new EffectiveArrival(NOW.minusSeconds(900)),
                            NOW.minusSeconds(800),
                            new CallId("1732219200.17"),
                            3,
                            Language.ENGLISH),
                    3,
                    TRIES);

    @ParameterizedTest
    @EnumSource(
            names = {"KEPT", "NO_LONGER_NEEDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void it_stands_in_its_place_with_all_its_tries(AttemptOutcome outcome) {
        Callback next = after(outcome, Optional.empty());
        assertThat(next)
                .isInstanceOfSatisfying(
                        Callback.Promised.class,
                        promised -> {
                            assertThat(promised.tries()).isEqualTo(TRIES);
                            assertThat(promised.notBefore()).isEqualTo(NOW);
                        });
    }

    @Test
    void he_chooses_another_time() {
        Instant wish = NOW.plus(Duration.ofHours(2));
        assertThat(after(AttemptOutcome.NOT_NOW, Optional.of(wish)))
                .isInstanceOfSatisfying(
                        Callback.Promised.class,
                        promised -> assertThat(promised.notBefore()).isEqualTo(wish));
    }

    @ParameterizedTest
    @CsvSource({"KEPT, Kept", "NO_LONGER_NEEDED, Withdrawn"})
    void or_it_is_over(AttemptOutcome outcome, String state) {
        assertThat(after(outcome, Optional.empty()).getClass().getSimpleName()).isEqualTo(state);
    }

    private static Callback after(AttemptOutcome outcome, Optional<Instant> wish) {
        return TellingPolicy.after(TOLD, outcome, wish, NOW).next();
    }
}
