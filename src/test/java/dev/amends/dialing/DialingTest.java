package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RetrySettings;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** From a spoken promise to what came of it. */
class DialingTest {

    private final Office office = new Office();

    @Test
    void a_spoken_promise_is_placed_once_however_often_it_ticks() {
        office.promised(0);
        office.tick();
        office.tick();
        office.ticksFor(120);
        assertThat(office.telephone.placed()).hasSize(1);
    }

    @Test
    void those_who_came_first_are_placed_first() {
        PromiseId late = office.promised(10);
        PromiseId early = office.promised(500);
        office.tick();
        assertThat(office.telephone.placed())
                .extracting(id -> office.attempt(id).promise())
                .containsExactly(early, late);
    }

    @Test
    void a_placeholder_that_vanished_is_void_and_placed_again_ever_more_slowly() {
        office.promised(0);
        office.tick();
        for (int vanished = 1; vanished <= 4; vanished++) {
            office.telephone.ends(office.telephone.lastPlaced());
            office.ticksFor(40);
            assertThat(office.telephone.placed()).hasSize(vanished + 1);
        }
        assertThat(office.telephone.placed().subList(0, 4))
                .allSatisfy(id -> assertThat(office.outcome(id)).contains(AttemptOutcome.VOID));
        assertThat(onlyPromise().tries().made()).isZero();
    }

