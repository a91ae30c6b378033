package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.Temper;
import dev.amends.caller.TemperCause;
import dev.amends.line.LineName;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.routing.RoutingPolicy;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

class CallerDialogueTest {

    private static final Temper ORDINARY = Temper.calm("first call lately");
    private static final Temper REPEAT = Temper.upset(TemperCause.CALLS_OFTEN, "3 earlier calls");

    private final Scene quiet = Scene.usual();
    private final Scene busy = Scene.usual().waiting(90, 60, 30);

    @Test
    void with_few_waiting_he_joins_the_ordinary_queue_without_a_word() {
        Turn.Join join = join(arrive(ORDINARY, quiet));
        assertThat(join.queue()).isEqualTo("support");
        assertThat(join.brief()).isEmpty();
        assertThat(join.patience()).isEmpty();
        assertThat(join.position()).isEmpty();
        assertThat(join.next().dialogue()).isEqualTo("waiting");
    }

    @Test
    void with_many_waiting_he_is_offered_the_choice() {
        Turn.Ask ask = ask(arrive(ORDINARY, busy));
        assertThat(ask.say()).containsExactly(CHOICE.prompt());
        assertThat(ask.next().dialogue()).isEqualTo("choice");
    }

    @Test
    void one_keeps_waiting() {
        assertThat(told(hear(ask(arrive(ORDINARY, busy)), "1", busy), busy))
                .containsExactly(KEEP_WAITING.prompt());
    }

    @Test
    void silence_keeps_waiting_without_a_word() {
        assertThat(join(hear(ask(arrive(ORDINARY, busy)), "", busy)).queue()).isEqualTo("support");
    }

    @Test
    void star_is_the_choice_again_twice_and_then_he_waits() {
        Turn.Ask first = ask(arrive(ORDINARY, busy));
        Turn.Ask second = ask(hear(first, "*", busy));
        Turn.Ask third = ask(hear(second, "*", busy));
        assertThat(second.say()).containsExactly(CHOICE.prompt());
        assertThat(third.say()).containsExactly(CHOICE.prompt());
        assertThat(told(hear(third, "*", busy), busy)).containsExactly(KEEP_WAITING.prompt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "4", "5", "6", "7", "8", "9", "#", "22", "A", "NOREP", "é"})
    void any_other_key_is_not_understood_and_asked_again(String key) {
        Turn.Ask again = ask(hear(ask(arrive(ORDINARY, busy)), key, busy));
        assertThat(again.say()).containsExactly(NOT_UNDERSTOOD.prompt(), CHOICE.prompt());
    }

    @Test
    void two_reads_his_number_back() {
        Turn.Ask ask = ask(hear(ask(arrive(ORDINARY, busy)), "2", busy));
        assertThat(ask.say()).startsWith(WE_WILL_CALL_YOU_ON.prompt()).hasSize(12);
        assertThat(ask.say()).endsWith(new Prompt("digits/3"), IF_RIGHT_PRESS_1.prompt());
        assertThat(ask.next().dialogue()).isEqualTo("number");
    }

    @Test
    void two_keys_lead_to_a_promise_that_is_committed_and_then_spoken() {
        Step step = hear(ask(hear(ask(arrive(ORDINARY, busy)), "2", busy)), "1", busy);
        Order.MakePromise order = (Order.MakePromise) step.order().orElseThrow();
        assertThat(order.terms().number()).isEqualTo(Scene.NUMBER);
        assertThat(order.terms().askedIn()).isEqualTo(Scene.CALL);
        assertThat(order.terms().arrival()).isEqualTo(Scene.ago(0));
        assertThat(order.terms().id()).isEqualTo(Scene.FRESH);
        Turn.Goodbye goodbye = (Turn.Goodbye) step.done();
        assertThat(goodbye.say())
                .containsExactly(WE_WILL_CALL_YOU.prompt(), THANK_YOU_GOODBYE.prompt());
        assertThat(goodbye.speaks()).contains(Scene.FRESH);
    }

    @Test
    void a_promise_that_cannot_be_committed_brings_him_back_in_line_with_the_words() {
        Step step = hear(ask(hear(ask(arrive(ORDINARY, busy)), "2", busy)), "1", busy);
        Turn.Say sorry = (Turn.Say) step.failed();
        assertThat(sorry.say()).containsExactly(COULD_NOT_PROMISE.prompt());
        assertThat(join(hear(sorry.next(), "", busy)).arrival()).isEqualTo(Scene.ago(0));
    }

    @Test
    void silence_reads_the_number_once_more_and_then_he_waits() {
        Turn.Ask first = ask(hear(ask(arrive(ORDINARY, busy)), "2", busy));
        Turn.Ask second = ask(hear(first, "", busy));
        assertThat(second.say()).isEqualTo(first.say());
        assertThat(told(hear(second, "", busy), busy)).containsExactly(KEEP_WAITING.prompt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "4", "5", "6", "7", "8", "9", "TIMEOUT"})
    void any_other_key_at_the_number_is_not_understood_once_and_then_he_waits(String key) {
        Turn.Ask number = ask(hear(ask(arrive(ORDINARY, busy)), "2", busy));
        Turn.Ask again = ask(hear(number, key, busy));
        assertThat(again.say()).startsWith(NOT_UNDERSTOOD.prompt(), WE_WILL_CALL_YOU_ON.prompt());
        assertThat(told(hear(again, key, busy), busy)).containsExactly(KEEP_WAITING.prompt());
    }

