package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Purpose;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rep who needs four minutes for a call; promises run late. */
class SlipWatchTest {

    private static final Duration HANDLING = Duration.ofMinutes(4);
    private static final int AT_MOST_TELLING = 2;

    private final Office office = new Office();

    @BeforeEach
    void one_rep() {
        office.runs(Office.telling(60, AT_MOST_TELLING));
        office.rep("PJSIP/rep1", RepState.TALKING);
        office.pace(HANDLING);
    }

    private PromisedWindow until(long minutes) {
        Instant end = office.clock.instant().plus(Duration.ofMinutes(minutes));
        return new PromisedWindow(end.minus(Duration.ofMinutes(10)), end);
    }

    /** So many others, who came before and were told no time. */
    private void othersBefore(int many) {
        for (int n = 0; n < many; n++) {
            office.promised(9000 - n);
        }
    }

    private List<String> story(PromiseId id) {
        return office.ledger.story(id).stream().map(LedgerEntry::what).toList();
    }

    private PromisedWindow window(PromiseId id) {
        return office.promise(id).terms().window().orElseThrow();
    }

    private AttemptId tells() {
        AttemptId id = office.telephone.telling().getLast();
        assertThat(office.desk.seat(id)).isEmpty();
        assertThat(office.desk.claim(id)).isPresent();
        office.telephone.writes(id, new Witness.Dialing());
        return id;
    }

    @Test
    void who_would_be_late_is_told_so_without_a_rep_and_keeps_his_place_and_his_tries() {
        othersBefore(5);
        PromiseId late = office.promisedWithin(600, until(20));
        PromiseId inTime = office.promisedWithin(599, until(90));
        office.tick();

        assertThat(office.telephone.telling()).hasSize(1);
        assertThat(window(late).to()).isAfter(office.clock.instant().plusSeconds(1200));
        assertThat(story(late)).contains("new window");
        assertThat(story(inTime)).doesNotContain("new window");

        AttemptId id = tells();
        office.settler.end(id, AttemptOutcome.TOLD, office.clock.instant());
        office.ends(id, new Witness.Ended(AttemptOutcome.NO_KEY));

        assertThat(office.outcome(id)).contains(AttemptOutcome.TOLD);
        assertThat(office.promise(late)).isInstanceOf(Callback.Promised.class);
        assertThat(office.promise(late).tries().made()).isZero();
        office.ticksFor(60);
        assertThat(office.telephone.telling()).hasSize(1);
        assertThat(live(late).map(Attempt::purpose)).contains(Purpose.CALL);
    }

    @Test
    void while_the_call_goes_on_in_which_he_was_told_he_is_not_told_again_but_seen_when_overdue() {
        othersBefore(8);
        PromiseId late = office.promisedWithin(600, until(20));
        office.tick();
        AttemptId id = tells();
        office.settler.end(id, AttemptOutcome.TOLD, office.clock.instant());
        PromisedWindow given = window(late);

        office.ticksFor(45 * 60);
        assertThat(office.telephone.telling()).hasSize(1);
        assertThat(window(late)).isEqualTo(given);
        office.ticksFor(3 * 3600);
        assertThat(story(late)).contains("handed to a person");
    }

    @Test
    void nobody_is_given_another_time_by_a_call_that_the_budget_does_not_allow_now() {
        office.mayCost(new Budget(1000, 1000, 1, 10, ZoneOffset.UTC));
        office.promised(9001);
        office.tick();
        office.ends(office.dials(), new Witness.Spoke(Duration.ofSeconds(60)));
        othersBefore(5);
        PromiseId late = office.promisedWithin(600, until(20));
        office.ticksFor(120);
        assertThat(office.telephone.telling()).isEmpty();
        assertThat(story(late)).doesNotContain("new window");

        office.ticksFor(20 * 60);
        assertThat(story(late)).contains("handed to a person");
        office.ticksFor(40 * 60);
        assertThat(office.telephone.telling()).isNotEmpty();
    }

    private Optional<Attempt> live(PromiseId id) {
        return office.ledger.attemptsOf(id).stream()
                .filter(attempt -> attempt.state().live())
                .findFirst();
    }

    @Test
    void a_placeholder_leaves_the_queue_before_he_is_told_so_that_only_one_phone_call_can_come() {
        othersBefore(5);
        PromiseId late = office.promisedWithin(600, until(26));
        office.ticksFor(10);
        AttemptId placeholder = live(late).orElseThrow().id();
        assertThat(office.telephone.telling()).isEmpty();
        assertThat(office.desk.seat(placeholder)).isPresent();

        office.ticksFor(400);

        assertThat(office.outcome(placeholder)).contains(AttemptOutcome.VOID);
        assertThat(office.telephone.calls().has(placeholder.value())).isFalse();
        assertThat(office.desk.claim(placeholder)).isEmpty();
        assertThat(office.telephone.telling()).isNotEmpty();
    }

