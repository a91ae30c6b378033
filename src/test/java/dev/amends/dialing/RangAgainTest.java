package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** A promised caller rings again and waits himself. */
class RangAgainTest {

    private static final CallId AGAIN = new CallId("again.1");

    private final Office office = new Office();

    @Test
    void his_placeholder_is_taken_out_of_the_queue_and_not_placed_again_while_he_waits() {
        PromiseId id = waitsAfterBeingPlaced();
        AttemptId placeholder = office.telephone.lastPlaced();
        assertThat(office.telephone.calls().has(placeholder.value())).isFalse();
        assertThat(office.desk.seat(placeholder)).isEmpty();
        assertThat(office.desk.claim(placeholder)).isEmpty();
        office.ticksFor(600);
        assertThat(office.outcome(placeholder)).contains(AttemptOutcome.VOID);
        assertThat(office.telephone.placed()).hasSize(1);
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
    }

    @Test
    void once_his_call_is_over_without_a_word_of_it_he_is_placed_again() {
        PromiseId id = waitsAfterBeingPlaced();
        office.ticksFor(30);
        office.telephone.ends(AGAIN.value());
        office.ticksFor(30);
        assertThat(office.telephone.placed()).hasSize(2);
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
        assertThat(office.ledger.present()).isEmpty();
    }

    @Test
    void served_while_amends_was_dead_he_is_not_called() {
        PromiseId id = waitsAfterBeingPlaced();
        office.telephone.serves(id, AGAIN, Duration.ofSeconds(10));
        office.telephone.ends(AGAIN.value());
        office.restart();
        office.ticksFor(30);
        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
        assertThat(office.telephone.placed()).hasSize(1);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void a_rep_who_was_there_for_a_moment_has_not_served_him() {
        PromiseId id = waitsAfterBeingPlaced();
        office.telephone.serves(id, AGAIN, Duration.ofSeconds(9));
        office.telephone.ends(AGAIN.value());
        office.tick(new Hint.AboutPromise(id));
        office.ticksFor(12);
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
        assertThat(office.telephone.placed()).hasSize(2);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void word_of_an_earlier_call_says_nothing_about_this_one() {
        PromiseId id = waitsAfterBeingPlaced();
        office.telephone.serves(id, new CallId("earlier.1"), Duration.ofSeconds(3));
        office.tick(new Hint.AboutPromise(id));
        assertThat(office.ledger.presentIn(id)).contains(AGAIN);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void the_ringing_stops_when_he_was_served_meanwhile() {
        PromiseId id = office.promised(30);
        office.tick();
        AttemptId rings = office.dials();
        Callback dialing = office.promise(id);
        assertThat(
                        office.settler.served(
                                dialing, AGAIN, Duration.ofSeconds(60), office.clock.instant()))
                .isTrue();

        office.tick(new Hint.AboutPromise(id));

        assertThat(office.telephone.calls().has(rings.value())).isFalse();
        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void served_in_the_very_moment_in_which_his_promise_moves_he_is_not_called() {
        PromiseId id = office.unspoken(30);
        Callback looked = office.promise(id);
        office.ledger.move(
                looked,
                ((Callback.Unspoken) looked).spoken(office.clock.instant()),
                "spoken",
                office.clock.instant());

        office.settler.served(looked, AGAIN, Duration.ofSeconds(10), office.clock.instant());

        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
    }

    private PromiseId waitsAfterBeingPlaced() {
        PromiseId id = office.promised(30);
        office.tick();
        assertThat(office.telephone.placed()).hasSize(1);
        office.telephone.begins(AGAIN.value());
        assertThat(office.ledger.notePresent(id, AGAIN, office.clock.instant())).isTrue();
        office.tick(new Hint.AboutPromise(id));
        return id;
    }
}
