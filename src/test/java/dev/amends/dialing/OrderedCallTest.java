package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.Appointment;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Task;
import dev.amends.speech.Language;
import dev.amends.staff.RepState;
import dev.amends.store.Store;
import dev.amends.supervision.PromiseDesk;
import dev.amends.supervision.PromiseOrder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Orders of another process and choices of called people, through the store and the whole dialing
 * room, on a fake telephone.
 */
class OrderedCallTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final PromiseId FRESH = new PromiseId("5".repeat(32));

    @TempDir Path folder;
    private Store daemons;
    private Store orders;
    private Office office;

    @BeforeEach
    void open() {
        daemons = Store.open(folder.resolve("amends.db"));
        orders = Store.openExisting(folder.resolve("amends.db"));
        RetrySettings usual = new RetrySettings(3, 5, Office.GAP);
        office =
                new Office(
                        daemons.ledger(), new RetrySettings(3, usual.rules(), Duration.ofDays(2)));
    }

    @AfterEach
    void close() {
        orders.close();
        daemons.close();
    }

    @Test
    void what_is_ordered_is_found_at_the_next_tick_and_kept() {
        assertThat(order(Optional.empty())).isInstanceOf(PromiseOrder.Made.class);
        office.tick();
        AttemptId attempt = office.dials();
        office.ends(attempt, new Witness.Spoke(Duration.ofSeconds(60)));
        assertThat(office.promise(FRESH)).isInstanceOf(Callback.Kept.class);
    }

    @Test
    void what_is_ordered_for_a_time_is_placed_from_then_on() {
        order(at(Duration.ofMinutes(10)));
        office.ticksFor(599);
        assertThat(office.telephone.placed()).isEmpty();
        office.ticksFor(1);
        assertThat(office.telephone.placed()).hasSize(1);
    }

    @Test
    void what_a_rep_promised_for_a_time_is_his_alone_from_then_on_and_after_a_while_anybodys() {
        office.rep("PJSIP/rep1", RepState.TALKING);
        office.rep("PJSIP/rep2", RepState.FREE);
        PromiseOrder.Made made =
                (PromiseOrder.Made) order(Office.LINE, at(HOUR), Optional.of("PJSIP/rep1"));

        assertThat(made.rep()).contains("PJSIP/rep1");
        assertThat(orders.ledger().story(FRESH).getLast().reason())
                .endsWith("(%s) by PJSIP/rep1: bill".formatted(Office.LINE.zone()));
        office.ticksFor(HOUR.plus(Office.REP_WAIT).toSeconds() - 1);
        assertThat(office.telephone.placed()).isEmpty();
        office.ticksFor(1);
        assertThat(office.telephone.placed()).hasSize(1);
    }

    @Test
    void the_rep_who_promised_it_calls_at_that_time_and_at_another_one_that_is_ordered_later() {
        office.rep("PJSIP/rep1", RepState.FREE);
        office.rep("PJSIP/rep2", RepState.FREE);
        order(Office.LINE, at(HOUR.multipliedBy(3)), Optional.of("PJSIP/rep1"));
        PromiseOrder.Moved moved = (PromiseOrder.Moved) order(at(HOUR));
        assertThat(moved.rep()).contains("PJSIP/rep1");
        Instant then = office.clock.instant().plus(HOUR);
        assertThat(office.promise(FRESH).terms().appointment())
                .contains(new Appointment(new RepDevice("PJSIP/rep1"), then));

        office.ticksFor(HOUR.toSeconds() - 1);
        assertThat(office.telephone.placed()).isEmpty();
        office.ticksFor(1);
        office.ends(office.dials(), new Witness.Spoke(Duration.ofSeconds(60)));
        assertThat(office.promise(FRESH)).isInstanceOf(Callback.Kept.class);
    }

    @Test
    void what_a_rep_promised_outside_of_hours_is_his_at_the_next_opening() {
        Line line = open("mon-sun 08:00-18:00");
        PromiseOrder.Made made =
                (PromiseOrder.Made)
                        order(line, Optional.of("2026-11-02 20:00"), Optional.of("PJSIP/rep1"));

        assertThat(office.promise(FRESH).terms().appointment())
                .contains(new Appointment(new RepDevice("PJSIP/rep1"), made.from().toInstant()));
    }

    @Test
    void what_is_put_off_while_its_placeholder_waits_is_taken_out_and_not_dialled_before() {
        order(Optional.empty());
        office.tick();
        AttemptId waits = office.telephone.lastPlaced();
        assertThat(office.desk.seat(waits)).isPresent();

        assertThat(order(at(Duration.ofMinutes(10)))).isInstanceOf(PromiseOrder.Moved.class);
        assertThat(office.desk.claim(waits)).isEmpty();
        office.ticksFor(30);
        assertThat(office.outcome(waits)).contains(AttemptOutcome.VOID);
        assertThat(office.telephone.placed()).hasSize(1);
        office.ticksFor(600);
        assertThat(office.telephone.placed()).hasSize(2);
    }

    @Test
    void who_chose_a_time_is_called_then_and_not_before_in_his_old_place() {
        PromiseId id = office.promised(600);
        Instant arrival = office.promise(id).terms().arrival().at();
        office.tick();
        AttemptId attempt = office.dials();
        Instant wish = office.clock.instant().plusSeconds(1800);
        assertThat(
                        office.settler.end(
                                attempt,
                                AttemptOutcome.NOT_NOW,
                                Optional.of(wish),
                                office.clock.instant()))
                .isTrue();
        office.ends(attempt, new Witness.Ended(AttemptOutcome.NOT_NOW));

        office.ticksFor(1799);
        assertThat(office.telephone.placed()).hasSize(1);
        office.ticksFor(1);
        assertThat(office.telephone.placed()).hasSize(2);
        assertThat(office.promise(id).terms().arrival().at()).isEqualTo(arrival);
        assertThat(office.ledger.story(id))
                .anySatisfy(line ->
                        assertThat(line.reason())
                                .isEqualTo(
                                        "asked to be called later, in 30 min, a time that he chose;"
                                                + " try 1 of 4"));
    }

    @Test
    void whom_nobody_could_call_in_all_the_days_for_it_is_a_task_for_a_person() {
        PromiseId id = office.promised(600);
        office.tick();
        AttemptId waits = office.telephone.lastPlaced();
        office.clock.passesSeconds(Duration.ofDays(2).toSeconds() - 1);
        office.tick();
        assertThat(office.promise(id)).isInstanceOf(Callback.Promised.class);
        assertThat(orders.tasks().open()).isOne(); // overdue, as he could be called for hours

        office.ticksFor(30);

        assertThat(office.promise(id)).isInstanceOf(Callback.Broken.class);
        assertThat(office.outcome(waits)).contains(AttemptOutcome.VOID);
        Task task = orders.tasks().list(false, 9).getFirst();
        assertThat(task.promise().id()).isEqualTo(id);
        assertThat(task.why()).isEqualTo("not reached; the 2 days for it are used up");
        office.ticksFor(600);
        assertThat(office.telephone.placed()).hasSize(1);
    }

    @Test
    void a_time_outside_of_hours_is_moved_to_the_next_opening_and_the_answer_names_that_one() {
        Instant opens = office.clock.instant().plus(Duration.ofHours(22));
        Line line = open("mon-sun 08:00-18:00");

        PromiseOrder.Made made = (PromiseOrder.Made) order(line, Optional.of("2026-11-02 20:00"));

        assertThat(made.from().toInstant()).isEqualTo(opens);
        assertThat(made.later()).contains("not at the time you gave: the line is closed");
        assertThat(orders.ledger().story(FRESH).getLast().reason())
                .isEqualTo("ordered for 2026-11-02 20:00 (Z), but the line is closed: bill");
    }

    @Test
    void whose_turn_can_only_come_later_is_said_to_be_called_then() {
        PromiseOrder.Made made =
                (PromiseOrder.Made) order(open("tue-sun 08:00-18:00"), Optional.empty());

        assertThat(made.later())
                .contains("not before 2026-11-03 08:00, as the line is closed until then");
    }

    /** Office's line with these hours. */
    private static Line open(String hours) {
        return Office.LINE.open(
                new Hours(
                        WeeklyHours.read(hours).orElseThrow(),
                        Holidays.NONE,
                        Duration.ZERO,
                        ZoneOffset.UTC));
    }

    private PromiseOrder order(Optional<String> at) {
        return order(Office.LINE, at);
    }

    private PromiseOrder order(Line line, Optional<String> at) {
        return order(line, at, Optional.empty());
    }

    private PromiseOrder order(Line line, Optional<String> at, Optional<String> rep) {
        NumberPlan numbers = new NumberPlan("US");
        return new PromiseDesk(
                        orders.ledger(),
                        numbers,
                        NumberJudge.by(
                                new NumberPolicy(numbers, NumberRules.NONE), orders.callerBook()),
                        new PromiseDesk.Offers(List.of(line), List.of(Language.ENGLISH)),
                        new PromiseDesk.Chance(office.clock, () -> FRESH))
                .promise(
                        new PromiseDesk.Wanted(
                                "+12025550143",
                                "support",
                                at,
                                rep,
                                Optional.of("bill"),
                                Optional.empty()));
    }

    /** So far from now, as the line's clock has it. */
    private Optional<String> at(Duration away) {
        return Optional.of(
                office.clock
                        .instant()
                        .plus(away)
                        .atZone(Office.LINE.zone())
                        .toLocalDateTime()
                        .toString());
    }
}
