package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Bar;
import dev.amends.caller.Bars;
import dev.amends.staff.Breathers;

import org.junit.jupiter.api.Test;

/** Breathers and barred callers in SQL. */
class SqlFloorTest extends OnSqlite implements BreathersContract, BarsContract {

    @Override
    public Breathers breathers() {
        return store.breathers();
    }

    @Override
    public Bars bars() {
        return store.bars();
    }

    @Test
    void whoever_is_barred_is_barred_with_all_of_his_numbers_as_long_as_they_are_his() {
        bars().put(new Bar(number(2), "threatened a rep", NOON, noonPlus(6000)));
        assertThat(bars().of(number(1), NOON)).isEmpty();

        store.callerBook().link(number(1), number(2), noonPlus(10));
        assertThat(bars().of(number(1), noonPlus(20))).isPresent();
        assertThat(bars().of(number(2), noonPlus(20))).isPresent();

        store.callerBook().unlink(number(2), noonPlus(30));
        assertThat(bars().of(number(1), noonPlus(40))).isEmpty();
        assertThat(bars().of(number(2), noonPlus(40))).isPresent();
    }

    @Test
    void whoever_is_erased_stays_barred_whichever_of_his_numbers_he_uses_until_each_is_let_in() {
        bars().put(new Bar(number(1), "threatened a rep", NOON, noonPlus(6000)));
        store.callerBook().link(number(2), number(1), noonPlus(10));
        bars().put(new Bar(number(2), "threatened a rep", noonPlus(20), noonPlus(7000)));

        store.personalRecords().erase(number(1), noonPlus(30));

        assertThat(bars().of(number(1), noonPlus(6500))).isPresent();
        assertThat(bars().of(number(2), noonPlus(6500))).isPresent();
        assertThat(bars().lift(number(1), noonPlus(40))).isTrue();
        assertThat(bars().of(number(1), noonPlus(50))).isEmpty();
        assertThat(bars().of(number(2), noonPlus(50))).isPresent();
        assertThat(bars().lift(number(2), noonPlus(60))).isTrue();
        assertThat(bars().of(number(2), noonPlus(70))).isEmpty();
        assertThat(bars().lift(number(2), noonPlus(70))).isFalse();
    }

    @Test
    void whoever_is_erased_and_barred_anew_has_one_bar() {
        bars().put(new Bar(number(1), "threatened a rep", NOON, noonPlus(6000)));
        store.personalRecords().erase(number(1), noonPlus(30));

        bars().put(new Bar(number(1), "once more", noonPlus(40), noonPlus(60)));

        assertThat(bars().list(noonPlus(50), false, 9)).hasSize(1);
        assertThat(bars().of(number(1), noonPlus(60))).isEmpty();
    }
}
