package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.Waiting;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls in which the caller comes before his rep: two reps, one of whom becomes free every 5 s. */
class CallerFirstCallsTest {

    private final Office office = new Office();

    @BeforeEach
    void two_reps_speak() {
        office.rep("PJSIP/rep1", RepState.TALKING);
        office.rep("PJSIP/rep2", RepState.TALKING);
        office.pace(Duration.ofSeconds(10));
    }

    @Test
    void his_phone_rings_a_little_before_his_turn_while_his_place_is_kept() {
        office.promised(100);
        AttemptId id = seated();

        office.tick();

        assertThat(office.telephone.rung()).containsExactly(id);
        assertThat(office.telephone.seated(id)).isTrue();
    }

    @Test
    void nobody_rings_whose_turn_is_far_away_or_who_has_no_place_yet() {
        for (int n = 0; n < 20; n++) {
            waits("caller" + n, 500);
        }
        office.promised(100);
        office.tick();
        office.tick();
        assertThat(office.telephone.rung()).isEmpty();
        seat(office.telephone.lastPlaced());
        office.tick();
        assertThat(office.telephone.rung()).isEmpty();
    }

    @Test
    void who_came_later_does_not_ring_before_who_came_earlier() {
        PromiseId first = office.promised(200);
        AttemptId earlier = seated();
        for (int n = 0; n < 20; n++) {
            waits("caller" + n, 150);
        }
        office.promised(100);
        seated();

        office.tick();

        assertThat(office.telephone.rung()).containsExactly(earlier);
        assertThat(office.attempt(earlier).promise()).isEqualTo(first);
    }

    @Test
    void a_call_that_one_rep_promised_waits_for_a_rep() {
        office.promisedBy("PJSIP/rep1", 0);
        office.clock.passes(Office.REP_WAIT.plusSeconds(1));
        office.tick();
        seat(office.telephone.lastPlaced());
        office.tick();
        assertThat(office.telephone.rung()).isEmpty();
    }

    @Test
    void a_rep_who_comes_before_it_rings_dials_and_the_late_call_beside_gets_nothing() {
        office.promised(100);
        AttemptId id = seated();
        office.tick();

        assertThat(office.desk.rep(id).orElseThrow()).isInstanceOf(RepComes.Dials.class);
        assertThat(office.desk.claim(id)).isEmpty();
    }

    @Test
    void where_others_wait_it_rings_beside_a_rep_who_comes_before_and_he_is_not_kept_longer() {
        office.promised(100);
        AttemptId id = seated();
        for (int n = 0; n < 20; n++) {
            waits("caller" + n, 150);
        }
        office.tick();
        assertThat(office.telephone.rung()).isEmpty();

        assertThat(office.desk.rep(id)).contains(new RepComes.Waits(Duration.ofSeconds(7)));
        assertThat(office.hints).containsExactly(new Hint.AboutAttempt(id));
        office.tick();
        office.tick();

        assertThat(office.telephone.rung()).containsExactly(id);
    }

    @Test
    void a_rep_who_comes_while_it_rings_is_kept_seven_seconds_and_does_not_dial_again() {
        AttemptId id = rings();
        waits("somebody else", 10);
        office.ticksFor(4);

        assertThat(office.telephone.seated(id)).isTrue();
        assertThat(office.desk.rep(id)).contains(new RepComes.Waits(Duration.ofSeconds(7)));
    }

    @Test
    void when_it_has_rung_too_long_the_placeholder_gives_way_to_those_who_wait() {
        AttemptId id = rings();
        office.ticksFor(24);
        assertThat(office.telephone.seated(id)).isTrue();
        waits("somebody else", 10);

        office.tick();

        assertThat(office.telephone.seated(id)).isFalse();
        assertThat(office.attempt(id).state()).isEqualTo(AttemptState.CLAIMED);
    }

    @Test
    void once_he_has_answered_a_rep_is_kept_whoever_waits() {
        AttemptId id = rings();
        office.ticksFor(24);
        office.ledger.answered(id, office.clock.instant());
        waits("somebody else", 10);

        office.tick();

        assertThat(office.telephone.seated(id)).isTrue();
        assertThat(office.desk.rep(id)).contains(new RepComes.Waits(Duration.ofSeconds(7)));
    }

