package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.dialing.SlipPolicy.Facts;
import dev.amends.dialing.SlipPolicy.Slips;
import dev.amends.line.ExpectedWait;
import dev.amends.line.LineName;
import dev.amends.promise.Lateness;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Slip;
import dev.amends.promise.WhenPolicy.When;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** It is ten o'clock; he was told "between 10:05 and 10:20" unless a test says otherwise. */
class SlipPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final PromisedWindow TOLD = new PromisedWindow(in(5), in(20));
    private static final PromisedWindow LATER = new PromisedWindow(in(30), in(50));
    private static final SlipSettings SETTINGS =
            new SlipSettings(
                    Lateness.USUAL,
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(5),
                    3,
                    Map.of(new LineName("support"), TellingWay.CALL));

    private Optional<Instant> latest = Optional.of(TOLD.to());
    private Optional<ExpectedWait> turn = minutes(40);
    private Optional<ExpectedWait> raised = Optional.empty();
    private boolean urgent;
    private boolean waitsForLong;
    private Slip slip = Slip.NONE;
    private Known telling =
            new Known(
                    Optional.of(TellingWay.CALL),
                    true,
                    Optional.of(new When.InTurn(Optional.of(LATER), "it fits")));

    private record Known(Optional<TellingWay> way, boolean now, Optional<When> when)
            implements SlipPolicy.Telling {}

    private static Instant in(long minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private static Optional<ExpectedWait> minutes(double many) {
        return Optional.of(new ExpectedWait(60 * many, 0));
    }

    private Slips decide() {
        Optional<PromisedWindow> window = Optional.of(slip.given() > 0 ? LATER : TOLD);
        return SlipPolicy.decide(
                new Facts(latest, window, turn, raised, urgent, slip, telling, overdue(), NOW),
                SETTINGS);
    }

    private boolean overdue() {
        return waitsForLong || latest.filter(NOW::isAfter).isPresent();
    }

    private static Slip given(int windows, long minutesAgo, Slip.Telling told) {
        return new Slip(
                Optional.empty(), windows, Optional.of(in(-minutesAgo)), Optional.empty(), told);
    }

    private static Slip.Telling heard() {
        return new Slip.Telling(1, true, Optional.of(in(-1)), Optional.empty());
    }

    private static Slip.Telling unheard(int calls, long minutesAgo) {
        return new Slip.Telling(calls, false, Optional.of(in(-minutesAgo)), Optional.empty());
    }

    @Test
    void who_was_told_no_time_or_has_been_rung_is_never_late() {
        latest = Optional.empty();
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
    }

    @Test
    void but_once_he_has_waited_for_too_long_a_person_sees_to_it() {
        latest = Optional.empty();
        waitsForLong = true;
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "10", "20"})
    void whose_turn_comes_in_time_is_left_alone(double many) {
        turn = minutes(many);
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
    }

    @Test
    void who_would_be_late_is_told_another_time_before_the_one_he_was_told_has_passed() {
        assertThat(decide())
                .isEqualTo(
                        new Slips.Tell(
                                LATER, TellingWay.CALL, "his turn comes in 40 min, too late"));
    }

    @Test
    void who_makes_it_one_minute_earlier_is_moved_up_instead() {
        turn = minutes(20.5);
        raised = minutes(19.5);
        assertThat(decide()).isInstanceOf(Slips.Raise.class);
    }

    @Test
    void nobody_is_moved_up_for_whom_that_is_not_enough() {
        raised = minutes(39);
        assertThat(decide()).isInstanceOf(Slips.Tell.class);
    }

    @Test
    void at_the_last_moment_for_his_phone_to_ring_he_is_moved_up_although_he_may_make_it() {
        turn = minutes(15);
        raised = minutes(14);
        urgent = true;
        assertThat(decide()).isInstanceOf(Slips.Raise.class);
        raised = Optional.empty();
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
    }

    @Test
    void who_is_late_but_next_is_called_rather_than_told() {
        latest = Optional.of(in(-60));
        turn = minutes(5);
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        turn = minutes(6);
        assertThat(decide()).isInstanceOf(Slips.Tell.class);
    }

    @Test
    void what_the_rest_of_the_day_can_not_hold_is_told_for_the_next_opening() {
        telling = new Known(telling.way(), true, Optional.of(new When.From(in(600), "it closes")));
        assertThat(((Slips.Tell) decide()).window())
                .isEqualTo(new PromisedWindow(in(600), in(640)));
    }

    @Test
    void where_nobody_is_told_or_no_time_can_be_a_person_sees_to_it() {
        telling = new Known(Optional.empty(), true, telling.when());
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
        telling =
                new Known(Optional.of(TellingWay.CALL), true, Optional.of(new When.Never("never")));
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
    }

    @Test
    void nobody_is_told_again_so_soon_but_a_person_sees_to_it_once_the_time_has_passed() {
        slip = given(1, 29, heard());
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        latest = Optional.of(in(-1));
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
        slip = given(1, 30, new Slip.Telling(1, true, Optional.of(in(-30)), Optional.empty()));
        assertThat(decide()).isInstanceOf(Slips.Tell.class);
    }

    @Test
    void that_counts_from_when_he_heard_it_as_it_may_have_taken_several_calls() {
        slip = given(1, 40, heard());
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        slip = given(1, 40, new Slip.Telling(2, true, Optional.of(in(-30)), Optional.empty()));
        assertThat(decide()).isInstanceOf(Slips.Tell.class);
    }

    @Test
    void the_third_time_a_person_sees_to_it() {
        slip = given(2, 60, heard());
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
    }

    @Test
    void who_did_not_hear_the_other_time_is_called_once_more_after_the_gap_and_then_by_a_person() {
        turn = minutes(10);
        slip = given(1, 5, unheard(1, 4));
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        slip = given(1, 6, unheard(1, 5));
        assertThat(decide())
                .isEqualTo(new Slips.Tell(LATER, TellingWay.CALL, "he has not heard it yet"));
        slip = given(1, 12, unheard(2, 5));
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
    }

    @Test
    void a_call_that_was_not_dialled_is_no_call_and_is_tried_again_soon() {
        turn = minutes(10);
        slip = given(1, 5, new Slip.Telling(0, false, Optional.empty(), Optional.of(NOW)));
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        slip = given(1, 5, new Slip.Telling(0, false, Optional.empty(), Optional.of(in(-1))));
        assertThat(decide()).isInstanceOf(Slips.Tell.class);
    }

    @Test
    void at_night_nobody_is_told_anything() {
        telling = new Known(telling.way(), false, telling.when());
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        latest = Optional.of(in(-1));
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
    }

    @Test
    void while_no_turn_can_be_foreseen_only_what_is_overdue_is_seen() {
        turn = Optional.empty();
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        latest = Optional.of(in(-1));
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
    }

    private Slip messaged(Slip.Message came) {
        return given(
                1,
                5,
                new Slip.Telling(0, false, Optional.empty(), Optional.empty(), Optional.of(came)));
    }

    private void byMessage(boolean now) {
        telling = new Known(Optional.of(TellingWay.MESSAGE), now, telling.when());
    }

    @Test
    void a_line_that_sends_messages_tells_another_time_by_one() {
        byMessage(true);
        assertThat(decide())
                .isEqualTo(
                        new Slips.Tell(
                                LATER, TellingWay.MESSAGE, "his turn comes in 40 min, too late"));
    }

    @Test
    void at_night_nobody_is_sent_a_message_either() {
        byMessage(false);
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        latest = Optional.of(in(-1));
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
    }

    @Test
    void while_a_message_is_being_sent_nothing_else_is_done() {
        byMessage(true);
        slip = messaged(Slip.Message.SENDING);
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
    }

    @Test
    void who_was_sent_a_message_counts_as_told() {
        byMessage(true);
        turn = minutes(10);
        slip = messaged(Slip.Message.SENT);
        assertThat(decide()).isEqualTo(new Slips.OnTime("his turn comes in 10 min, in time"));
        turn = minutes(40);
        assertThat(((Slips.OnTime) decide()).reason()).endsWith("another time just now");
    }

    @ParameterizedTest
    @EnumSource(TellingWay.class)
    void whose_message_failed_is_called_to_hear_the_same_time_however_his_line_tells(
            TellingWay way) {
        telling = new Known(Optional.of(way), true, telling.when());
        slip = messaged(Slip.Message.FAILED);
        assertThat(decide())
                .isEqualTo(new Slips.Tell(LATER, TellingWay.CALL, "he has not heard it yet"));
    }

    @Test
    void whose_message_failed_and_who_may_not_be_called_now_is_a_task_once_it_is_overdue() {
        byMessage(false);
        slip = messaged(Slip.Message.FAILED);
        assertThat(decide()).isInstanceOf(Slips.OnTime.class);
        latest = Optional.of(in(-1));
        assertThat(decide()).isInstanceOf(Slips.HandOver.class);
    }
}