    @Test
    void whom_we_have_promised_already_is_told_so_and_the_ledger_is_asked_all_the_same() {
        PromiseId known = new PromiseId("e".repeat(32));
        Scene promised = busy.promisedBefore(callback(known));
        Step step = hear(ask(hear(ask(arrive(ORDINARY, promised)), "2", promised)), "1", promised);
        assertThat(step.order()).get().isInstanceOf(Order.MakePromise.class);
        assertThat(((Turn.Goodbye) step.done()).say())
                .containsExactly(ALREADY_PROMISED.prompt(), THANK_YOU_GOODBYE.prompt());
    }

    @Test
    void a_number_that_stopped_being_callable_in_between_is_not_promised() {
        Turn.Ask number = ask(hear(ask(arrive(ORDINARY, busy)), "2", busy));
        for (String key : List.of("1", "", "*", "2")) {
            Step step = hear(number, key, busy.notCallable());
            assertThat(step.order()).isEmpty();
            assertThat(told(step, busy))
                    .containsExactly(CANNOT_CALL_THIS_NUMBER.prompt(), KEEP_WAITING.prompt());
        }
    }

    @Test
    void keys_pressed_while_waiting_open_the_menu() {
        Turn.Join waiting = join(arrive(ORDINARY, quiet));
        assertThat(ask(hear(waiting, "*", quiet)).say()).containsExactly(CHOICE.prompt());
        assertThat(ask(hear(waiting, "2", quiet)).say()).startsWith(WE_WILL_CALL_YOU_ON.prompt());
    }

    @Test
    void back_from_the_menu_he_has_the_place_he_would_have_had() {
        Turn.Join waiting = join(arrive(ORDINARY, quiet));
        Scene later = quiet.waiting(120, -5, -9); // two came after him meanwhile
        Turn.Join back = join(hear(ask(hear(waiting, "*", later)), "", later));
        assertThat(back.position()).isEqualTo(OptionalInt.of(2));
        assertThat(back.arrival()).isEqualTo(Scene.ago(0));
    }

    @Test
    void who_joins_while_he_is_told_something_does_not_pass_him() {
        Turn.Say told = (Turn.Say) hear(ask(arrive(ORDINARY, busy)), "1", busy).done();
        Scene later = busy.waiting(90, 60, 30, -2, -4); // two more while he listened
        for (String heard : List.of("", "1", "2", "*", "TIMEOUT")) {
            assertThat(join(hear(told.next(), heard, later)).position()).hasValue(4);
        }
    }

    @Test
    void what_he_is_told_on_his_way_does_not_cost_an_upset_caller_his_time_with_the_seniors() {
        Scene offered = quiet.offerWhenWaiting(0);
        Turn.Ask choice = ask(arrive(REPEAT, offered));
        assertThat(joined(hear(choice, "1", offered), offered).queue()).isEqualTo("support-senior");
        Step sorry = hear(join(arrive(REPEAT, quiet)), "2", quiet);
        Step enough = hear(ask(hear(ask(sorry), "", quiet)), "", quiet);
        assertThat(joined(enough, quiet).queue()).isEqualTo("support");
    }

    @Test
    void an_upset_caller_goes_to_the_seniors_for_a_while() {
        Turn.Join join = join(arrive(REPEAT, quiet));
        assertThat(join.queue()).isEqualTo("support-senior");
        assertThat(join.patience()).contains(Scene.SENIORS_ONLY);
        assertThat(join.brief()).containsExactly(REPEAT_CALLER.prompt());
    }

    @Test
    void after_that_while_he_has_the_head_start_in_the_ordinary_queue_but_once() {
        Turn.Join seniors = join(arrive(REPEAT, quiet));
        Scene crowd = quiet.waiting(70, 50, 10);
        Turn.Join ordinary = join(hear(seniors, "TIMEOUT", crowd));
        assertThat(ordinary.queue()).isEqualTo("support");
        assertThat(ordinary.patience()).isEmpty();
        assertThat(ordinary.arrival()).isEqualTo(Scene.ago(60));
        assertThat(ordinary.position()).hasValue(2);
        Turn.Join back = joined(hear(ask(hear(ordinary, "*", crowd)), "1", crowd), crowd);
        assertThat(back.arrival()).isEqualTo(Scene.ago(60));
        assertThat(back.position()).hasValue(2);
    }

    @Test
    void his_promise_carries_the_head_start_once() {
        Turn.Join seniors = join(arrive(REPEAT, quiet));
        Step step = hear(ask(hear(seniors, "2", quiet)), "1", quiet);
        Order.MakePromise order = (Order.MakePromise) step.order().orElseThrow();
        assertThat(order.terms().arrival()).isEqualTo(Scene.ago(60));
    }