    @Test
    void who_does_not_answer_is_tried_again_after_the_gap_in_the_same_place() {
        AttemptId id = rings();
        PromiseId promise = office.attempt(id).promise();

        office.ends(id, new Witness.Ended(AttemptOutcome.NO_ANSWER));

        Callback.Promised again = (Callback.Promised) office.promise(promise);
        assertThat(again.tries().made()).isEqualTo(1);
        assertThat(again.notBefore()).isEqualTo(office.clock.instant().plus(Office.GAP));
    }

    @Test
    void a_call_that_claimed_and_vanished_without_dialling_costs_no_try_and_no_place() {
        office.promised(100);
        AttemptId id = seated();
        office.tick();
        assertThat(office.desk.claim(id)).isPresent();
        office.telephone.ringEnds(id);

        office.ticksFor(40);

        assertThat(office.outcome(id)).contains(AttemptOutcome.VOID);
        assertThat(office.telephone.placed()).hasSize(2);
    }

    @Test
    void the_placeholder_of_an_attempt_that_is_over_leaves_the_queue() {
        AttemptId id = rings();
        office.telephone.writes(id, new Witness.Ended(AttemptOutcome.BUSY));
        office.telephone.ringEnds(id);

        office.tick(new Hint.AboutAttempt(id));

        assertThat(office.outcome(id)).contains(AttemptOutcome.BUSY);
        assertThat(office.telephone.seated(id)).isFalse();
    }

    @Test
    void after_a_restart_what_rings_goes_on_and_is_not_rung_again() {
        AttemptId id = rings();
        office.restart();
        office.floor.expect("support", waiting(id), office.clock.instant());

        office.tick();

        assertThat(office.telephone.rung()).containsExactly(id);
        assertThat(office.outcome(id)).isEqualTo(Optional.empty());
        assertThat(office.desk.rep(id)).containsInstanceOf(RepComes.Waits.class);
    }

    /** Rung, claimed and dialled, and nobody has answered yet. */
    private AttemptId rings() {
        office.promised(100);
        AttemptId id = seated();
        office.tick();
        assertThat(office.telephone.rung()).containsExactly(id);
        assertThat(office.desk.claim(id)).isPresent();
        office.telephone.writes(id, new Witness.Dialing());
        return id;
    }

    /** The placeholder of the newest promise waits in the queue. */
    private AttemptId seated() {
        office.tick();
        AttemptId id = office.telephone.lastPlaced();
        seat(id);
        return id;
    }

    private void seat(AttemptId id) {
        assertThat(office.desk.seat(id)).isPresent();
        office.floor.joined("support", id.value(), office.clock.instant());
    }

    private Waiting waiting(AttemptId id) {
        return new Waiting(
                id.value(), office.promise(office.attempt(id).promise()).terms().arrival());
    }

    private void waits(String id, long sinceSecondsAgo) {
        EffectiveArrival arrival =
                new EffectiveArrival(office.clock.instant().minusSeconds(sinceSecondsAgo));
        office.floor.expect("support", new Waiting(id, arrival), office.clock.instant());
        office.floor.joined("support", id, office.clock.instant());
    }

    @Test
    void what_rang_teaches_how_long_phones_ring() {
        RingWatch watch = new RingWatch();
        AttemptId id = rings();
        assertThat(watch.look(office.ledger.liveAttempts(), office.ledger::attempt)).isEmpty();
        office.clock.passesSeconds(9);
        office.ledger.answered(id, office.clock.instant());
        List<RingWatch.Rang> rang =
                watch.look(office.ledger.liveAttempts(), office.ledger::attempt);
        assertThat(rang)
                .containsExactly(new RingWatch.Rang(Office.SUPPORT, true, Duration.ofSeconds(9)));
        assertThat(watch.look(office.ledger.liveAttempts(), office.ledger::attempt)).isEmpty();
    }
}
