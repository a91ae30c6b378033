package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.amends.care.Concern;
import dev.amends.care.IntakeQuestion;
import dev.amends.care.Said;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.ToldWait;
import dev.amends.line.WaitStep;
import dev.amends.promise.AttemptId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The states of the dialogues, which travel through the telephone system as text. */
class StateTextTest {

    private static final long SEED = 20261102;
    private static final String SAFE = "[A-Za-z0-9/_&.:+=;@-]+";
    private static final String LETTERS = "0123456789abcdef:waitngcoumber-+%$\n\u0000é٣ ";
    private static final Concern FULL =
            new Concern(
                    Concern.Same.THE_SAME,
                    Optional.of(new Said("billing-2")),
                    Optional.of(Said.NOTHING),
                    3,
                    true);
    private static final AttemptId ATTEMPT = new AttemptId("0123456789abcdef".repeat(2));

    @Test
    void every_state_of_a_caller_comes_back_as_it_went() {
        for (CallerState.At at : CallerState.At.values()) {
            for (CallerState.Who who : CallerState.Who.values()) {
                for (boolean tried : new boolean[] {true, false}) {
                    EffectiveArrival arrival =
                            new EffectiveArrival(Instant.parse("2026-11-02T10:00:00.123Z"));
                    CallerState plain =
                            new CallerState(
                                    at,
                                    who,
                                    arrival,
                                    tried,
                                    17,
                                    2,
                                    CallerState.Typing.NOTHING,
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    Concern.NONE);
                    CallerState full =
                            new CallerState(
                                    at,
                                    who,
                                    arrival,
                                    tried,
                                    17,
                                    2,
                                    new CallerState.Typing(2, Optional.of(Scene.NUMBER)),
                                    Optional.of(Scene.FRESH),
                                    Optional.of(new ToldWait(WaitStep.UP_TO_20, 17)),
                                    List.of(
                                            Instant.parse("2026-11-02T11:05:00Z"),
                                            Instant.parse("2026-11-09T15:00:00Z")),
                                    FULL);
                    for (CallerState state : List.of(plain, full)) {
                        assertThat(state.text()).matches(SAFE).startsWith("2:");
                        assertThat(CallerState.read(state.text())).contains(state);
                    }
                }
            }
        }
    }

    @Test
    void every_state_of_a_called_person_comes_back_as_it_went() {
        for (CalledState.At at : CalledState.At.values()) {
            CalledState plain = new CalledState(ATTEMPT, at);
            for (CalledState state : List.of(plain, plain.when(Scene.NOW).again())) {
                assertThat(state.text()).matches(SAFE).startsWith("2:");
                assertThat(CalledState.read(state.text())).contains(state);
            }
        }
        assertThat(CalledState.read(ATTEMPT.value()))
                .contains(new CalledState(ATTEMPT, CalledState.At.ANSWERED));
    }

