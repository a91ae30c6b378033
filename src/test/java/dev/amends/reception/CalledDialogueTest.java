package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.Waiting;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.CallingHours;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

class CalledDialogueTest {

    private static final AttemptId ATTEMPT = new AttemptId("0123456789abcdef".repeat(2));

    private static final CalledTerms CHOICES =
            new CalledTerms(
                    List.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(1)),
                    false);

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
    @ValueSource(strings = {"1", "2", "", "3", "7", "*", "#", "12"})
    void where_calls_are_recorded_he_is_asked_whether_this_one_may_be_and_speaks_whatever_he_says(
            String key) {
        CalledTerms asks = new CalledTerms(List.of(), false, true);
        Turn.Ask may = (Turn.Ask) hear(greeted(), "1", scene, asks).done();
        assertThat(may.say()).containsExactly(MAY_WE_RECORD.prompt());
        Step step = hear(may.next().state(), key, scene, asks);
        assertThat(step.order()).isEmpty();
        assertThat(step.done()).isInstanceOf(Turn.MeetRep.class);
    }

    @ParameterizedTest
    @CsvSource({"2, NOT_NOW, WE_WILL_TRY_LATER", "3, NO_LONGER_NEEDED, CANCELLED_GOODBYE"})
    void later_where_no_times_are_offered_and_never_are_committed_and_said(
            String key, AttemptOutcome outcome, CataloguePrompt said) {
        Step step = hear(greeted(), key, scene);
        assertThat(step.order()).contains(ends(outcome));
        assertThat(((Turn.Goodbye) step.done()).say()).containsExactly(said.prompt());
        assertThat(step.failed()).isEqualTo(step.done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4", "5", "6", "7", "8", "9", "*", "#", "11", "hello"})
    void anything_else_is_asked_once_more_and_then_nobody_was_reached(String heard) {
        Turn.Ask again = (Turn.Ask) hear(greeted(), heard, scene).done();
        assertThat(again.say()).containsExactly(SPEAK_LATER_NEVER.prompt());
        Step step = hear(again.next().state(), heard, scene);
        assertThat(step.order()).contains(ends(AttemptOutcome.NO_KEY));
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
        assertThat(join.brief()).containsExactly(CALLBACK_IS_HERE.prompt());
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

    @Test
    void who_wants_it_later_is_asked_when_in_real_times_of_the_lines_clock() {
        Turn.Ask ask = (Turn.Ask) hear(greeted(), "2", scene, CHOICES).done();
        assertThat(words(ask.say()))
                .isEqualTo(
                        "later-when press 1 for-a-call-at 10 30 a-m"
                                + " press 2 for-a-call-at 12 p-m"
                                + " press 3 for-a-call-tomorrow-at 10 a-m");
        assertThat(ask.next().dialogue()).isEqualTo("answered");
        assertThat(hear(greeted(), "2", scene, CHOICES).order()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: called in {1} min")
    @CsvSource({
        "1, 30, call-again-at 10 30 a-m goodbye",
        "2, 120, call-again-at 12 p-m goodbye",
        "3, 1440, call-again-tomorrow-at 10 a-m goodbye"
    })
    void the_time_he_chooses_is_committed_and_then_confirmed(
            String key, long minutes, String said) {
        Step step = hear(asked(), key, scene, CHOICES);
        assertThat(step.order())
                .contains(
                        new Order.EndAttempt(
                                ATTEMPT,
                                AttemptOutcome.NOT_NOW,
                                Optional.of(Scene.NOW.plus(Duration.ofMinutes(minutes)))));
        assertThat(words(((Turn.Goodbye) step.done()).say())).isEqualTo(said);
        assertThat(((Turn.Goodbye) step.failed()).say())
                .containsExactly(WE_WILL_TRY_LATER.prompt());
    }

    @ParameterizedTest(name = "\"{0}\" when asked when: {1}")
    @CsvSource({
        "'', asked again",
        "*, asked again",
        "4, not understood",
        "0, not understood",
        "9, not understood",
        "#, not understood",
        "11, not understood",
        "NOREP, not understood"
    })
    void anything_but_a_time_is_asked_again_and_in_the_end_he_is_called_after_the_gap(
            String heard, String what) {
        Turn.Ask again = (Turn.Ask) hear(asked(), heard, scene, CHOICES).done();
        assertThat(again.say().getFirst())
                .isEqualTo(
                        what.equals("asked again") ? LATER_WHEN.prompt() : NOT_UNDERSTOOD.prompt());
        Step step = hear(again.next().state(), heard, scene, CHOICES);
        if (step.done() instanceof Turn.Ask third) {
            step = hear(third.next().state(), heard, scene, CHOICES);
        }
        assertThat(step.order()).contains(ends(AttemptOutcome.NOT_NOW));
        assertThat(((Turn.Goodbye) step.done()).say()).containsExactly(WE_WILL_TRY_LATER.prompt());
    }

    @Test
    void a_time_chosen_after_the_question_was_repeated_is_the_one_that_was_spoken() {
        Turn.Ask again = (Turn.Ask) hear(asked(), "*", scene, CHOICES).done();
        CalledDialogue.Facts later =
                new CalledDialogue.Facts(
                        scene.line(),
                        scene.picture(),
                        Scene.ago(600),
                        CHOICES,
                        CallingHours.ANYTIME,
                        new EnglishSpelling(),
                        Scene.NOW.plusSeconds(40));
        Step step =
                CalledDialogue.next(
                        CalledState.read(again.next().state()).orElseThrow(), "1", later);
        assertThat(((Order.EndAttempt) step.order().orElseThrow()).wish())
                .contains(Scene.NOW.plusSeconds(1800));
    }

    @Test
    void when_the_times_are_gone_meanwhile_he_is_called_after_the_gap() {
        Step step = hear(asked(), "1", scene, CalledTerms.NONE);
        assertThat(step.order()).contains(ends(AttemptOutcome.NOT_NOW));
    }

    @Test
    void later_after_the_reminder_is_asked_when_as_well() {
        Turn.Ask again = (Turn.Ask) hear(greeted(), "", scene, CHOICES).done();
        Turn.Ask when = (Turn.Ask) hear(again.next().state(), "2", scene, CHOICES).done();
        assertThat(when.say()).startsWith(LATER_WHEN.prompt());
    }

    @Test
    void a_machine_is_told_that_the_place_is_kept_where_the_line_wants_that() {
        CalledTerms message = new CalledTerms(List.of(), true);
        Turn.Ask again = (Turn.Ask) hear(greeted(), "", scene, message).done();
        Step step = hear(again.next().state(), "", scene, message);
        assertThat(step.order()).contains(ends(AttemptOutcome.MESSAGE_LEFT));
        assertThat(((Turn.Goodbye) step.done()).say()).containsExactly(PLACE_KEPT_RING_US.prompt());
    }

    @Test
    void who_presses_wrong_keys_is_no_machine_and_hears_no_message() {
        CalledTerms message = new CalledTerms(List.of(), true);
        Turn.Ask again = (Turn.Ask) hear(greeted(), "", scene, message).done();
        Step step = hear(again.next().state(), "7", scene, message);
        assertThat(step.order()).contains(ends(AttemptOutcome.NO_KEY));
        assertThat(((Turn.Goodbye) step.done()).say()).containsExactly(GOODBYE.prompt());
    }

    @Test
    void times_outside_of_hours_are_moved_to_the_next_opening_and_said_once() {
        Line usual = scene.line();
        Line line =
                new Line(
                        usual.name(),
                        usual.queue(),
                        usual.seniorQueue(),
                        usual.offerWhenWaiting(),
                        usual.seniorsOnly(),
                        usual.headStart(),
                        usual.offerAbove(),
                        new Hours(
                                WeeklyHours.read("thu 08:00-18:00").orElseThrow(),
                                Holidays.NONE,
                                Duration.ZERO,
                                ZoneOffset.UTC));
        CalledDialogue.Facts facts =
                new CalledDialogue.Facts(
                        line,
                        scene.picture(),
                        Scene.ago(600),
                        CHOICES,
                        CallingHours.ANYTIME,
                        new EnglishSpelling(),
                        Scene.NOW);
        CalledState greeted = CalledState.read(greeted()).orElseThrow();

        Turn.Ask ask = (Turn.Ask) CalledDialogue.next(greeted, "2", facts).done();
        assertThat(words(ask.say()).split("press", -1)).hasSize(2);

        CalledState asked = CalledState.read(ask.next().state()).orElseThrow();
        Step chosen = CalledDialogue.next(asked, "1", facts);
        assertThat(((Order.EndAttempt) chosen.order().orElseThrow()).wish())
                .contains(line.hours().opens(Scene.NOW).orElseThrow());
        assertThat(((Turn.Goodbye) chosen.done()).say()).startsWith(WE_CALL_YOU.prompt());
    }

    @Test
    void a_call_that_would_be_the_last_one_promises_neither_a_time_nor_a_place() {
        CalledTerms all = new CalledTerms(CHOICES.choices(), true);
        assertThat(all.leaving(false, false)).isEqualTo(CalledTerms.NONE);
        assertThat(all.leaving(true, false)).isEqualTo(CHOICES);
        assertThat(all.leaving(false, true)).isEqualTo(new CalledTerms(List.of(), true));
    }

    private String asked() {
        return ((Turn.Ask) hear(greeted(), "2", scene, CHOICES).done()).next().state();
    }

    private static String words(List<Prompt> say) {
        return say.stream()
                .map(prompt -> prompt.file().replaceFirst(".*/", ""))
                .collect(Collectors.joining(" "));
    }

    private static Order ends(AttemptOutcome outcome) {
        return new Order.EndAttempt(ATTEMPT, outcome, Optional.empty());
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
        return hear(state, heard, scene, CalledTerms.NONE);
    }

    private static Step hear(String state, String heard, Scene scene, CalledTerms terms) {
        return CalledDialogue.next(
                CalledState.read(state).orElseThrow(),
                heard,
                scene.calledFacts(terms, new EnglishSpelling()));
    }
}
