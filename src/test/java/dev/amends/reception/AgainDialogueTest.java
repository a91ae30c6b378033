package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.ALREADY_PROMISED;
import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;
import static dev.amends.speech.CataloguePrompt.CHOICE;
import static dev.amends.speech.CataloguePrompt.COULD_NOT_PROMISE;
import static dev.amends.speech.CataloguePrompt.KEEP_WAITING;
import static dev.amends.speech.CataloguePrompt.KEEP_WAIT_OR_CANCEL;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.Temper;
import dev.amends.caller.TemperCause;
import dev.amends.line.Waiting;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Tries;
import dev.amends.routing.RoutingPolicy;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody rings again with an open promise, which keeps the place of 500 seconds ago. */
class AgainDialogueTest {

    private static final AttemptId PLACEHOLDER = new AttemptId("d".repeat(32));
    private static final CallbackTerms TERMS =
            new CallbackTerms(
                    new PromiseId("e".repeat(32)),
                    Scene.NUMBER,
                    Scene.usual().line().name(),
                    Scene.ago(500),
                    Scene.ago(400).at(),
                    new CallId("earlier"),
                    3,
                    Language.ENGLISH);
    private static final Callback.Promised PROMISED =
            new Callback.Promised(TERMS, 2, Tries.NONE, Scene.NOW);

    private final Scene scene = promised(PROMISED).waiting(600, 90, 60);

    @Test
    void he_is_asked_whether_to_keep_it_to_wait_or_to_cancel() {
        Turn.Ask ask = (Turn.Ask) arrive(scene).done();
        assertThat(ask.say()).containsExactly(KEEP_WAIT_OR_CANCEL.prompt());
        assertThat(ask.next().dialogue()).isEqualTo("again");
    }

    @Test
    void from_then_on_he_is_not_called_until_he_hangs_up() {
        Step step = arrive(scene);
        assertThat(step.order()).contains(new Order.NotePresent(TERMS.id(), Scene.CALL));
        for (Turn notOnRecord : List.of(step.refused(), step.failed())) {
            assertThat(((Turn.Join) notOnRecord).arrival()).isEqualTo(Scene.ago(0));
        }
    }

    /** His phone is busy with us: with that the tries may be used up before he has listened. */
    @Test
    void
            whoever_was_rung_a_moment_before_that_is_not_told_that_it_is_kept_but_waits_in_its_place() {
        Step step = hear(asked(), "1", promised(PROMISED.claimed()).waiting(600, 90, 60));
        assertThat(step.order()).contains(new Order.NotePresent(TERMS.id(), Scene.CALL));
        Turn.Say told = (Turn.Say) step.done();
        assertThat(told.say()).containsExactly(KEEP_WAITING.prompt());
        assertThat(((Turn.Join) hear(told.next(), "").done()).arrival()).isEqualTo(Scene.ago(500));
    }

    @Test
    void whose_machine_was_told_to_ring_us_goes_straight_to_his_place_without_being_asked() {
        Scene told =
                scene.promisedBefore(
                        new OpenPromise(PROMISED, Optional.empty(), Optional.empty(), true));
        Step step = arrive(told);
        assertThat(step.order()).contains(new Order.NotePresent(TERMS.id(), Scene.CALL));
        Turn.Join join = (Turn.Join) step.done();
        assertThat(join.arrival()).isEqualTo(Scene.ago(500));
        assertThat(join.position()).hasValue(2);
    }

    @Test
    void one_keeps_it_and_nothing_is_changed() {
        Step step = hear(asked(), "1");
        assertThat(step.order()).isEmpty();
        assertThat(((Turn.Goodbye) step.done()).say())
                .containsExactly(ALREADY_PROMISED.prompt(), THANK_YOU_GOODBYE.prompt());
    }

    @Test
    void two_waits_in_the_place_of_the_promise() {
        Step step = hear(asked(), "2");
        assertThat(step.order()).contains(new Order.NotePresent(TERMS.id(), Scene.CALL));
        Turn.Say told = (Turn.Say) step.done();
        assertThat(told.say()).containsExactly(KEEP_WAITING.prompt());
        Turn.Join join = (Turn.Join) hear(told.next(), "").done();
        assertThat(join.arrival()).isEqualTo(Scene.ago(500));
        assertThat(join.position()).hasValue(2);
    }

    @Test
    void without_a_key_he_waits_in_that_place_as_well_without_a_word() {
        Step step = hear(asked(), "");
        assertThat(step.order()).contains(new Order.NotePresent(TERMS.id(), Scene.CALL));
        assertThat(((Turn.Join) step.done()).arrival()).isEqualTo(Scene.ago(500));
    }