    @Test
    void every_state_of_the_questions_on_arrival_comes_back_as_it_went() {
        for (IntakeQuestion question : IntakeQuestion.values()) {
            for (Concern said : List.of(Concern.NONE, FULL)) {
                IntakeState state =
                        new IntakeState(question, Scene.NOW, 2, Set.of(), said)
                                .asked(question)
                                .again();
                IntakeState full =
                        new IntakeState(
                                question, Scene.NOW, 0, Set.of(IntakeQuestion.values()), said);
                for (IntakeState one : List.of(state, full)) {
                    assertThat(one.text()).matches(SAFE).startsWith("1:").hasSizeLessThan(150);
                    assertThat(IntakeState.read(one.text())).contains(one);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2:reason:1730541600000:0:reason:not_said.-.-.0",
                "1:reasons:1730541600000:0:reason:not_said.-.-.0",
                "1:reason:1730541600000:0:reason+:not_said.-.-.0",
                "1:reason:1730541600000:0:reason+tale:not_said.-.-.0",
                "1:reason:1730541600000:0:reason:maybe.-.-.0",
                "1:reason:1730541600000:0:reason:not_said.-1.-.0",
                "1:reason:1730541600000:0:reason:not_said.-.-",
                "1:reason:-1:0:reason:not_said.-.-.0",
                "1:reason:1730541600000:0:reason:not_said.-.-.0\n"
            })
    void no_other_text_is_a_state_of_the_questions_on_arrival(String text) {
        assertThat(IntakeState.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1:waiting:ordinary:1730541600000:0:3:0",
                "3:waiting:ordinary:1730541600000:0:3:0:0:::",
                "2:waiting:ordinary:1730541600000:0:3:0:0:+1::",
                "2:waiting:ordinary:1730541600000:0:3:0:0::abc:",
                "2:waiting:ordinary:1730541600000:0:3:0:0::",
                "2:waiting:ordinary:1730541600000:0:3:0:0:::up_to_5",
                "2:waiting:ordinary:1730541600000:0:3:0:0:::up_to_5+-1",
                "2:waiting:ordinary:1730541600000:0:3:0:0:",
                "2:waiting:ordinary:1730541600000:0:3:0:x:::",
                "2:waiting:ordinary:1730541600000:0:3",
                "2:waiting:ordinary:1730541600000:0:3:0:",
                "2:waiting:ordinary:1730541600000:2:3:0:0:::",
                "2:waiting:ordinary:-1:0:3:0:0:::",
                "2:waiting:ordinary:9999999999999999:0:3:0:0:::",
                "2:waiting:ordinary:1730541600000:0:99999:0:0:::",
                "2:elsewhere:ordinary:1730541600000:0:3:0:0:::",
                "2:waiting:angry:1730541600000:0:3:0:0:::",
                "2:Waiting:ordinary:1730541600000:0:3:0:0:::",
                "2:waiting:ordinary:1730541600000:0:3:0:0:::\n",
                "2:waiting:ordinary:١٧٣٠:0:3:0:0:::",
                "2:waiting:ordinary:1730541600000:0:3:0:0:::;",
                "2:waiting:ordinary:1730541600000:0:3:0:0:::;the_same.-",
                "2:waiting:ordinary:1730541600000:0:3:0:0:::;nothing.-.-.0",
                "2:waiting:ordinary:1730541600000:0:3:0:0:::;the_same.1.-.0",
                "2:waiting:ordinary:1730541600000:0:3:0:0::::",
                "2:waiting:ordinary:1730541600000:0:3:0:0::::g0w5y+",
                "2:waiting:ordinary:1730541600000:0:3:0:0::::1+2+3+4+5",
                "2:asked:0:0:0123456789abcdef",
                "2:nowhere:0:0:0123456789abcdef0123456789abcdef",
                "2:asked:0123456789abcdef0123456789abcdef",
                "2:asked:12:0:0123456789abcdef0123456789abcdef",
                "2:asked:0:-1:0123456789abcdef0123456789abcdef",
                "1:asked:0123456789abcdef0123456789abcdef",
                "0123456789ABCDEF0123456789ABCDEF"
            })
    void another_version_or_a_text_that_is_not_ours_is_no_state(String text) {
        assertThat(CallerState.read(text)).isEmpty();
        assertThat(CalledState.read(text)).isEmpty();
    }

    @Test
    void no_text_whatever_makes_reading_fail() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            String text = i % 2 == 0 ? noise(random) : broken(random);
            assertThatCode(
                            () -> {
                                CallerState.read(text).ifPresent(s -> read(s, text));
                                CalledState.read(text).ifPresent(s -> read(s, text));
                            })
                    .as("'%s', seed %s", text, SEED)
                    .doesNotThrowAnyException();
        }
    }

    private static void read(CallerState state, String text) {
        assertThat(CallerState.read(state.text())).as(text).contains(state);
    }

    private static void read(CalledState state, String text) {
        assertThat(CalledState.read(state.text())).as(text).contains(state);
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "2:" : "");
        int length = random.nextInt(80);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String broken(Random random) {
        String whole =
                random.nextBoolean()
                        ? "2:waiting:flagged:1730541600000:0:3:0:1:+12025550143:"
                                + "e".repeat(32)
                                + ":up_to_5+3"
                        : "2:when:1:1730541600000:0123456789abcdef0123456789abcdef";
        StringBuilder text = new StringBuilder(whole);
        int at = random.nextInt(whole.length());
        char other = LETTERS.charAt(random.nextInt(LETTERS.length()));
        switch (random.nextInt(3)) {
            case 0 -> text.setCharAt(at, other);
            case 1 -> text.deleteCharAt(at);
            default -> text.insert(at, other);
        }
        return text.toString();
    }
}
