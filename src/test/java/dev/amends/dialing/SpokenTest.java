package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a committed promise was heard by its caller. */
class SpokenTest {

    private final Office office = new Office();

    @Test
    void a_promise_whose_first_word_was_spoken_is_promised_and_the_mark_goes() {
        PromiseId id = office.unspoken(0);
        office.telephone.speaks(id);
        office.tick(new Hint.AboutPromise(id));
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void with_the_hint_lost_it_is_found_all_the_same() {
        office.ticksFor(100);
        PromiseId id = office.unspoken(0);
        office.telephone.speaks(id);
        office.telephone.ends(Office.call(1).value());
        office.ticksFor(11);
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
        assertThat(office.telephone.placed()).hasSize(1);
    }

    @Test
    void while_his_call_is_alive_nothing_is_decided_and_nobody_is_called() {
        PromiseId id = office.unspoken(0);
        office.ticksFor(600);
        assertThat(office.promise(id)).isInstanceOf(Callback.Unspoken.class);
        assertThat(office.telephone.placed()).isEmpty();
    }

    @Test
    void who_hung_up_before_he_heard_it_is_not_called() {
        PromiseId id = office.unspoken(0);
        office.telephone.ends(Office.call(1).value());
        office.ticksFor(4);
        assertThat(office.promise(id)).isInstanceOf(Callback.Unspoken.class);
        office.ticksFor(20);
        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
        assertThat(office.telephone.placed()).isEmpty();
    }

    @Test
    void after_a_restart_of_the_telephone_system_it_may_have_been_spoken_and_is_kept() {
        PromiseId id = office.unspoken(0);
        office.clock.passesSeconds(2);
        office.telephone.restarts(office.clock.instant());
        office.tick(new Hint.LookAtEverything());
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
        assertThat(office.telephone.placed()).hasSize(1);
    }

    @ParameterizedTest(name = "Amends looks {0} s after that")
    @ValueSource(ints = {5, 60})
    void a_restart_that_a_clock_put_back_hides_is_not_taken_for_hanging_up(int later) {
        office.ticksFor(100);
        PromiseId id = office.unspoken(0);
        office.telephone.down(true);
        office.clock.passesSeconds(1);
        office.tick();
        office.clock.passesSeconds(-30);
        office.telephone.restarts(office.clock.instant());
        office.ticksFor(later);
        office.telephone.down(false);
        office.tick(new Hint.LookAtEverything());
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
    }

    @Test
    void who_hangs_up_unheard_after_the_clock_was_put_back_is_not_called() {
        office.ticksFor(100);
        office.clock.passesSeconds(-60);
        office.ticksFor(10);
        PromiseId id = office.unspoken(0);
        office.telephone.ends(Office.call(1).value());
        office.ticksFor(20);
        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
    }

    /** By the clock it was promised in an hour that was there twice (day 620249). */
    @Test
    void who_hangs_up_unheard_long_after_a_restart_behind_a_clock_put_back_is_not_called() {
        office.ticksFor(100);
        office.clock.passesSeconds(-3600);
        office.ticksFor(30);
        office.telephone.restarts(office.clock.instant());
        office.ticksFor(300);
        PromiseId id = office.unspoken(0);
        office.telephone.ends(Office.call(1).value());
        office.ticksFor(20);
        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void a_hint_without_a_mark_decides_nothing() {
        PromiseId id = office.unspoken(0);
        office.tick(
                new Hint.AboutPromise(id), new Hint.AboutPromise(new PromiseId("f".repeat(32))));
        assertThat(office.promise(id)).isInstanceOf(Callback.Unspoken.class);
    }

    @Test
    void a_mark_of_a_promise_that_has_moved_on_is_only_removed() {
        PromiseId id = office.promised(0);
        office.telephone.speaks(id);
        office.tick(new Hint.AboutPromise(id));
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }
}