    @Test
    void who_is_not_reached_is_told_once_more_after_the_gap_and_then_a_person_sees_to_it() {
        othersBefore(8);
        PromiseId late = office.promisedWithin(600, until(20));
        office.tick();
        office.ends(tells(), new Witness.Ended(AttemptOutcome.NO_ANSWER));
        PromisedWindow given = window(late);

        office.ticksFor(Office.GAP.toSeconds() - 10);
        assertThat(office.telephone.telling()).hasSize(1);
        office.ticksFor(20);
        assertThat(office.telephone.telling()).hasSize(2);
        assertThat(window(late)).isEqualTo(given);

        office.ends(tells(), new Witness.Ended(AttemptOutcome.BUSY));
        office.ticksFor(10);
        assertThat(story(late)).contains("handed to a person");
        assertThat(office.promise(late).tries().made()).isZero();
    }

    @Test
    void after_a_try_that_failed_on_our_side_he_is_not_told_before_the_gap_is_over() {
        PromiseId late = office.promisedWithin(600, until(2));
        office.tick();
        AttemptId tried = live(late).orElseThrow().id();
        assertThat(office.desk.seat(tried)).isPresent();
        assertThat(office.desk.rep(tried)).isPresent();
        office.ends(tried, new Witness.Ended(AttemptOutcome.REP_LEFT));
        othersBefore(5);

        office.ticksFor(Office.GAP.toSeconds() - 10);
        assertThat(office.telephone.telling()).isEmpty();
        office.ticksFor(20);
        assertThat(office.telephone.telling()).hasSize(1);
    }

    @Test
    void who_asked_to_be_called_later_is_not_told_another_time_before_then() {
        PromiseId late = office.promisedWithin(600, until(2));
        office.tick();
        AttemptId tried = office.dials();
        assertThat(office.attempt(tried).promise()).isEqualTo(late);
        office.ends(tried, new Witness.Ended(AttemptOutcome.NOT_NOW));
        othersBefore(12);

        office.ticksFor(Office.GAP.toSeconds() - 10);
        assertThat(office.telephone.telling()).isEmpty();
        office.ticksFor(20);
        assertThat(office.telephone.telling()).hasSize(1);
    }

    @Test
    void who_no_longer_needs_it_says_so_when_he_is_told() {
        othersBefore(5);
        PromiseId late = office.promisedWithin(600, until(20));
        office.tick();
        office.ends(tells(), new Witness.Ended(AttemptOutcome.NO_LONGER_NEEDED));

        assertThat(office.promise(late)).isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void who_chooses_another_time_is_called_then() {
        othersBefore(5);
        PromiseId late = office.promisedWithin(600, until(20));
        office.tick();
        Instant wish = office.clock.instant().plus(Duration.ofHours(2));
        office.settler.end(
                tells(), AttemptOutcome.NOT_NOW, Optional.of(wish), office.clock.instant());

        assertThat(((Callback.Promised) office.promise(late)).notBefore()).isEqualTo(wish);
        assertThat(window(late).from()).isEqualTo(wish);
        assertThat(office.promise(late).tries().made()).isZero();
    }

    @Test
    void who_makes_it_a_little_further_ahead_is_moved_up_past_nobody_who_came_long_before() {
        othersBefore(3);
        office.promised(630);
        PromiseId late = office.promisedWithin(600, until(17));
        office.tick();

        assertThat(story(late)).contains("moved up");
        assertThat(office.promise(late).terms().arrival().at())
                .isEqualTo(office.clock.instant().minusSeconds(660));
        assertThat(office.telephone.telling()).isEmpty();
        office.ticksFor(300);
        assertThat(story(late).stream().filter("moved up"::equals)).hasSize(1);
    }

    @Test
    void an_overdue_promise_is_handed_to_a_person_within_seconds_and_only_once() {
        office.telephone.connected(false);
        office.floor.lost();
        PromiseId overdue = office.promisedWithin(600, until(1));
        office.ticksFor(59);
        assertThat(story(overdue)).doesNotContain("handed to a person");
        office.ticksFor(60);
        assertThat(story(overdue).stream().filter("handed to a person"::equals)).hasSize(1);
    }

    @Test
    void after_an_outage_the_oldest_are_placed_first_and_told_first_and_never_too_many() {
        List<PromiseId> all = new ArrayList<>();
        PromisedWindow passed = until(-60);
        for (int n = 0; n < 300; n++) {
            all.add(office.promisedWithin(9000 - n, passed));
        }
        office.tick();
        assertThat(office.telephone.placed()).hasSize(1 + AT_MOST_TELLING);
        office.ticksFor(30);
        assertThat(office.telephone.placed().size()).isBetween(25, 35);
        office.ticksFor(120);

        assertThat(office.ledger.liveAttempts().size())
                .isLessThanOrEqualTo(Office.AT_MOST_PLACED + AT_MOST_TELLING);
        List<PromiseId> told = told();
        assertThat(told).hasSize(AT_MOST_TELLING);
        assertThat(told).containsExactly(all.get(1), all.get(2));
        List<PromiseId> handed =
                all.stream().filter(id -> story(id).contains("handed to a person")).toList();
        assertThat(handed).hasSize(300 - AT_MOST_TELLING);
    }

    private List<PromiseId> told() {
        return office.telephone.telling().stream().map(id -> office.attempt(id).promise()).toList();
    }
}
