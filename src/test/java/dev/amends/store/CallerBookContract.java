package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.arrival;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallerBook;
import dev.amends.caller.CallerHistory;
import dev.amends.caller.Flag;
import dev.amends.caller.FlagKind;
import dev.amends.caller.FlagOnRecord;
import dev.amends.line.ArrivalsOnRecord;
import dev.amends.line.EffectiveArrival;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every caller book and record of arrivals must do, whatever database they are in. */
abstract class CallerBookContract {

    private static final Instant WEEK_AGO = NOON.minus(Duration.ofDays(7));

    /** An empty book, the same one during a test. */
    abstract CallerBook book();

    /** The arrivals of the same store. */
    abstract ArrivalsOnRecord arrivals();

    @Test
    void nothing_is_known_of_a_new_number() {
        assertThat(history()).isEqualTo(CallerHistory.BLANK);
    }

    @Test
    void a_blocked_number_is_blocked_until_it_is_taken_off_the_list() {
        assertThat(book().blocked(number(1))).isFalse();
        book().block(number(1), "asked us not to call", NOON);
        book().block(number(1), "asked again", NOON);
        assertThat(book().blocked(number(1))).isTrue();
        assertThat(book().blocked(number(2))).isFalse();

        assertThat(book().unblock(number(1))).isTrue();
        assertThat(book().unblock(number(1))).isFalse();
        assertThat(book().blocked(number(1))).isFalse();
    }

    @Test
    void earlier_calls_within_the_window_are_counted() {
        book().arrived(arrival(1, 1, WEEK_AGO.minusMillis(1)));
        book().arrived(arrival(2, 1, WEEK_AGO));
        book().arrived(arrival(3, 1, NOON.minusMillis(1)));
        book().arrived(arrival(4, 1, NOON));
        book().arrived(arrival(5, 2, NOON.minusSeconds(60)));
        written(5);

        assertThat(history().earlierCalls()).isEqualTo(2);
    }

    @Test
    void a_hang_up_while_waiting_counts_by_its_own_time() {
        book().arrived(arrival(1, 1, WEEK_AGO.minusSeconds(60)));
        book().hungUpWaiting(call(1), WEEK_AGO.plusSeconds(1));
        book().arrived(arrival(2, 2, NOON));
        written(2);

        assertThat(history())
                .isEqualTo(
                        new CallerHistory(
                                0, Optional.of(WEEK_AGO.plusSeconds(1)), Optional.empty()));
        assertThat(book().history(number(1), WEEK_AGO.plusSeconds(2), NOON))
                .isEqualTo(CallerHistory.BLANK);
    }

    @Test
    void the_last_hang_up_is_the_one_that_is_told() {
        for (int n = 1; n <= 3; n++) {
            book().arrived(arrival(n, 1, NOON.minusSeconds(1000L * n)));
            book().hungUpWaiting(call(n), NOON.minusSeconds(1000L * n - 100));
        }
        written(3);

        assertThat(history().hungUpWaitingAt()).contains(NOON.minusSeconds(900));
    }

    @Test
    void a_call_that_is_told_twice_is_one_call() {
        book().arrived(arrival(1, 1, NOON.minusSeconds(10)));
        book().arrived(arrival(1, 1, NOON.minusSeconds(5)));
        book().arrived(arrival(2, 2, NOON));
        written(2);

        assertThat(history().earlierCalls()).isEqualTo(1);
    }

    @Test
    void who_was_still_asked_something_is_routed_later_and_only_once() {
        Arrival routed = arrival(1, 1, NOON);
        book().arrived(
                        new Arrival(
                                routed.call(),
                                routed.number(),
                                routed.line(),
                                NOON,
                                NOON,
                                Arrival.NOT_ROUTED,
                                "is asked"));
        book().arrived(routed);
        book().arrived(
                        new Arrival(
                                routed.call(),
                                routed.number(),
                                routed.line(),
                                noonPlus(9),
                                noonPlus(9),
                                "ordinary",
                                "again"));
        book().arrived(arrival(2, 2, NOON));
        written(2);

        assertThat(arrivals().of(List.of(call(1).value())))
                .containsEntry(call(1).value(), new EffectiveArrival(routed.effectiveArrival()));
        assertThat(book().history(number(1), WEEK_AGO, noonPlus(60)).earlierCalls()).isOne();
    }

