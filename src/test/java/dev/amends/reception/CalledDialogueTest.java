package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.Waiting;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.speech.CataloguePrompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CalledDialogueTest {

    private static final AttemptId ATTEMPT = new AttemptId("0123456789abcdef".repeat(2));

    private final Scene scene = Scene.usual();

    @Test
    void he_hears_who_calls_that_he_asked_for_it_and_what_he_may_press_and_nothing_else() {
        Step step = hear(ATTEMPT.value(), "", scene);
        assertThat(step.order()).contains(new Order.NoteAnswer(ATTEMPT));
        assertThat(step.failed()).isEqualTo(step.done());
        assertThat(((Turn.Ask) step.done()).say())
                .containsExactly(
                        COMPANY.prompt(),
                        YOU_ASKED_US_TO_CALL.prompt(),
                        SPEAK_LATER_NEVER.prompt());
    }

    @Test
    void one_brings_him_to_the_rep_who_waits_for_him() {
        Step step = hear(greeted(), "1", scene);
        assertThat(step.order()).isEmpty();
        assertThat(step.done()).isInstanceOf(Turn.MeetRep.class);
    }

    @ParameterizedTest
    @CsvSource({"2, NOT_NOW, WE_WILL_TRY_LATER", "3, NO_LONGER_NEEDED, CANCELLED_GOODBYE"})
    void later_and_never_are_committed_and_said(
            String key, AttemptOutcome outcome, CataloguePrompt said) {
        Step step = hear(greeted(), key, scene);
        assertThat(step.order()).contains(new Order.EndAttempt(ATTEMPT, outcome));
        assertThat(((Turn.Goodbye) step.done()).say()).containsExactly(said.prompt());
        assertThat(step.failed()).isEqualTo(step.done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4", "5", "6", "7", "8", "9", "*", "#", "11", "hello"})
    void anything_else_is_asked_once_more_and_then_nobody_was_reached(String heard) {
        Turn.Ask again = (Turn.Ask) hear(greeted(), heard, scene).done();
        assertThat(again.say()).containsExactly(SPEAK_LATER_NEVER.prompt());
        Step step = hear(again.next().state(), heard, scene);
        assertThat(step.order()).contains(new Order.EndAttempt(ATTEMPT, AttemptOutcome.NO_KEY));
        assertThat(((Turn.Goodbye) step.done()).say()).containsExactly(GOODBYE.prompt());
    }

    @Test
    void a_key_after_the_reminder_counts_as_well() {
        Turn.Ask again = (Turn.Ask) hear(greeted(), "", scene).done();
        assertThat(hear(again.next().state(), "1", scene).done()).isInstanceOf(Turn.MeetRep.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOREP", "", "1"})
    void with_his_rep_gone_he_waits_for_the_next_one_in_his_old_place(String heard) {
        Turn.Say sorry = (Turn.Say) hear(meeting(), heard, scene).done();
        assertThat(sorry.say()).containsExactly(LOST_THE_REP.prompt());
        Scene later = scene.waiting(900, 30, 20);
        Turn.Join join = (Turn.Join) hear(sorry.next().state(), heard, later).done();
        assertThat(join.queue()).isEqualTo("support");
        assertThat(join.position()).hasValue(2);
        assertThat(join.patience()).isEmpty();
        assertThat(join.brief()).containsExactly(CALLBACK_FOR_YOU.prompt());
    }

    @Test
    void his_own_placeholder_does_not_stand_before_him() {
        Scene withPlaceholder =
                new Scene(
                        true,
                        List.of(
                                new Waiting(ATTEMPT.value(), Scene.ago(600)),
                                new Waiting("later", Scene.ago(30))),
                        scene.forSeniors(),
                        scene.seniors(),
                        3,
                        scene.callee(),
                        scene.open());
        assertThat(((Turn.Join) hear(holding(), "NOREP", withPlaceholder).done()).position())
                .hasValue(1);
    }

    @Test
    void while_nobody_knows_who_waits_he_goes_to_the_front_as_it_was_his_turn() {
        assertThat(((Turn.Join) hear(holding(), "NOREP", scene.unknown()).done()).position())
                .hasValue(1);
    }

    private String greeted() {
        return ((Turn.Ask) hear(ATTEMPT.value(), "", scene).done()).next().state();
    }

    private String meeting() {
        return ((Turn.MeetRep) hear(greeted(), "1", scene).done()).next().state();
    }

    private String holding() {
        return ((Turn.Say) hear(meeting(), "NOREP", scene).done()).next().state();
    }

    private static Step hear(String state, String heard, Scene scene) {
        return CalledDialogue.next(
                CalledState.read(state).orElseThrow(),
                heard,
                new CalledDialogue.Facts(scene.line(), scene.picture(), Scene.ago(600)));
    }
}
