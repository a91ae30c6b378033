package dev.amends.store;

import static dev.amends.store.LedgerScene.ended;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.intent;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.promised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger.InLine;
import dev.amends.promise.Ledger.Messaged;
import dev.amends.promise.Ledger.Slipped;
import dev.amends.promise.Ordered;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Purpose;
import dev.amends.promise.Slip;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a ledger keeps of promises that run late. */
interface SlipContract extends LedgerScene {

    PromisedWindow LATER = new PromisedWindow(noonPlus(3600), noonPlus(5400));

    private InLine only() {
        List<InLine> all = ledger().inLine(9);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Callback.Promised later(Callback.Promised promise, long seconds) {
        Callback.Promised moved = promise.moved(LATER);
        Slip slip = only().slip().givenAnother(noonPlus(seconds));
        assertThat(
                        ledger().slipped(
                                        new Slipped(promise, moved, slip, "too late"),
                                        noonPlus(seconds)))
                .isTrue();
        return moved;
    }

    private Attempt tells(Callback.Promised promise, int n, long seconds) {
        Attempt attempt =
                Attempt.intent(attemptId(n), promise.id(), Purpose.TELL, noonPlus(seconds));
        assertThat(ledger().intend(promise, attempt)).isTrue();
        return attempt;
    }

    /** His phone rang for what he is to be told, and this came of it; the call is over. */
    private Callback.Promised called(int n, AttemptOutcome outcome, long seconds) {
        Callback.Promised stands = answered(n, outcome, seconds);
        assertThat(ledger().cost(attemptId(n), 1)).isTrue();
        return stands;
    }

    private Callback.Promised answered(int n, AttemptOutcome outcome, long seconds) {
        Instant now = noonPlus(seconds);
        Callback.Dialing dialing = ledger().claim(attemptId(n), now.minusSeconds(18)).orElseThrow();
        Callback.Promised stands = dialing.again(dialing.tries(), now);
        assertThat(ledger().settle(ended(n, outcome, dialing, stands), now)).isTrue();
        return stands;
    }

    @Test
    default void those_who_wait_for_their_turn_stand_in_the_one_order_with_their_placeholders() {
        Callback.Promised second = promised(ledger(), 2);
        Callback.Promised first = promised(ledger(), 1);
        Callback.Promised called = promised(ledger(), 3);
        dialing(called, 3);
        Callback.Promised present = promised(ledger(), 4);
        ledger().notePresent(present.id(), Samples.call(77), noonPlus(90));
        Attempt placeholder = intent(2, second.id(), noonPlus(80));
        ledger().intend(second, placeholder);

        assertThat(ledger().inLine(9))
                .containsExactly(
                        new InLine(first, Optional.empty(), Slip.NONE, false),
                        new InLine(second, Optional.of(placeholder), Slip.NONE, false));
        assertThat(ledger().inLine(1)).hasSize(1);
    }

    @Test
    default void who_is_moved_up_counts_as_having_come_earlier() {
        Callback.Promised other = promised(ledger(), 1);
        Callback.Promised promise = promised(ledger(), 2);
        Callback.Promised up = promise.raised(Duration.ofSeconds(60));

        assertThat(
                        ledger().slipped(
                                        new Slipped(
                                                promise,
                                                up,
                                                Slip.NONE.raised(noonPlus(99)),
                                                "late"),
                                        noonPlus(99)))
                .isTrue();

        assertThat(ledger().inLine(9).stream().map(InLine::promise)).containsExactly(up, other);
        assertThat(ledger().inLine(9).getFirst().slip().raisedAt()).contains(noonPlus(99));
        assertThat(ledger().story(promise.id()).getLast().what()).isEqualTo("moved up");
    }

    @Test
    default void another_time_holds_from_the_moment_it_is_given_and_how_he_was_told_is_counted() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Promised moved = later(promise, 100);
        assertThat(only().promise().terms().window()).contains(LATER);
        assertThat(only().slip().given()).isOne();
        assertThat(only().slip().unheard()).isTrue();

        tells(moved, 1, 101);
        assertThat(only().live().map(Attempt::purpose)).contains(Purpose.TELL);
        Callback.Promised again = called(1, AttemptOutcome.BUSY, 120);
        assertThat(only().slip().telling())
                .isEqualTo(
                        new Slip.Telling(1, false, Optional.of(noonPlus(120)), Optional.empty()));

        tells(again, 2, 500);
        called(2, AttemptOutcome.TOLD, 520);

        assertThat(only().slip().unheard()).isFalse();
        assertThat(only().promise().tries().made()).isZero();
        assertThat(ledger().attemptsOf(promise.id()).stream().map(Attempt::outcome))
                .containsExactly(
                        Optional.of(AttemptOutcome.BUSY), Optional.of(AttemptOutcome.TOLD));
    }

