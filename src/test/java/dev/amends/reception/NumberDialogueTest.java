package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.CANNOT_CALL_THIS_NUMBER;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_PRESS_1;
import static dev.amends.speech.CataloguePrompt.KEEP_WAITING;
import static dev.amends.speech.CataloguePrompt.KEY_IN_NUMBER;
import static dev.amends.speech.CataloguePrompt.NOT_A_NUMBER;
import static dev.amends.speech.CataloguePrompt.NO_CALLBACK_NOW;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU_ON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Temper;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.routing.RoutingPolicy;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Another number than the one he calls from. */
class NumberDialogueTest {

    private static final Callee TYPED =
            new Callee.Callable(
                    new PhoneNumber("+12125550199"), new EnglishSpelling().digits("2125550199"));
    private static final Callee PREMIUM = new Callee.NotAllowed("a premium number");

    private final Scene own = Scene.usual().waiting(90, 60, 30);
    private final Scene withheld = own.notCallable();
    private final Scene typed = own.callee(TYPED);

    @Test
    void two_at_his_number_asks_for_another_one_ended_by_pound() {
        Turn.Ask typing = (Turn.Ask) hear(readBack(), "2", own).done();
        assertThat(typing.say()).containsExactly(KEY_IN_NUMBER.prompt());
        assertThat(typing.next().dialogue()).isEqualTo("typing");
        assertThat(typing.most()).isGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"choice", "queue"})
    void whose_own_number_cannot_be_called_is_asked_for_one_at_once(String from) {
        for (Scene scene : List.of(withheld, own.callee(PREMIUM))) {
            Turn.Next at = from.equals("choice") ? choice(scene) : queue();
            Turn.Ask typing = (Turn.Ask) hear(at, "2", scene).done();
            assertThat(typing.say()).containsExactly(KEY_IN_NUMBER.prompt());
        }
    }

    @Test
    void the_number_he_keyed_is_read_back_and_promised_with_his_own_place() {
        Turn.Ask read = (Turn.Ask) hear(typing(), "2125550199", typed).done();
        assertThat(read.say())
                .startsWith(WE_WILL_CALL_YOU_ON.prompt(), new Prompt("digits/2"))
                .endsWith(new Prompt("digits/9"), IF_RIGHT_PRESS_1.prompt());
        assertThat(read.next().dialogue()).isEqualTo("number");

        Step step = hear(read.next(), "1", typed);

        Order.MakePromise order = (Order.MakePromise) step.order().orElseThrow();
        assertThat(order.terms().number()).isEqualTo(new PhoneNumber("+12125550199"));
        assertThat(order.askedBy()).contains(Scene.NUMBER);
        assertThat(order.terms().arrival()).isEqualTo(Scene.ago(0));
        assertThat(((Turn.Goodbye) step.done()).say()).startsWith(WE_WILL_CALL_YOU.prompt());
    }

    @Test
    void what_is_no_number_and_what_may_not_be_called_are_told_apart_and_asked_again_once() {
        for (Scene wrong : List.of(withheld, own.callee(PREMIUM))) {
            Prompt why =
                    wrong == withheld ? NOT_A_NUMBER.prompt() : CANNOT_CALL_THIS_NUMBER.prompt();
            Turn.Ask again = (Turn.Ask) hear(typing(), "911", wrong).done();
            assertThat(again.say()).containsExactly(why, KEY_IN_NUMBER.prompt());
            Turn.Say enough = (Turn.Say) hear(again.next(), "911", wrong).done();
            assertThat(enough.say()).containsExactly(why, KEEP_WAITING.prompt());
            Turn.Join back = (Turn.Join) hear(enough.next(), "", own.waiting(120, -5)).done();
            assertThat(back.arrival()).isEqualTo(Scene.ago(0));
            assertThat(back.position()).hasValue(2);
        }
    }

    @Test
    void a_number_read_back_wrong_can_be_keyed_once_more() {
        Turn.Ask read = (Turn.Ask) hear(typing(), "2125550199", typed).done();
        Turn.Ask again = (Turn.Ask) hear(read.next(), "2", typed).done();
        assertThat(again.say()).containsExactly(KEY_IN_NUMBER.prompt());
        Turn.Ask readAgain = (Turn.Ask) hear(again.next(), "2125550198", typed).done();
        Turn.Say enough = (Turn.Say) hear(readAgain.next(), "2", typed).done();
        assertThat(enough.say()).containsExactly(KEEP_WAITING.prompt());
    }

    @Test
    void silence_at_the_number_he_keyed_reads_it_once_more_and_then_he_waits() {
        Turn.Ask read = (Turn.Ask) hear(typing(), "2125550199", typed).done();
        Turn.Ask again = (Turn.Ask) hear(read.next(), "", typed).done();
        assertThat(again.say()).isEqualTo(read.say());
        assertThat(((Turn.Say) hear(again.next(), "", typed).done()).say())
                .containsExactly(KEEP_WAITING.prompt());
    }

    @Test
    void back_in_the_queue_he_may_try_again_from_the_beginning() {
        Turn.Ask once = (Turn.Ask) hear(queue(), "2", withheld).done();
        Turn.Ask twice = (Turn.Ask) hear(once.next(), "", withheld).done();
        Turn.Say enough = (Turn.Say) hear(twice.next(), "", withheld).done();
        Turn.Join back = (Turn.Join) hear(enough.next(), "", withheld).done();
        assertThat(hear(back.next(), "2", withheld).done()).isInstanceOf(Turn.Ask.class);
    }

    @Test
    void a_refused_promise_gives_no_reason_and_leaves_him_his_place() {
        Step step = hear(readBack(), "1", own);
        assertThat(((Turn.Say) step.refused()).say()).containsExactly(NO_CALLBACK_NOW.prompt());
        assertThat(((Turn.Join) hear(((Turn.Say) step.refused()).next(), "", own).done()).arrival())
                .isEqualTo(Scene.ago(0));
    }

    @Test
    void what_he_hears_of_a_number_he_keyed_does_not_depend_on_promises() {
        Turn.Ask read = (Turn.Ask) hear(typing(), "2125550199", typed).done();
        Scene promised = typed.promisedBefore(promise());
        Step with = hear(read.next(), "1", promised);
        Step without = hear(read.next(), "1", typed);
        assertThat(with.done()).isEqualTo(without.done());
        assertThat(with.refused()).isEqualTo(without.refused());
    }

    private static Turn.Next choice(Scene scene) {
        Temper ordinary = Temper.calm("first call lately");
        Step step =
                CallerDialogue.arrive(
                        ordinary,
                        RoutingPolicy.decide(ordinary, scene.line(), scene.picture()),
                        scene.facts());
        return ((Turn.Ask) step.done()).next();
    }

    private Turn.Next queue() {
        Turn.Say told = (Turn.Say) hear(choice(own), "1", own).done();
        return ((Turn.Join) hear(told.next(), "", own).done()).next();
    }

    private Turn.Next readBack() {
        return ((Turn.Ask) hear(choice(own), "2", own).done()).next();
    }

    private Turn.Next typing() {
        return ((Turn.Ask) hear(readBack(), "2", own).done()).next();
    }

    private static Step hear(Turn.Next next, String heard, Scene scene) {
        return CallerDialogue.next(
                CallerState.read(next.state()).orElseThrow(), heard, scene.facts());
    }

    private static Callback promise() {
        return new Callback.Unspoken(
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        Scene.NUMBER,
                        Scene.usual().line().name(),
                        Scene.ago(500),
                        Scene.NOW,
                        Scene.CALL,
                        3,
                        Language.ENGLISH),
                1);
    }
}