    @Test
    void with_no_senior_on_duty_he_has_the_head_start_at_once() {
        Turn.Join join = join(arrive(REPEAT, quiet.seniors(RepState.PAUSED).waiting(30)));
        assertThat(join.queue()).isEqualTo("support");
        assertThat(join.position()).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "*"})
    void the_time_for_seniors_only_does_not_begin_again_after_the_menu(String key) {
        Turn.Join seniors = join(arrive(REPEAT, busy.seniors(RepState.FREE)));
        Turn.Ask menu = ask(hear(seniors, key, busy));
        assertThat(joined(hear(menu, "9", busy, 3), busy).queue()).isEqualTo("support");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULL", "JOINEMPTY", "LEAVEEMPTY", "JOINUNAVAIL", "LEAVEUNAVAIL", ""})
    void a_queue_that_takes_nobody_is_tried_once_more_and_then_he_is_told(String why) {
        Turn.Join first = join(arrive(REPEAT, quiet));
        Turn.Join second = join(hear(first, why, quiet));
        assertThat(second.queue()).isEqualTo("support");
        Turn.Goodbye goodbye = (Turn.Goodbye) hear(second, why, quiet).done();
        assertThat(goodbye.say()).containsExactly(NOBODY_HERE.prompt());
        assertThat(goodbye.speaks()).isEmpty();
    }

    @Test
    void each_kind_of_caller_is_announced_to_the_rep() {
        assertThat(brief(Temper.upset(TemperCause.HUNG_UP_WAITING, "x")))
                .containsExactly(REDIALLED.prompt());
        assertThat(brief(Temper.upset(TemperCause.FLAGGED, "x")))
                .containsExactly(FLAGGED_CALLER.prompt());
        assertThat(brief(ORDINARY)).isEmpty();
    }

    @Test
    void turn_numbers_grow_with_every_turn() {
        Turn.Ask choice = ask(arrive(ORDINARY, busy));
        Turn.Ask again = ask(hear(choice, "*", busy));
        Turn.Ask number = ask(hear(again, "2", busy));
        Turn.Ask typing = ask(hear(number, "2", busy));
        Turn.Ask typed = ask(hear(typing, "2025550143", busy));
        Turn.Ask once = ask(hear(typed, "", busy));
        Turn.Say told = (Turn.Say) hear(once, "", busy).done();
        Turn.Join join = join(hear(told.next(), "", busy));
        Turn.Ask menu = ask(hear(join, "*", busy));
        assertThat(
                        Stream.of(
                                choice.next(),
                                again.next(),
                                number.next(),
                                typing.next(),
                                typed.next(),
                                once.next(),
                                told.next(),
                                join.next(),
                                menu.next()))
                .extracting(next -> CallerState.read(next.state()).orElseThrow().step())
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    private List<Prompt> brief(Temper who) {
        return join(arrive(who, quiet)).brief();
    }

    private static Step arrive(Temper who, Scene scene) {
        return CallerDialogue.arrive(
                who, RoutingPolicy.decide(who, scene.line(), scene.picture()), scene.facts());
    }

    private static Step hear(Turn.Ask ask, String heard, Scene scene) {
        return hear(ask.next(), heard, scene);
    }

    private static Step hear(Turn.Join join, String heard, Scene scene) {
        return hear(join.next(), heard, scene);
    }

    /** The same key until he is in a queue, at most so often. */
    private static Step hear(Turn.Ask ask, String heard, Scene scene, int most) {
        Step step = hear(ask, heard, scene);
        for (int i = 1; i < most && step.done() instanceof Turn.Ask again; i++) {
            step = hear(again, heard, scene);
        }
        return step;
    }

    private static Step hear(Turn.Next next, String heard, Scene scene) {
        return CallerDialogue.next(
                CallerState.read(next.state()).orElseThrow(), heard, scene.facts());
    }

    private static Turn.Ask ask(Step step) {
        assertThat(step.order()).isEmpty();
        return (Turn.Ask) step.done();
    }

    /** What he is told on his way into a queue, in which he is after that. */
    private static List<Prompt> told(Step step, Scene scene) {
        Turn.Say say = (Turn.Say) step.done();
        assertThat(say.next().dialogue()).isEqualTo("joining");
        assertThat(joined(step, scene).queue()).isNotEmpty();
        return say.say();
    }

    /** The queue he is in after he was told something. */
    private static Turn.Join joined(Step step, Scene scene) {
        return join(hear(((Turn.Say) step.done()).next(), "", scene));
    }

    private static Turn.Join join(Step step) {
        return (Turn.Join) step.done();
    }

    private static Callback callback(PromiseId id) {
        return new Callback.Unspoken(
                new CallbackTerms(
                        id,
                        Scene.NUMBER,
                        new LineName("support"),
                        Scene.ago(500),
                        Scene.NOW.minusSeconds(500),
                        new CallId("earlier"),
                        3,
                        Language.ENGLISH),
                1);
    }
}