    @Test
    void busy_is_tried_again_after_the_gap_in_the_same_place() {
        PromiseId id = office.promised(600);
        office.tick();
        AttemptId attempt = office.dials();
        office.ends(attempt, new Witness.Ended(AttemptOutcome.BUSY));
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.BUSY);
        Instant arrival = office.promise(id).terms().arrival().at();
        office.ticksFor(299);
        assertThat(office.telephone.placed()).hasSize(1);
        office.ticksFor(1);
        assertThat(office.telephone.placed()).hasSize(2);
        assertThat(office.promise(id).terms().arrival().at()).isEqualTo(arrival);
        assertThat(office.desk.seat(office.telephone.lastPlaced())).isPresent();
    }

    @Test
    void one_try_and_three_retries_then_broken_and_never_placed_again() {
        PromiseId id = office.promised(0);
        office.tick();
        for (int call = 0; call < 4; call++) {
            office.ends(office.dials(), new Witness.Ended(AttemptOutcome.NO_ANSWER));
            office.ticksFor(301);
        }
        assertThat(office.promise(id)).isInstanceOf(Callback.Broken.class);
        office.ticksFor(1000);
        assertThat(office.telephone.placed()).hasSize(4);
    }

    @Test
    void no_longer_needed_withdraws_it() {
        PromiseId id = office.promised(0);
        office.tick();
        office.ends(office.dials(), new Witness.Ended(AttemptOutcome.NO_LONGER_NEEDED));
        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
    }

    /** By a command, which is a process of its own: no hint tells of it. */
    @Test
    void taken_back_while_his_placeholder_waits_it_leaves_the_queue_at_the_next_look() {
        PromiseId id = office.promised(0);
        office.tick();
        Callback.Promised waiting = (Callback.Promised) office.promise(id);
        Instant now = office.clock.instant();
        office.ledger.move(waiting, waiting.withdrawn(now), "not wanted any more", now);
        office.ticksFor(21);
        assertThat(office.telephone.calls().ids()).isEmpty();
        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void a_conversation_keeps_it_and_the_mark_is_removed_once_that_is_committed() {
        PromiseId id = office.promised(0);
        office.tick();
        office.ends(office.dials(), new Witness.Spoke(Duration.ofSeconds(95)));
        assertThat(office.promise(id)).isInstanceOf(Callback.Kept.class);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void what_was_kept_or_withdrawn_is_never_placed_again() {
        PromiseId kept = office.promised(0);
        office.tick();
        office.ends(office.dials(), new Witness.Spoke(Duration.ofSeconds(95)));
        PromiseId withdrawn = office.promised(1);
        office.tick();
        office.ends(office.dials(), new Witness.Ended(AttemptOutcome.NO_LONGER_NEEDED));
        int placed = office.telephone.placed().size();

        office.ticksFor(3600);

        assertThat(office.promise(kept)).isInstanceOf(Callback.Kept.class);
        assertThat(office.promise(withdrawn)).isInstanceOf(Callback.Withdrawn.class);
        assertThat(office.telephone.placed()).hasSize(placed);
    }

    @Test
    void it_is_kept_as_soon_as_they_have_spoken_for_ten_seconds_and_the_last_mark_goes_too() {
        PromiseId id = office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.writes(
                attempt, new Witness.Bridged(office.clock.instant(), attempt.value()));
        office.tick(new Hint.AboutAttempt(attempt));
        assertThat(office.attempt(attempt).state()).isEqualTo(AttemptState.ANSWERED);
        office.ticksFor(21);
        assertThat(office.promise(id)).isInstanceOf(Callback.Kept.class);
        office.ends(attempt, new Witness.Spoke(Duration.ofSeconds(60)));
        assertThat(office.telephone.remembersNothing()).isTrue();
        assertThat(office.promise(id)).isInstanceOf(Callback.Kept.class);
    }

    /** A second is as often as Amends looks at anything. */
    @Test
    void the_telephone_system_dies_when_they_have_spoken_for_eleven_seconds() {
        PromiseId id = office.promised(0);
        office.tick();
        office.ticksFor(3);
        AttemptId attempt = office.dials();
        office.telephone.writes(
                attempt, new Witness.Bridged(office.clock.instant(), attempt.value()));
        office.tick(new Hint.AboutAttempt(attempt));
        office.ticksFor(9);
        assertThat(office.promise(id)).isInstanceOf(Callback.Dialing.class);
        office.ticksFor(2);
        office.telephone.restarts(office.clock.instant());
        office.ticksFor(2 * Office.GAP.toSeconds());
        assertThat(office.promise(id)).isInstanceOf(Callback.Kept.class);
        assertThat(office.telephone.placed()).containsExactly(attempt);
    }

    @Test
    void the_clock_is_set_an_hour_ahead_when_they_have_just_begun_to_speak() {
        office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.writes(
                attempt, new Witness.Bridged(office.clock.instant(), attempt.value()));
        office.ticksFor(2);
        office.clock.passesSeconds(3600);
        office.ticksFor(8);
        assertThat(office.attempt(attempt).state()).isEqualTo(AttemptState.ANSWERED);
        office.ends(attempt, new Witness.Spoke(Duration.ofSeconds(9)));
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.CUT_SHORT);
    }

    /** Between the beat that would have noticed it and the look (day 646823). */
    @Test
    void the_clock_is_set_ahead_in_the_middle_of_a_tick_when_they_have_just_begun_to_speak() {
        FakeLedger ledger = spy(new FakeLedger());
        Office quick = new Office(ledger, new RetrySettings(3, 5, Office.GAP));
        quick.ticksFor(60);
        quick.promised(0);
        quick.tick();
        AttemptId attempt = quick.dials();
        quick.telephone.writes(
                attempt, new Witness.Bridged(quick.clock.instant(), attempt.value()));
        doAnswer(
                        call -> {
                            quick.clock.passesSeconds(30);
                            return call.callRealMethod();
                        })
                .doCallRealMethod()
                .when(ledger)
                .unmeasured();
        quick.tick(new Hint.LookAtEverything());
        assertThat(quick.attempt(attempt).state()).isEqualTo(AttemptState.ANSWERED);
        quick.ends(attempt, new Witness.Spoke(Duration.ofSeconds(4)));
        assertThat(quick.outcome(attempt)).contains(AttemptOutcome.CUT_SHORT);
    }

    @Test
    void the_clock_is_put_back_an_hour_between_what_is_alive_and_since_when_they_speak() {
        office.ticksFor(60);
        office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.whileAskedNext(() -> {
            office.clock.passesSeconds(-3600);
            office.telephone.writes(
                    attempt, new Witness.Bridged(office.clock.instant(), attempt.value()));
        });
        office.tick(new Hint.LookAtEverything());
        assertThat(office.attempt(attempt).state()).isEqualTo(AttemptState.ANSWERED);
        office.ends(attempt, new Witness.Spoke(Duration.ofSeconds(4)));
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.CUT_SHORT);
    }

    /** Its key 1 was on record, but the answer was lost, and the dialplan brought him to a rep. */
    @Test
    void whose_call_goes_on_is_not_called_by_another_one_and_is_served_by_it() {
        PromiseId id = office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.settler.end(attempt, AttemptOutcome.TOLD, office.clock.instant());
        office.telephone.begins("1.7");
        office.telephone.writes(attempt, new Witness.Bridged(office.clock.instant(), "1.7"));
        office.ticksFor(60);
        assertThat(office.telephone.placed()).containsExactly(attempt);
        office.telephone.ends("1.7");
        office.ends(attempt, new Witness.Spoke(Duration.ofSeconds(70)));
        office.ticksFor(60);
        assertThat(office.telephone.placed()).containsExactly(attempt);
        assertThat(office.promise(id)).isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void whose_call_is_over_is_called_again() {
        office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.settler.end(attempt, AttemptOutcome.TOLD, office.clock.instant());
        office.tick();
        assertThat(office.telephone.placed()).containsExactly(attempt);
        office.ends(attempt, new Witness.Ended(AttemptOutcome.NO_KEY));
        office.tick();
        assertThat(office.telephone.placed()).hasSize(2);
    }

    @Test
    void four_seconds_with_a_rep_are_no_conversation() {
        PromiseId id = office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.ends(attempt, new Witness.Spoke(Duration.ofSeconds(4)));
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.CUT_SHORT);
        assertThat(office.promise(id).open()).isTrue();
        office.ticksFor(299);
        assertThat(office.telephone.placed()).hasSize(1);
    }

    @Test
    void a_telephone_system_restarted_while_claimed_leaves_it_unknown_and_it_waits_the_gap() {
        office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.clock.passesSeconds(3);
        office.telephone.restarts(office.clock.instant());
        office.telephone.loses(attempt);
        office.tick(new Hint.LookAtEverything());
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.UNKNOWN);
        office.ticksFor(299);
        assertThat(office.telephone.placed()).hasSize(1);
        office.ticksFor(2);
        assertThat(office.telephone.placed()).hasSize(2);
    }

    @Test
    void a_telephone_system_restarted_while_a_placeholder_waits_gets_another_one() {
        PromiseId id = office.promised(0);
        office.tick();
        office.clock.passesSeconds(2);
        office.telephone.restarts(office.clock.instant());
        office.tick(new Hint.LookAtEverything());
        office.ticksFor(2);
        assertThat(office.telephone.placed()).hasSize(2);
        assertThat(office.promise(id).tries().made()).isZero();
    }

    @Test
    void amends_killed_finds_the_living_placeholder_again() {
        office.promised(0);
        office.tick();
        office.restart();
        office.ticksFor(100);
        assertThat(office.telephone.placed()).hasSize(1);
        office.ends(office.dials(), new Witness.Spoke(Duration.ofSeconds(30)));
        assertThat(onlyPromise()).isInstanceOf(Callback.Kept.class);
    }

    @Test
    void what_ended_while_amends_was_gone_is_taken_from_the_marks() {
        office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.writes(attempt, new Witness.Ended(AttemptOutcome.BUSY));
        office.telephone.ends(attempt);
        office.restart();
        office.tick();
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.BUSY);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void an_order_to_place_that_was_lost_is_void_and_given_again() {
        office.promised(0);
        office.telephone.down(true);
        office.tick();
        assertThat(office.ledger.liveAttempts()).hasSize(1);
        assertThat(office.telephone.placed()).isEmpty();
        office.telephone.down(false);
        office.ticksFor(25);
        assertThat(office.telephone.placed()).hasSize(1);
        assertThat(onlyPromise().tries().made()).isZero();
    }

    @Test
    void an_order_to_place_whose_answer_was_lost_is_found_to_be_carried_out() {
        office.promised(0);
        office.telephone.losesAnswers(true);
        office.tick();
        office.telephone.losesAnswers(false);
        office.ticksFor(30);
        assertThat(office.telephone.placed()).hasSize(1);
        assertThat(office.attempt(office.telephone.lastPlaced()).state())
                .isEqualTo(AttemptState.INTENT);
    }

    @Test
    void a_mark_whose_outcome_could_not_be_committed_is_not_forgotten() {
        office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.writes(attempt, new Witness.Ended(AttemptOutcome.BUSY));
        office.telephone.ends(attempt);
        office.telephone.whileAskedNext(
                () -> office.ledger.answered(attempt, office.clock.instant()));
        office.tick(new Hint.AboutAttempt(attempt));
        assertThat(office.outcome(attempt)).isEmpty();
        assertThat(office.telephone.remembersNothing()).isFalse();
        office.ticksFor(11);
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.BUSY);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void a_placeholder_that_claims_while_it_is_looked_at_is_not_declared_void() {
        office.promised(0);
        office.tick();
        AttemptId attempt = office.telephone.lastPlaced();
        office.telephone.ends(attempt);
        office.clock.passesSeconds(20);
        office.telephone.whileAskedNext(() -> assertThat(office.desk.claim(attempt)).isPresent());
        office.tick(new Hint.AboutAttempt(attempt));
        assertThat(office.attempt(attempt).state()).isEqualTo(AttemptState.CLAIMED);
    }

    @Test
    void standing_still_in_the_middle_of_a_look_makes_no_call_look_gone() {
        office.promised(0);
        office.promised(1);
        office.tick();
        AttemptId second = office.telephone.lastPlaced();
        assertThat(office.desk.claim(second)).isPresent();
        office.telephone.ends(second); // not in the list yet
        office.clock.passesSeconds(9);
        office.telephone.whileAskedNext(() -> office.clock.passesSeconds(60));
        office.tick(new Hint.LookAtEverything());
        assertThat(office.attempt(second).state()).isEqualTo(AttemptState.CLAIMED);
    }

    @Test
    void a_hint_that_came_while_the_telephone_system_did_not_answer_is_not_lost() {
        office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.ticksFor(11);
        office.telephone.connected(false);
        office.ends(attempt, new Witness.Ended(AttemptOutcome.BUSY));
        office.telephone.connected(true);
        office.tick();
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.BUSY);
    }

    @Test
    void with_every_hint_lost_an_end_is_found_within_eleven_seconds_after_a_quiet_hour_too() {
        office.ticksFor(3600);
        office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.writes(attempt, new Witness.Ended(AttemptOutcome.BUSY));
        office.telephone.ends(attempt);
        office.ticksFor(11);
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.BUSY);
    }

    @Test
    void an_attempt_that_cannot_be_looked_at_does_not_stop_the_others() {
        office.promised(500);
        office.promised(10);
        office.tick();
        AttemptId bad = office.telephone.placed().getFirst();
        AttemptId good = office.dials();
        office.telephone.breaks(bad);
        office.telephone.writes(good, new Witness.Ended(AttemptOutcome.BUSY));
        PromiseId unspoken = office.unspoken(0);
        office.telephone.speaks(unspoken);
        office.ticksFor(11);
        assertThat(office.outcome(good)).contains(AttemptOutcome.BUSY);
        assertThat(office.promise(unspoken)).isInstanceOf(Callback.Promised.class);
        assertThat(office.telephone.placed()).hasSize(3);
    }

    @Test
    void a_hint_about_one_that_cannot_be_looked_at_does_not_stop_the_others() {
        office.promised(500);
        office.promised(10);
        office.tick();
        AttemptId bad = office.telephone.placed().getFirst();
        AttemptId good = office.dials();
        PromiseId unspoken = office.unspoken(0);
        office.telephone.breaks(bad);
        office.telephone.breaks(unspoken);
        office.telephone.writes(good, new Witness.Ended(AttemptOutcome.BUSY));
        office.tick(
                new Hint.AboutAttempt(bad),
                new Hint.AboutPromise(unspoken),
                new Hint.AboutAttempt(good));
        assertThat(office.outcome(good)).contains(AttemptOutcome.BUSY);
    }

    @Test
    void a_promise_that_cannot_be_placed_does_not_stop_the_others() {
        office.telephone.breaks(new AttemptId("%032x".formatted(1)));
        office.promised(500);
        PromiseId second = office.promised(10);
        office.tick();
        assertThat(office.telephone.placed())
                .extracting(id -> office.attempt(id).promise())
                .containsExactly(second);
    }

    @Test
    void however_many_rest_because_their_placeholders_vanished_the_next_one_is_placed() {
        for (int n = 0; n < Office.AT_MOST_PLACED; n++) {
            office.promised(500);
        }
        office.tick();
        office.telephone.placed().forEach(office.telephone::ends);
        office.clock.passesSeconds(20);
        office.tick(new Hint.LookAtEverything());
        PromiseId later = office.promised(0);
        office.tick();
        assertThat(office.telephone.placed()).hasSize(Office.AT_MOST_PLACED + 1);
        assertThat(office.attempt(office.telephone.lastPlaced()).promise()).isEqualTo(later);
    }

    @Test
    void no_more_are_placed_at_a_time_than_may_be() {
        for (int n = 0; n <= Office.AT_MOST_PLACED; n++) {
            office.promised(500);
        }
        office.ticksFor(30);
        assertThat(office.telephone.placed()).hasSize(Office.AT_MOST_PLACED);
        office.telephone.ends(office.telephone.lastPlaced());
        office.ticksFor(30);
        assertThat(office.telephone.placed()).hasSizeGreaterThan(Office.AT_MOST_PLACED);
        assertThat(office.ledger.liveAttempts()).hasSize(Office.AT_MOST_PLACED);
    }

    @Test
    void nothing_is_placed_while_the_telephone_system_is_not_connected() {
        office.promised(0);
        office.telephone.connected(false);
        office.ticksFor(5);
        assertThat(office.ledger.liveAttempts()).isEmpty();
    }

    @Test
    void what_a_rep_promised_is_not_placed_before_its_time() {
        office.rep("PJSIP/rep1", RepState.FREE);
        PromiseId id = office.promisedBy("PJSIP/rep1", 3600);
        office.ticksFor(3599);
        assertThat(office.telephone.placed()).isEmpty();
        office.ticksFor(1);
        assertThat(office.telephone.placed()).hasSize(1);
        office.ends(office.dials(), new Witness.Spoke(Duration.ofSeconds(60)));
        assertThat(office.promise(id)).isInstanceOf(Callback.Kept.class);
    }

    @Test
    void after_a_busy_caller_the_rep_who_promised_has_the_next_try_too() {
        office.rep("PJSIP/rep1", RepState.FREE);
        office.promisedBy("PJSIP/rep1", 0);
        office.tick();
        office.ends(office.dials(), new Witness.Ended(AttemptOutcome.BUSY));
        office.rep("PJSIP/rep1", RepState.TALKING);
        office.ticksFor(Office.GAP.toSeconds() + Office.REP_WAIT.toSeconds() - 1);
        assertThat(office.telephone.placed()).hasSize(1);
        office.ticksFor(1);
        assertThat(office.telephone.placed()).hasSize(2);
    }

    @Test
    void a_rep_who_does_not_answer_is_rung_once_a_minute_and_then_any_rep_is() {
        office.rep("PJSIP/rep1", RepState.FREE);
        PromiseId id = office.promisedBy("PJSIP/rep1", 0);
        int rung = 0;
        for (int second = 0; second < Office.REP_WAIT.toSeconds(); second++) {
            office.ticksFor(1);
            if (office.telephone.placed().size() > rung) {
                rung++;
                AttemptId attempt = office.telephone.lastPlaced();
                assertThat(office.desk.seat(attempt)).containsInstanceOf(Seat.AtRep.class);
                office.clock.passesSeconds(20);
                second += 20;
                office.telephone.ends(attempt);
                office.tick(new Hint.AboutAttempt(attempt));
            }
        }
        assertThat(rung).isBetween(10, 13);
        office.ticksFor(90);
        assertThat(office.desk.seat(office.telephone.lastPlaced()))
                .containsInstanceOf(Seat.InQueue.class);
        assertThat(office.promise(id).tries().made()).isZero();
    }

    private Callback onlyPromise() {
        return office.ledger.list(true, 2).getFirst();
    }
}
