package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.noonPlus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.staff.Breather.Owed;
import dev.amends.staff.Breather.Running;
import dev.amends.staff.Breathers;
import dev.amends.staff.Breathers.Entry;
import dev.amends.staff.HardCall;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** What every record of breathers must do. */
interface BreathersContract {

    /** An empty record, the same one during a test. */
    Breathers breathers();

    private static HardCall call(int n, String rep) {
        return new HardCall(
                "1764336000." + n, "support", rep, "limit", Duration.ofSeconds(5), noonPlus(n));
    }

    private static Running given(Owed owed, long since) {
        return new Running(
                owed.id(),
                owed.after(),
                owed.after().rep() + "/n",
                noonPlus(since),
                noonPlus(since + 185));
    }

    @Test
    default void one_is_owed_for_a_rep_and_a_call_however_often_it_is_told() {
        Owed first = breathers().owe(call(1, "Local/1@q")).orElseThrow();

        assertThat(breathers().owe(call(1, "Local/1@q"))).isEmpty();
        Owed other = breathers().owe(call(1, "Local/2@q")).orElseThrow();

        assertThat(breathers().open()).containsExactlyInAnyOrder(first, other);
    }

    @Test
    default void it_begins_once_and_ends_once() {
        Owed owed = breathers().owe(call(1, "Local/1@q")).orElseThrow();
        Running running = given(owed, 2);

        assertThat(breathers().begin(running)).isTrue();
        assertThat(breathers().begin(running)).isFalse();
        assertThat(breathers().open()).containsExactly(running);
        assertThat(breathers().end(running, noonPlus(187), "its time is over")).isTrue();
        assertThat(breathers().end(running, noonPlus(188), "again")).isFalse();

        assertThat(breathers().open()).isEmpty();
        assertThat(breathers().since(NOON, 10))
                .containsExactly(
                        new Entry(
                                owed.after(),
                                Optional.of(running.since()),
                                Optional.of(running.until()),
                                "its time is over"));
        assertThat(breathers().owe(owed.after())).isEmpty();
    }

    @Test
    default void one_that_is_owed_may_end_without_being_given_and_is_not_given_then() {
        Owed owed = breathers().owe(call(1, "PJSIP/rep1")).orElseThrow();

        assertThat(breathers().end(owed, noonPlus(5), "he has a pause anyway")).isTrue();

        assertThat(breathers().begin(given(owed, 6))).isFalse();
    }

    @Test
    default void a_running_one_can_be_shortened_and_one_that_is_over_can_not() {
        Owed owed = breathers().owe(call(1, "PJSIP/rep1")).orElseThrow();
        Running running = given(owed, 2);
        breathers().begin(running);

        assertThat(breathers().shorten(running, noonPlus(10))).isTrue();

        Running shorter =
                new Running(
                        running.id(),
                        running.after(),
                        running.device(),
                        running.since(),
                        noonPlus(10));
        assertThat(breathers().open()).containsExactly(shorter);
        breathers().end(shorter, noonPlus(10), "its time is over");
        assertThat(breathers().shorten(shorter, noonPlus(5))).isFalse();
    }

    @Test
    default void hard_calls_are_told_since_a_moment_the_newest_first() {
        for (int n = 1; n <= 4; n++) {
            breathers().owe(call(n, "PJSIP/rep1"));
        }

        assertThat(breathers().since(noonPlus(2), 2))
                .extracting(entry -> entry.after().ended())
                .containsExactly(noonPlus(4), noonPlus(3));
    }
}