    @Test
    void a_hang_up_of_an_unknown_call_changes_nothing() {
        book().hungUpWaiting(call(99), NOON);
        book().arrived(arrival(1, 1, NOON.minusSeconds(5)));
        written(1);

        assertThat(history().hungUpWaitingAt()).isEmpty();
    }

    @Test
    void a_withheld_number_is_written_down_without_a_person() {
        Arrival known = arrival(1, 1, NOON);
        Arrival withheld =
                new Arrival(
                        known.call(),
                        Optional.empty(),
                        known.line(),
                        known.at(),
                        known.effectiveArrival(),
                        "ordinary",
                        "withheld");
        book().arrived(withheld);
        written(1);

        assertThat(arrivals().of(List.of(call(1).value())))
                .containsEntry(call(1).value(), new EffectiveArrival(noonPlus(-60)));
        assertThat(history()).isEqualTo(CallerHistory.BLANK);
    }

    @Test
    void a_flag_counts_at_once_until_it_fades() {
        Flag flag = new Flag("shouted at the rep", NOON.minusSeconds(60), noonPlus(60));
        book().flag(number(1), flag);

        assertThat(history().flag()).contains(flag);
        assertThat(book().history(number(1), WEEK_AGO, noonPlus(59)).flag()).contains(flag);
        assertThat(book().history(number(1), WEEK_AGO, noonPlus(60)).flag()).isEmpty();
        assertThat(book().history(number(2), WEEK_AGO, NOON).flag()).isEmpty();
    }

    @Test
    void a_new_flag_replaces_the_older_one() {
        book().flag(number(1), new Flag("old", NOON.minusSeconds(60), noonPlus(6000)));
        Flag newer = new Flag("newer, with a quote ' and a \n", NOON, noonPlus(60));
        book().flag(number(1), newer);

        assertThat(history().flag()).contains(newer);
        assertThat(book().history(number(1), WEEK_AGO, noonPlus(100)).flag()).isEmpty();
    }

    @Test
    void a_caller_is_flagged_by_his_call_with_who_did_it() {
        Flag flag = new Flag(FlagKind.UPSET, "treated badly", "PJSIP/rep1", NOON, noonPlus(60));
        book().arrived(arrival(1, 1, NOON.minusSeconds(5)));
        written(1);

        assertThat(book().flag(call(1), flag)).isTrue();
        assertThat(book().flag(call(99), flag)).isFalse();

        assertThat(book().history(number(1), WEEK_AGO, NOON).flag()).contains(flag);
        assertThat(book().flags(NOON, false, 10))
                .containsExactly(new FlagOnRecord(number(1), flag));
    }

    @Test
    void an_abusive_flag_is_kept_for_review_beside_the_other_and_brings_him_to_nobody() {
        Flag upset = new Flag("not solved", NOON.minusSeconds(60), noonPlus(60));
        Flag abusive = new Flag(FlagKind.ABUSIVE, "abusive", "PJSIP/rep1", NOON, noonPlus(30));
        book().flag(number(2), abusive);
        assertThat(book().history(number(2), WEEK_AGO, NOON).flag()).isEmpty();

        book().flag(number(2), upset);
        assertThat(book().history(number(2), WEEK_AGO, NOON).flag()).contains(upset);
        assertThat(book().flags(NOON, false, 10))
                .extracting(FlagOnRecord::flag)
                .containsExactly(abusive, upset);
        assertThat(book().flags(noonPlus(40), false, 10)).hasSize(1);
        assertThat(book().flags(noonPlus(40), true, 10)).hasSize(2);
        assertThat(book().flags(noonPlus(40), true, 1)).hasSize(1);
    }

    private CallerHistory history() {
        return book().history(number(1), WEEK_AGO, NOON);
    }

    /** Waits until calls 1 to {@code last} are on record: the queue keeps its order. */
    private void written(int last) {
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> !arrivals().of(List.of(call(last).value())).isEmpty());
    }
}
