package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.COMPANY;
import static dev.amends.speech.CataloguePrompt.GOODBYE;
import static dev.amends.speech.CataloguePrompt.HOW_WAS_OUR_CALL;
import static dev.amends.speech.CataloguePrompt.SURVEY_MARK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.speech.Language;
import dev.amends.speech.ShippedSounds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/** Somebody who was called back is called to be asked how it was: every key, and silence. */
class SurveyCallDialogueTest {

    private static final AttemptId ATTEMPT = new AttemptId("0123456789abcdef".repeat(2));

    private static Step hear(CalledState state, String heard) {
        return SurveyCallDialogue.next(state, heard);
    }

    private static CalledState asked() {
        Turn.Ask ask = (Turn.Ask) hear(CalledState.read(ATTEMPT.value()).orElseThrow(), "").done();
        assertThat(ask.next().dialogue()).isEqualTo("answered");
        return CalledState.read(ask.next().state()).orElseThrow();
    }

    @Test
    void he_hears_who_calls_and_why_and_that_he_answered_is_on_record() {
        Step step = hear(CalledState.read(ATTEMPT.value()).orElseThrow(), "");
        assertThat(step.order()).contains(new Order.NoteAnswer(ATTEMPT));
        assertThat(step.failed()).isEqualTo(step.done());
        assertThat(((Turn.Ask) step.done()).say())
                .containsExactly(COMPANY.prompt(), HOW_WAS_OUR_CALL.prompt());
    }

    @Test
    void by_one_he_hears_the_questions_whose_answers_belong_to_this_call() {
        Step step = hear(asked(), "1");
        assertThat(step.order())
                .contains(new Order.EndAttempt(ATTEMPT, AttemptOutcome.TOLD, Optional.empty()));
        assertThat(step.failed()).isEqualTo(step.done());
        Turn.Ask mark = (Turn.Ask) step.done();
        assertThat(mark.say()).containsExactly(SURVEY_MARK.prompt());
        assertThat(mark.next().dialogue()).isEqualTo("survey");
        assertThat(SurveyState.read(mark.next().state()).orElseThrow().call())
                .isEqualTo(new CallId(ATTEMPT.value()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', NO_KEY",
        "0, NO_LONGER_NEEDED",
        "2, NO_LONGER_NEEDED",
        "3, NO_LONGER_NEEDED",
        "4, NO_LONGER_NEEDED",
        "5, NO_LONGER_NEEDED",
        "6, NO_LONGER_NEEDED",
        "7, NO_LONGER_NEEDED",
        "8, NO_LONGER_NEEDED",
        "9, NO_LONGER_NEEDED",
        "*, NO_LONGER_NEEDED",
        "#, NO_LONGER_NEEDED"
    })
    void anything_else_is_a_no_and_silence_a_machine(String heard, AttemptOutcome outcome) {
        Step step = hear(asked(), heard);
        assertThat(step.order()).contains(new Order.EndAttempt(ATTEMPT, outcome, Optional.empty()));
        assertThat(step.failed()).isEqualTo(step.done());
        assertThat(step.done())
                .isEqualTo(new Turn.Goodbye(List.of(GOODBYE.prompt()), Optional.empty()));
    }

    /** States of other calls that we make: none of them leads to a rep. */
    @ParameterizedTest
    @EnumSource(
            value = CalledState.At.class,
            names = {"ANSWERED", "ASKED"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_state_that_is_not_its_own_ends_it(CalledState.At at) {
        assertThat(hear(new CalledState(ATTEMPT, at), "").done()).isInstanceOf(Turn.Goodbye.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everything_it_says_is_among_the_sounds(String code) {
        assertThat(
                        ShippedSounds.of(new Language(code))
                                .missing(
                                        List.of(
                                                COMPANY.prompt(),
                                                HOW_WAS_OUR_CALL.prompt(),
                                                GOODBYE.prompt())))
                .isEmpty();
    }
}