    @Test
    default void a_second_other_time_is_told_anew() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Promised moved = later(promise, 100);
        tells(moved, 1, 101);
        later(called(1, AttemptOutcome.TOLD, 120), 4000);

        assertThat(only().slip().given()).isEqualTo(2);
        assertThat(only().slip().unheard()).isTrue();
    }

    @Test
    default void how_he_was_told_is_counted_though_the_clock_was_put_back_meanwhile() {
        tells(promised(ledger(), 1), 1, 3600);
        Callback.Promised moved = later(called(1, AttemptOutcome.BUSY, 3620), 3700);
        tells(moved, 2, 101);
        Callback.Promised again = called(2, AttemptOutcome.BUSY, 120);
        assertThat(only().slip().telling().calls()).isOne();
        tells(again, 3, 500);
        called(3, AttemptOutcome.TOLD, 520);
        assertThat(only().slip().unheard()).isFalse();
        assertThat(ledger().attemptsOf(again.id()))
                .extracting(Attempt::id)
                .containsExactly(attemptId(1), attemptId(2), attemptId(3));
    }

    @Test
    default void whose_call_goes_on_still_stands_in_line_as_such() {
        Callback.Promised moved = later(promised(ledger(), 1), 100);
        tells(moved, 1, 101);
        answered(1, AttemptOutcome.NOT_NOW, 120);
        assertThat(only().callGoesOn()).isTrue();
        ledger().cost(attemptId(1), 1);
        assertThat(only().callGoesOn()).isFalse();
    }

    @Test
    default void who_asks_for_another_time_himself_is_not_told_the_one_that_he_was_given_before() {
        Callback.Promised moved = later(promised(ledger(), 1), 100);
        assertThat(only().slip().unheard()).isTrue();
        CallbackTerms order = Samples.terms(5).to(moved.terms().number(), Language.ENGLISH);
        assertThat(ledger().order(order.ordered(noonPlus(9000)), "he wrote to us"))
                .isInstanceOf(Ordered.Moved.class);
        assertThat(only().slip()).isEqualTo(Slip.NONE);
    }

    @Test
    default void who_was_told_another_time_is_no_task_any_more_until_it_is_late_again() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Promised moved = later(promise, 100);
        ledger().handOver(moved, "overdue", noonPlus(110));
        tells(only().promise(), 1, 120);
        called(1, AttemptOutcome.TOLD, 140);
        assertThat(only().slip().handedOver()).isFalse();
    }

    @Test
    default void nothing_is_given_to_a_promise_that_moved() {
        Callback.Promised promise = promised(ledger(), 1);
        ledger().move(promise, promise.withdrawn(noonPlus(90)), "cancelled", noonPlus(90));
        Slipped step = new Slipped(promise, promise.moved(LATER), Slip.NONE, "too late");

        assertThat(ledger().slipped(step, noonPlus(100))).isFalse();
        assertThat(ledger().handOver(promise, "too late", noonPlus(100))).isFalse();
    }

    @Test
    default void
            a_promise_that_is_handed_over_stands_and_is_handed_over_again_after_another_time() {
        Callback.Promised promise = promised(ledger(), 1);
        assertThat(only().slip().handedOver()).isFalse();

        assertThat(ledger().handOver(promise, "overdue", noonPlus(100))).isTrue();
        assertThat(only().slip().handedOver()).isTrue();
        assertThat(only().promise()).isEqualTo(promise);

        Callback.Promised moved = later(promise, 3800);
        assertThat(only().slip().handedOver()).isFalse();

        assertThat(ledger().handOver(moved, "the clock was put back", noonPlus(210))).isTrue();
        assertThat(only().slip().handedOver()).isTrue();
    }

    @Test
    default void a_call_that_tells_something_is_claimed_once_like_any_other() {
        Callback.Promised promise = promised(ledger(), 1);
        tells(promise, 1, 100);
        assertThat(ledger().intend(promise, intent(2, promise.id(), noonPlus(101)))).isFalse();
        assertThat(ledger().launchable(noonPlus(101), 9)).isEmpty();

        assertThat(ledger().claim(attemptId(1), noonPlus(102))).isPresent();
        assertThat(ledger().claim(attemptId(1), noonPlus(102))).isEmpty();
        assertThat(ledger().attempt(attemptId(1)).orElseThrow().attempt().state())
                .isEqualTo(AttemptState.CLAIMED);
        assertThat(ledger().attempt(attemptId(1)).orElseThrow().attempt().purpose())
                .isEqualTo(Purpose.TELL);
    }

    private Callback.Promised writing(Callback.Promised promise, long seconds) {
        Callback.Promised moved = promise.moved(LATER);
        Slip slip = only().slip().givenAnother(noonPlus(seconds)).writing();
        Slipped step = new Slipped(promise, moved, slip, "too late");
        assertThat(ledger().slipped(step, noonPlus(seconds))).isTrue();
        return moved;
    }

    private boolean came(Callback.Promised promise, long givenSeconds, boolean sent) {
        Messaged message =
                new Messaged(promise.id(), noonPlus(givenSeconds), sent, sent ? "told" : "broken");
        return ledger().messaged(message, noonPlus(givenSeconds + 5));
    }

    private List<String> ofMessages(Callback.Promised promise) {
        return ledger().story(promise.id()).stream()
                .filter(entry -> entry.what().startsWith("message"))
                .map(entry -> entry.what() + ": " + entry.reason())
                .toList();
    }

    @Test
    default void a_message_stands_as_being_sent_with_its_window_until_it_is_known_that_it_was() {
        Callback.Promised promise = promised(ledger(), 1);
        writing(promise, 100);
        assertThat(only().slip().telling().message()).contains(Slip.Message.SENDING);
        assertThat(only().slip().unheard()).isTrue();

        assertThat(came(promise, 100, true)).isTrue();
        assertThat(only().slip().telling().message()).contains(Slip.Message.SENT);
        assertThat(only().slip().unheard()).isFalse();
        assertThat(ofMessages(promise)).containsExactly("message sent: told");
    }

    @Test
    default void who_was_sent_another_time_is_no_task_any_more() {
        Callback.Promised moved = writing(promised(ledger(), 1), 100);
        ledger().handOver(moved, "overdue", noonPlus(103));
        assertThat(came(moved, 100, true)).isTrue();
        assertThat(only().slip().handedOver()).isFalse();
    }

    @Test
    default void only_the_first_word_about_a_message_counts() {
        Callback.Promised promise = promised(ledger(), 1);
        writing(promise, 100);

        assertThat(came(promise, 100, false)).isTrue();
        assertThat(came(promise, 100, true)).isFalse();
        assertThat(only().slip().telling().message()).contains(Slip.Message.FAILED);
        assertThat(only().slip().unheard()).isTrue();
        assertThat(ofMessages(promise)).containsExactly("message not sent: broken");
    }

    @Test
    default void a_message_of_a_window_that_is_no_longer_his_says_nothing() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Promised once = writing(promise, 100);
        assertThat(came(promise, 100, true)).isTrue();

        Callback.Promised twice = writing(once, 4000);
        assertThat(only().slip().given()).isEqualTo(2);
        assertThat(came(promise, 100, true)).isFalse();
        assertThat(only().slip().telling().message()).contains(Slip.Message.SENDING);

        later(twice, 8000);
        assertThat(only().slip().telling().message()).isEmpty();
        assertThat(came(promise, 4000, true)).isFalse();
    }

    @Test
    default void what_came_of_a_message_is_known_although_he_is_moved_up_or_handed_over() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Promised moved = writing(promise, 100);
        Slip up = only().slip().raised(noonPlus(102));
        Callback.Promised raised = moved.raised(Duration.ofSeconds(60));
        ledger().slipped(new Slipped(moved, raised, up, "in time so"), noonPlus(102));
        ledger().handOver(raised, "overdue", noonPlus(103));

        assertThat(came(promise, 100, true)).isTrue();
        assertThat(only().slip().unheard()).isFalse();
        assertThat(only().slip().raisedAt()).contains(noonPlus(102));
    }
}
