package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.PromisedWindow;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody is called only to hear that his call comes later. */
class TellingDialogueTest {

    private static final AttemptId ATTEMPT = new AttemptId("0123456789abcdef".repeat(2));
    private static final CalledTerms TERMS =
            new CalledTerms(List.of(Duration.ofMinutes(30), Duration.ofHours(2)), false);
    private static final CalledTerms WITH_MESSAGE = new CalledTerms(List.of(), true);

    private static Step hear(String state, String heard, CalledTerms terms, Duration away) {
        Instant from = Scene.NOW.plus(away);
        PromisedWindow window = new PromisedWindow(from, from.plus(Duration.ofMinutes(30)));
        return TellingDialogue.next(
                CalledState.read(state).orElseThrow(),
                heard,
                Optional.of(window),
                Scene.usual().calledFacts(terms, new EnglishSpelling()));
    }

    private static Step hear(String state, String heard, CalledTerms terms) {
        return hear(state, heard, terms, Duration.ofMinutes(90));
    }

    private static Turn.Ask greeted() {
        return (Turn.Ask) hear(ATTEMPT.value(), "", TERMS).done();
    }

    @Test
    void he_hears_who_calls_that_it_is_late_and_when_he_is_called() {
        Step step = hear(ATTEMPT.value(), "", TERMS);
        assertThat(step.order()).contains(new Order.NoteAnswer(ATTEMPT));
        List<Prompt> say = ((Turn.Ask) step.done()).say();
        assertThat(say)
                .startsWith(
                        COMPANY.prompt(),
                        YOU_ASKED_US_TO_CALL.prompt(),
                        RUNNING_LATE.prompt(),
                        CALL_YOU_BEFORE.prompt())
                .endsWith(LATE_FINE_OTHER_NEVER.prompt());
    }

    @Test
    void on_another_day_he_hears_from_when_on() {
        Turn.Ask ask = (Turn.Ask) hear(ATTEMPT.value(), "", TERMS, Duration.ofHours(24)).done();
        assertThat(ask.say()).contains(WE_CALL_YOU.prompt(), FROM.prompt());
    }

    @ParameterizedTest
    @CsvSource({"1, TOLD, THANK_YOU_GOODBYE", "3, NO_LONGER_NEEDED, CANCELLED_GOODBYE"})
    void he_agrees_or_needs_it_no_more(String key, AttemptOutcome outcome, CataloguePrompt said) {
        Step step = hear(greeted().next().state(), key, TERMS);
        assertThat(step.order()).contains(new Order.EndAttempt(ATTEMPT, outcome, Optional.empty()));
        assertThat(((Turn.Goodbye) step.done()).say()).containsExactly(said.prompt());
    }

    @Test
    void who_presses_two_chooses_another_time_and_hears_it() {
        Turn.Ask when = (Turn.Ask) hear(greeted().next().state(), "2", TERMS).done();
        assertThat(when.say()).startsWith(LATER_WHEN.prompt());
        Step chosen = hear(when.next().state(), "1", TERMS);
        Order.EndAttempt end = (Order.EndAttempt) chosen.order().orElseThrow();
        assertThat(end.outcome()).isEqualTo(AttemptOutcome.NOT_NOW);
        assertThat(end.wish()).isPresent();
        assertThat(((Turn.Goodbye) chosen.done()).say()).startsWith(CALL_AGAIN_AT.prompt());
    }

    @Test
    void without_a_key_he_is_asked_once_more_and_then_was_not_told() {
        Turn.Ask again = (Turn.Ask) hear(greeted().next().state(), "", TERMS).done();
        assertThat(again.say()).endsWith(LATE_FINE_OTHER_NEVER.prompt());
        assertThat(ends(hear(again.next().state(), "", TERMS))).isEqualTo(AttemptOutcome.NO_KEY);
    }

    @Test
    void a_machine_is_told_where_machines_are() {
        Turn.Ask again = (Turn.Ask) hear(greeted().next().state(), "", WITH_MESSAGE).done();
        Step step = hear(again.next().state(), "", WITH_MESSAGE);
        assertThat(ends(step)).isEqualTo(AttemptOutcome.MESSAGE_LEFT);
        assertThat(((Turn.Goodbye) step.done()).say())
                .startsWith(RUNNING_LATE.prompt())
                .endsWith(GOODBYE.prompt());
        assertThat(ends(hear(again.next().state(), "9", WITH_MESSAGE)))
                .isEqualTo(AttemptOutcome.NO_KEY);
    }

    private static AttemptOutcome ends(Step step) {
        return ((Order.EndAttempt) step.order().orElseThrow()).outcome();
    }
}
