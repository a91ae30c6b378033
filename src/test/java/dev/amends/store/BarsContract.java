package dev.amends.store;

import static dev.amends.caller.Bars.Tries.NONE;
import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.caller.Bar;
import dev.amends.caller.Bars;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What every record of barred callers must do. */
interface BarsContract {

    /** An empty record, the same one during a test. */
    Bars bars();

    private static Bar bar(int caller, long since, long until) {
        return new Bar(number(caller), "threatened a rep", noonPlus(since), noonPlus(until));
    }

    @Test
    default void a_barred_caller_is_barred_until_his_time_is_up() {
        bars().put(bar(1, 0, 60));

        assertThat(bars().of(number(1), NOON)).contains(bar(1, 0, 60));
        assertThat(bars().of(number(1), noonPlus(59))).isPresent();
        assertThat(bars().of(number(1), noonPlus(60))).isEmpty();
        assertThat(bars().of(number(2), NOON)).isEmpty();
    }

    @Test
    default void a_later_order_replaces_an_earlier_one_and_it_can_be_lifted() {
        bars().put(bar(1, 0, 6000));
        bars().put(bar(1, 10, 60));
        assertThat(bars().of(number(1), noonPlus(20))).contains(bar(1, 10, 60));

        assertThat(bars().lift(number(1), noonPlus(30))).isTrue();

        assertThat(bars().of(number(1), noonPlus(31))).isEmpty();
        assertThat(bars().lift(number(1), noonPlus(32))).isFalse();
        assertThat(bars().lift(number(9), noonPlus(32))).isFalse();
    }

    @Test
    default void they_are_listed_with_the_newest_first_and_those_that_are_over_on_demand() {
        bars().put(bar(1, 0, 60));
        bars().put(bar(2, 10, 6000));
        bars().put(bar(3, 20, 6000));
        bars().lift(number(3), noonPlus(30));

        assertThat(bars().list(noonPlus(100), false, 9))
                .containsExactly(new Bars.OnRecord(bar(2, 10, 6000)));
        assertThat(bars().list(noonPlus(100), true, 9))
                .containsExactly(
                        new Bars.OnRecord(bar(3, 20, 6000), Optional.of(noonPlus(30)), NONE),
                        new Bars.OnRecord(bar(2, 10, 6000)),
                        new Bars.OnRecord(bar(1, 0, 60)));
        assertThat(bars().list(noonPlus(100), true, 1)).hasSize(1);
    }

    @Test
    default void how_often_a_barred_caller_called_all_the_same_is_counted() {
        bars().put(bar(1, 0, 6000));
        bars().put(bar(2, 10, 6000));

        bars().tried(number(1), noonPlus(20));
        bars().tried(number(1), noonPlus(30));
        bars().tried(number(3), noonPlus(40));

        await().untilAsserted(() ->
                assertThat(bars().list(noonPlus(100), false, 9))
                        .extracting(Bars.OnRecord::tries)
                        .containsExactly(NONE, new Bars.Tries(2, Optional.of(noonPlus(30)))));
    }
}
