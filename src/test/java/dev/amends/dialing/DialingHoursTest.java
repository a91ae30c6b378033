package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RetrySettings;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Nobody is placed or dialled while the line is closed or it is night where he is. It is 10:00. */
class DialingHoursTest {

    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-03T08:00:00Z");

    private static final Function<PhoneNumber, List<ZoneId>> UTC = _ -> List.of(ZoneOffset.UTC);

    private final Office office = new Office();

    @Test
    void who_is_due_while_the_line_is_closed_is_put_off_to_its_opening_and_his_story_says_why() {
        office.open(line("mon-fri 08:00-09:00"), WeeklyHours.ALWAYS, UTC);
        PromiseId id = office.promised(0);

        office.ticksFor(60);

        assertThat(office.telephone.placed()).isEmpty();
        assertThat(((Callback.Promised) office.promise(id)).notBefore()).isEqualTo(TOMORROW);
        assertThat(story(id)).containsOnlyOnce("the line is closed");
        office.clock.passesSeconds(Duration.between(office.clock.instant(), TOMORROW).toSeconds());
        office.tick();
        assertThat(office.telephone.placed()).hasSize(1);
        assertThat(office.desk.seat(office.telephone.lastPlaced())).isPresent();
    }

    @Test
    void who_would_be_put_off_every_evening_is_given_up_once_his_days_are_used_up() {
        RetrySettings usual = new RetrySettings(3, 5, Office.GAP);
        Office oneDay =
                new Office(
                        new FakeLedger(), new RetrySettings(3, usual.rules(), Duration.ofDays(1)));
        oneDay.open(line("mon-fri 08:00-18:00"), WeeklyHours.ALWAYS, UTC);
        PromiseId id = oneDay.promised(0);

        oneDay.clock.passesSeconds(Duration.ofHours(8).toSeconds());
        oneDay.tick();
        assertThat(((Callback.Promised) oneDay.promise(id)).notBefore()).isEqualTo(TOMORROW);
        oneDay.clock.passesSeconds(Duration.ofHours(24).toSeconds());
        oneDay.tick();

        assertThat(oneDay.promise(id)).isInstanceOf(Callback.Broken.class);
    }

    @Test
    void at_night_where_he_is_nobody_is_called_though_the_line_is_open() {
        office.open(line(""), week("mon-sun 11:00-21:00"), UTC);
        PromiseId id = office.promised(0);
        office.ticksFor(10);
        assertThat(office.telephone.placed()).isEmpty();
        assertThat(((Callback.Promised) office.promise(id)).notBefore())
                .isEqualTo(TEN.plusSeconds(3600));
    }

    @Test
    void those_who_may_not_be_called_do_not_stand_before_those_who_may() {
        office.open(line(""), week("mon-sun 08:00-21:00"), DialingHoursTest::firstIsFarAway);
        PromiseId farAway = office.promised(500);
        PromiseId here = office.promised(10);
        office.tick();
        assertThat(office.telephone.placed())
                .extracting(id -> office.attempt(id).promise())
                .containsExactly(here);
        assertThat(office.promise(farAway)).isInstanceOf(Callback.Promised.class);
    }

    private static List<ZoneId> firstIsFarAway(PhoneNumber number) {
        return List.of(
                number.e164().endsWith("101") ? ZoneId.of("Pacific/Auckland") : ZoneOffset.UTC);
    }

    @Test
    void a_claim_after_closing_gets_no_number_and_uses_up_no_try() {
        office.open(line("mon-fri 08:00-10:01"), WeeklyHours.ALWAYS, UTC);
        PromiseId id = office.promised(0);
        office.tick();
        AttemptId attempt = office.telephone.lastPlaced();
        assertThat(office.desk.seat(attempt)).isPresent();

        office.clock.passesSeconds(60);

        assertThat(office.desk.claim(attempt)).isEmpty();
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.VOID);
        Callback.Promised stands = (Callback.Promised) office.promise(id);
        assertThat(stands.tries().made()).isZero();
        assertThat(stands.notBefore()).isEqualTo(TOMORROW);
        assertThat(story(id)).contains("was not dialled: the line is closed");
        assertThat(office.desk.claim(attempt)).isEmpty();
    }

    @Test
    void who_was_placed_by_a_clock_that_was_ahead_is_not_called_before_the_time_he_was_told() {
        office.rep("PJSIP/5001", RepState.FREE);
        PromiseId id = office.promisedBy("PJSIP/5001", 1800);
        office.clock.passesSeconds(3600);
        office.tick();
        AttemptId attempt = office.telephone.lastPlaced();

        office.clock.passesSeconds(-3600);

        assertThat(office.desk.claim(attempt)).isEmpty();
        Callback.Promised stands = (Callback.Promised) office.promise(id);
        assertThat(stands.tries().made()).isZero();
        assertThat(stands.notBefore()).isEqualTo(TEN.plusSeconds(1800));
        assertThat(story(id)).contains("the time that he was told has not come");
    }

    @Test
    void a_placeholder_gets_no_seat_after_closing() {
        office.open(line("mon-fri 08:00-10:01"), WeeklyHours.ALWAYS, UTC);
        office.promised(0);
        office.tick();
        office.clock.passesSeconds(60);
        assertThat(office.desk.seat(office.telephone.lastPlaced())).isEmpty();
    }

    @Test
    void placeholders_leave_the_queue_when_the_line_closes_so_that_no_rep_gets_one() {
        office.open(line("mon-fri 08:00-10:01"), WeeklyHours.ALWAYS, UTC);
        PromiseId id = office.promised(0);
        office.tick();
        AttemptId attempt = office.telephone.lastPlaced();

        office.ticksFor(75);
        assertThat(office.telephone.calls().has(attempt.value())).isFalse();

        office.ticksFor(15);
        assertThat(office.outcome(attempt)).contains(AttemptOutcome.VOID);
        assertThat(((Callback.Promised) office.promise(id)).notBefore()).isEqualTo(TOMORROW);
        assertThat(office.telephone.placed()).hasSize(1);
    }

    @Test
    void what_a_rep_promised_is_his_alone_from_the_opening_on() {
        office.rep("PJSIP/rep1", RepState.FREE);
        office.open(line("mon-fri 08:00-09:00"), WeeklyHours.ALWAYS, UTC);
        office.promisedBy("PJSIP/rep1", 0);
        office.tick();
        office.clock.passesSeconds(Duration.between(office.clock.instant(), TOMORROW).toSeconds());
        office.tick();
        assertThat(office.desk.seat(office.telephone.lastPlaced()))
                .get()
                .isInstanceOf(Seat.AtRep.class);
    }

    @Test
    void where_no_time_suits_it_is_looked_again_the_next_day() {
        office.open(line(""), week("mon-sun 08:00-21:00"), _ -> List.of());
        PromiseId id = office.promised(0);
        office.ticksFor(5);
        assertThat(office.telephone.placed()).isEmpty();
        assertThat(((Callback.Promised) office.promise(id)).notBefore())
                .isEqualTo(TEN.plusSeconds(86400 + 1));
    }

    private String story(PromiseId id) {
        return String.join(
                "\n", office.ledger.story(id).stream().map(LedgerEntry::reason).toList());
    }

    private static Line line(String hours) {
        return new Line(
                Office.SUPPORT,
                "support",
                "support-senior",
                3,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(90),
                new Hours(week(hours), Holidays.NONE, Duration.ZERO, ZoneOffset.UTC));
    }

    private static WeeklyHours week(String hours) {
        return WeeklyHours.read(hours).orElseThrow();
    }
}
