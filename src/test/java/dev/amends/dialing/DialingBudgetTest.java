package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Promised calls within a budget: how many are placed, what they cost, and who waits for it. */
class DialingBudgetTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-03T00:00:00Z");

    private final Office office = new Office();

    private static Budget budget(int minutesADay, int callsAnHour) {
        return new Budget(minutesADay, Budget.UNLIMITED, callsAnHour, 10, ZoneOffset.UTC);
    }

    private int spent() {
        return office.ledger.spent(Budget.NONE, office.clock.instant()).today();
    }

    @Test
    void no_more_reps_are_called_than_calls_are_allowed() {
        office.mayCost(budget(1000, 2));
        for (int n = 0; n < 5; n++) {
            office.promised(60);
        }
        office.tick();
        assertThat(office.telephone.placed()).hasSize(2);
        office.tick();
        assertThat(office.telephone.placed()).hasSize(2);
    }

    @Test
    void who_waits_for_the_hour_keeps_his_place_and_is_called_in_order() {
        office.mayCost(budget(1000, 1));
        PromiseId first = office.promised(90);
        PromiseId second = office.promised(60);
        office.tick();
        AttemptId call = office.dials();
        office.ends(call, new Witness.Spoke(Duration.ofSeconds(60)));
        assertThat(office.promise(first)).isInstanceOf(Callback.Kept.class);

        office.ticksFor(10);
        assertThat(office.telephone.placed()).hasSize(1);

        office.clock.passesSeconds(3600);
        office.tick();
        assertThat(office.telephone.placed()).hasSize(2);
        assertThat(office.ledger.attemptsOf(second)).hasSize(1);
    }

    @Test
    void a_used_up_budget_puts_promises_off_to_when_it_renews_and_loses_none() {
        office.mayCost(budget(10, 100));
        office.promised(90);
        PromiseId second = office.promised(60);
        office.tick();
        office.ends(office.dials(), new Witness.Spoke(Duration.ofMinutes(9)));
        office.tick();

        assertThat(((Callback.Promised) office.promise(second)).notBefore()).isEqualTo(MIDNIGHT);
        assertThat(office.ledger.story(second).getLast().reason())
                .isEqualTo("the budget of 10 minutes a day is used up");

        office.clock.passesSeconds(Duration.between(office.clock.instant(), MIDNIGHT).toSeconds());
        office.tick();
        assertThat(office.ledger.attemptsOf(second)).hasSize(1);
    }

    @Test
    void a_claim_that_would_exceed_the_budget_is_refused_and_uses_up_no_try() {
        PromiseId id = office.promised(60);
        office.tick();
        AttemptId attempt = office.telephone.lastPlaced();
        office.mayCost(budget(4, 100));

        assertThat(office.desk.claim(attempt)).isEmpty();

        assertThat(office.outcome(attempt)).contains(AttemptOutcome.VOID);
        Callback.Promised later = (Callback.Promised) office.promise(id);
        assertThat(later.notBefore()).isEqualTo(MIDNIGHT);
        assertThat(later.tries().made()).isZero();
    }

    @Test
    void the_claim_says_how_long_the_call_may_last() {
        office.mayCost(budget(7, 100));
        office.promised(60);
        office.tick();
        assertThat(office.desk.claim(office.telephone.lastPlaced()))
                .hasValueSatisfying(
                        won -> assertThat(won.lasts()).isEqualTo(Duration.ofSeconds(415)));
    }

    @Test
    void a_call_costs_every_minute_it_has_started() {
        office.mayCost(budget(1000, 100));
        office.promised(60);
        office.tick();
        office.ends(
                office.dials(),
                new Witness.Spoke(Duration.ofSeconds(100), Duration.ofSeconds(121)));
        assertThat(spent()).isEqualTo(3);
    }

    @Test
    void who_does_not_answer_costs_nothing() {
        office.mayCost(budget(1000, 100));
        office.promised(60);
        office.tick();
        AttemptId attempt = office.dials();
        assertThat(spent()).isEqualTo(10);
        office.ends(attempt, new Witness.Ended(AttemptOutcome.NO_ANSWER));
        assertThat(spent()).isZero();
    }

    @Test
    void a_conversation_counts_as_long_as_it_may_take_until_it_is_over() {
        office.mayCost(budget(1000, 100));
        PromiseId id = office.promised(60);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.begins("called.1");
        office.telephone.writes(attempt, new Witness.Bridged(office.clock.instant(), "called.1"));
        office.ticksFor(30);
        assertThat(office.promise(id)).isInstanceOf(Callback.Kept.class);
        assertThat(spent()).isEqualTo(10);

        office.telephone.ends("called.1");
        office.ends(attempt, new Witness.Spoke(Duration.ofSeconds(130)));

        assertThat(spent()).isEqualTo(3);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void the_end_of_a_conversation_is_found_though_the_hint_of_it_was_lost() {
        office.mayCost(budget(1000, 100));
        office.promised(60);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.begins("called.1");
        office.telephone.writes(attempt, new Witness.Bridged(office.clock.instant(), "called.1"));
        office.ticksFor(30);

        office.telephone.ends("called.1");
        office.telephone.ends(attempt);
        office.telephone.writes(attempt, new Witness.Spoke(Duration.ofSeconds(130)));
        office.ticksFor(15);

        assertThat(spent()).isEqualTo(3);
        assertThat(office.telephone.remembersNothing()).isTrue();
    }

    @Test
    void a_call_whose_end_nobody_wrote_down_counts_as_the_longest() {
        office.mayCost(budget(1000, 100));
        office.promised(60);
        office.tick();
        AttemptId attempt = office.dials();
        office.telephone.writes(attempt, new Witness.Answered("called.1"));
        office.telephone.restarts(office.clock.instant().plusSeconds(5));
        office.ticksFor(30);
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.UNKNOWN);
        assertThat(spent()).isEqualTo(10);
        assertThat(office.ledger.unmeasured()).isEmpty();
    }

    @Test
    void a_claim_that_never_dialled_costs_nothing() {
        office.mayCost(budget(1000, 100));
        office.promised(60);
        office.tick();
        AttemptId attempt = office.telephone.lastPlaced();
        assertThat(office.desk.claim(attempt)).isPresent();
        office.telephone.ends(attempt);
        office.ticksFor(30);
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.VOID);
        assertThat(spent()).isZero();
    }

    @Test
    void a_number_that_may_not_be_called_any_more_costs_nothing() {
        office.mayCost(budget(1000, 100));
        PromiseId id = office.promised(60);
        office.tick();
        office.callers.block(
                office.promise(id).terms().number(), "asked us not to", office.clock.instant());
        assertThat(office.desk.claim(office.telephone.lastPlaced())).isEmpty();
        assertThat(spent()).isZero();
        assertThat(office.ledger.unmeasured()).isEmpty();
    }
}