    @Test
    void when_somebody_was_faster_he_waits_as_who_came_just_now() {
        assertThat(((Turn.Join) hear(asked(), "2").refused()).arrival()).isEqualTo(Scene.ago(0));
    }

    @Test
    void three_cancels_and_the_story_will_name_the_call() {
        Step step = hear(asked(), "3");
        assertThat(step.order())
                .contains(
                        new Order.Withdraw(
                                PROMISED,
                                "rang again and cancelled it, in call " + Scene.CALL.value()));
        assertThat(((Turn.Goodbye) step.done()).say()).containsExactly(CANCELLED_GOODBYE.prompt());
        assertThat(((Turn.Say) step.refused()).say()).containsExactly(COULD_NOT_PROMISE.prompt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7"})
    void other_keys_ask_again_twice_and_then_he_waits(String key) {
        Turn.Ask again = (Turn.Ask) hear(asked(), key).done();
        assertThat(again.say()).endsWith(KEEP_WAIT_OR_CANCEL.prompt());
        assertThat(again.say().contains(NOT_UNDERSTOOD.prompt())).isEqualTo(key.equals("7"));
        Turn.Ask third = (Turn.Ask) hear(again.next(), key).done();
        assertThat(hear(third.next(), key).order()).get().isInstanceOf(Order.NotePresent.class);
    }

    @Test
    void his_own_placeholder_does_not_stand_before_him() {
        List<Waiting> queue = new ArrayList<>(scene.waiting());
        queue.add(new Waiting(PLACEHOLDER.value(), Scene.ago(500)));
        Scene placed =
                new Scene(
                        true,
                        queue,
                        scene.forSeniors(),
                        scene.seniors(),
                        3,
                        scene.callee(),
                        Optional.of(
                                new OpenPromise(
                                        PROMISED, Optional.of(PLACEHOLDER), Optional.empty())));
        assertThat(((Turn.Join) hear(asked(), "", placed).done()).position()).hasValue(2);
    }

    @Test
    void an_upset_caller_has_no_second_head_start_in_that_place() {
        Temper repeat = Temper.upset(TemperCause.CALLS_OFTEN, "3 earlier calls");
        Turn.Ask ask = (Turn.Ask) arrive(repeat, scene).done();
        Turn.Join join = (Turn.Join) hear(ask.next(), "").done();
        assertThat(join.queue()).isEqualTo("support-senior");
        assertThat(join.arrival()).isEqualTo(Scene.ago(500));
    }

    @Test
    void whoever_is_being_called_at_this_moment_waits_in_his_place_without_a_question() {
        Step step = arrive(promised(PROMISED.claimed()));
        assertThat(step.order()).contains(new Order.NotePresent(TERMS.id(), Scene.CALL));
        assertThat(((Turn.Join) step.done()).arrival()).isEqualTo(Scene.ago(500));
    }

    @Test
    void whoever_never_heard_it_or_waits_in_another_call_is_treated_like_anybody() {
        Scene unheard = promised(new Callback.Unspoken(TERMS, 1)).waiting(9, 8, 7);
        Scene elsewhere =
                Scene.usual()
                        .waiting(9, 8, 7)
                        .promisedBefore(
                                new OpenPromise(
                                        PROMISED,
                                        Optional.empty(),
                                        Optional.of(new CallId("other"))));
        for (Scene other : List.of(unheard, elsewhere)) {
            assertThat(((Turn.Ask) arrive(other).done()).say()).containsExactly(CHOICE.prompt());
        }
    }

    @Test
    void when_it_ended_while_he_listened_he_waits() {
        Step step = hear(asked(), "3", Scene.usual());
        assertThat(step.order()).isEmpty();
        assertThat(step.done()).isInstanceOf(Turn.Join.class);
    }

    private static Scene promised(Callback promise) {
        return Scene.usual().promisedBefore(promise);
    }

    private Turn.Next asked() {
        return ((Turn.Ask) arrive(scene).done()).next();
    }

    private static Step arrive(Scene scene) {
        return arrive(Temper.calm("first call lately"), scene);
    }

    private static Step arrive(Temper who, Scene scene) {
        return CallerDialogue.arrive(
                who, RoutingPolicy.decide(who, scene.line(), scene.picture()), scene.facts());
    }

    private Step hear(Turn.Next next, String heard) {
        return hear(next, heard, scene);
    }

    private static Step hear(Turn.Next next, String heard, Scene scene) {
        return CallerDialogue.next(
                CallerState.read(next.state()).orElseThrow(), heard, scene.facts());
    }
}
