package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.line.Waiting;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Language;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;

class ClaimDeskTest {

    /** As {@link Office#SETTINGS} have it. */
    private static final String OWN_NUMBER_OF_SUPPORT = "+12025550100";

    private static final String REP = "PJSIP/rep1";

    private final Office office = new Office();

    @Test
    void a_placeholder_sits_between_those_who_came_before_and_after_its_caller() {
        waits("first", 500);
        waits("last", 10);
        office.promised(100);
        office.tick();
        Seat.InQueue seat =
                (Seat.InQueue) office.desk.seat(office.telephone.lastPlaced()).orElseThrow();
        assertThat(seat.queue()).isEqualTo("support");
        assertThat(seat.position()).hasValue(2);
        assertThat(seat.brief()).containsExactly(CataloguePrompt.CALLBACK_FOR_YOU.prompt());
    }

    @Test
    void asking_twice_it_does_not_stand_in_its_own_way() {
        waits("last", 10);
        office.promised(100);
        office.tick();
        AttemptId id = office.telephone.lastPlaced();
        assertThat(office.desk.seat(id)).isEqualTo(office.desk.seat(id));
    }

    @Test
    void there_is_no_seat_while_nobody_knows_who_waits() {
        office.promised(100);
        office.tick();
        office.floor.lost();
        assertThat(office.desk.seat(office.telephone.lastPlaced())).isEmpty();
    }

    @Test
    void a_claim_is_won_once() {
        office.promised(0);
        office.tick();
        AttemptId id = office.telephone.lastPlaced();
        Claimed won = office.desk.claim(id).orElseThrow();
        assertThat(won.number()).isEqualTo(new PhoneNumber("+12025550101"));
        assertThat(won.queue()).isEqualTo("support");
        assertThat(won.ring()).hasSeconds(25);
        assertThat(office.desk.claim(id)).isEmpty();
        assertThat(office.desk.seat(id)).isEmpty();
    }

    @Test
    void whoever_is_called_sees_the_own_number_of_the_line_that_promised_it() {
        assertThat(claimed().callerId()).isEqualTo(OWN_NUMBER_OF_SUPPORT);
    }

    @Test
    void who_is_upset_now_is_known_with_the_claim_and_nobody_is_called_later_as_it_is_not() {
        office.upset = new PhoneNumber("+12025550101")::equals;
        assertThat(claimed().upset()).isTrue();
        assertThat(claimed().upset()).isFalse();
        office.upset =
                _ -> {
                    throw new IllegalStateException("the store is gone");
                };
        assertThat(claimed().upset()).isFalse();
    }

    @Test
    void what_nobody_intended_gets_no_seat_and_no_number() {
        AttemptId stranger = new AttemptId("f".repeat(32));
        assertThat(office.desk.seat(stranger)).isEmpty();
        assertThat(office.desk.claim(stranger)).isEmpty();
    }

    @Test
    void a_void_attempt_that_turns_up_late_gets_no_seat_and_no_number() {
        office.promised(0);
        office.tick();
        AttemptId late = office.telephone.lastPlaced();
        office.telephone.ends(late);
        office.ticksFor(20);
        assertThat(office.outcome(late)).contains(AttemptOutcome.VOID);
        assertThat(office.desk.seat(late)).isEmpty();
        assertThat(office.desk.claim(late)).isEmpty();
        assertThat(office.desk.claim(office.telephone.lastPlaced())).isPresent();
    }

    @Test
    void a_number_that_may_not_be_called_is_not_given_out_and_counts_as_failed() {
        AttemptId id = intended(new PhoneNumber("+19005550123"), Office.SUPPORT);
        assertThat(office.desk.claim(id)).isEmpty();
        assertThat(office.outcome(id)).contains(AttemptOutcome.FAILED);
    }

    @Test
    void a_line_that_the_settings_no_longer_have_gives_no_seat() {
        AttemptId id = intended(new PhoneNumber("+12025550143"), new LineName("sales"));
        assertThat(office.desk.seat(id)).isEmpty();
    }

    @Test
    void what_a_rep_promised_is_seated_at_his_phone() {
        office.rep(REP, RepState.FREE);
        office.promisedBy(REP, 0);
        office.tick();
        Seat.AtRep seat =
                (Seat.AtRep) office.desk.seat(office.telephone.lastPlaced()).orElseThrow();
        assertThat(seat.rep().value()).isEqualTo(REP);
        assertThat(seat.ring()).hasSeconds(20);
        assertThat(seat.brief()).containsExactly(CataloguePrompt.CALLBACK_YOU_PROMISED.prompt());
    }

    @ParameterizedTest
    @EnumSource(value = RepState.class, mode = EnumSource.Mode.EXCLUDE, names = "FREE")
    void there_is_no_seat_at_a_rep_who_was_taken_meanwhile(RepState state) {
        office.rep(REP, RepState.FREE);
        office.promisedBy(REP, 0);
        office.tick();
        office.rep(REP, state);
        assertThat(office.desk.seat(office.telephone.lastPlaced())).isEmpty();
    }

    @Test
    void when_his_time_is_over_it_is_seated_in_the_queue_where_its_caller_asked() {
        office.rep(REP, RepState.TALKING);
        office.promisedBy(REP, 0);
        office.ticksFor(Office.REP_WAIT.toSeconds() - 1);
        assertThat(office.telephone.placed()).isEmpty();
        waits("later", 300);
        office.ticksFor(1);
        Seat.InQueue seat =
                (Seat.InQueue) office.desk.seat(office.telephone.lastPlaced()).orElseThrow();
        assertThat(seat.queue()).isEqualTo("support");
        assertThat(seat.position()).hasValue(1);
        assertThat(seat.brief()).containsExactly(CataloguePrompt.CALLBACK_OF_A_COLLEAGUE.prompt());
    }

    @Test
    void a_phone_that_is_in_no_queue_of_the_line_is_never_rung_whatever_the_promise_says() {
        office.promisedBy("PJSIP/carrier", 0);
        office.ticksFor(Office.REP_WAIT.toSeconds() - 1);
        assertThat(office.telephone.placed()).isEmpty();
        office.ticksFor(1);
        assertThat(office.desk.seat(office.telephone.lastPlaced()))
                .containsInstanceOf(Seat.InQueue.class);
    }

    private AttemptId intended(PhoneNumber number, LineName line) {
        Instant now = office.clock.instant();
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        number,
                        line,
                        new EffectiveArrival(now),
                        now,
                        new CallId("a-call"),
                        1,
                        Language.ENGLISH);
        Callback.Unspoken unspoken = (Callback.Unspoken) office.ledger.promise(terms, "asked");
        Callback.Promised promised = unspoken.spoken(now);
        office.ledger.move(unspoken, promised, "spoken", now);
        Attempt attempt = Attempt.intent(new AttemptId("d".repeat(32)), terms.id(), now);
        assertThat(office.ledger.intend(promised, attempt)).isTrue();
        return attempt.id();
    }

    private Claimed claimed() {
        office.promised(0);
        office.tick();
        return office.desk.claim(office.telephone.lastPlaced()).orElseThrow();
    }

    private void waits(String id, long secondsAgo) {
        Instant now = office.clock.instant();
        EffectiveArrival arrival = new EffectiveArrival(now.minusSeconds(secondsAgo));
        office.floor.expect("support", new Waiting(id, arrival), now);
        office.floor.joined("support", id, now);
    }
}
