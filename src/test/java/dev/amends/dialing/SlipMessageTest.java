package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.WeeklyHours;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** One rep who needs four minutes for a call, on a line that sends messages; promises run late. */
class SlipMessageTest {

    private static final int AT_MOST_TELLING = 2;
    private static final Messenger.Sending SENT = new Messenger.Sending.Sent();
    private static final Messenger.Sending FAILED =
            new Messenger.Sending.Failed("the command for it failed with exit code 1");

    private final Office office = new Office();

    @BeforeEach
    void one_rep() {
        office.runs(Office.telling(TellingWay.MESSAGE, 60, AT_MOST_TELLING));
        office.rep("PJSIP/rep1", RepState.TALKING);
        office.pace(Duration.ofMinutes(4));
    }

    /** Somebody who would be called after the time that he was told, behind so many others. */
    private PromiseId late(int others) {
        for (int n = 0; n < others; n++) {
            office.promised(9000 - n);
        }
        return office.promisedWithin(600, until(20));
    }

    private PromisedWindow until(long minutes) {
        Instant end = office.clock.instant().plus(Duration.ofMinutes(minutes));
        return new PromisedWindow(end.minus(Duration.ofMinutes(10)), end);
    }

    private List<String> story(PromiseId id) {
        return office.ledger.story(id).stream().map(LedgerEntry::what).toList();
    }

    private PromisedWindow window(PromiseId id) {
        return office.promise(id).terms().window().orElseThrow();
    }

    @Test
    void who_would_be_late_is_sent_one_message_and_his_phone_does_not_ring() {
        PromiseId late = late(6);
        office.tick();

        assertThat(office.messenger.underWay()).isEqualTo(1);
        assertThat(story(late)).contains("new window").doesNotContain("message sent");
        office.messenger.ends(SENT);

        assertThat(office.messenger.told(late)).containsExactly(window(late));
        assertThat(story(late)).containsSubsequence("new window", "message sent");
        office.ticksFor(60);
        assertThat(office.messenger.underWay()).isZero();
        assertThat(office.telephone.telling()).isEmpty();
        assertThat(office.promise(late).tries().made()).isZero();
    }

    @Test
    void who_was_sent_a_message_keeps_his_place_and_is_called_in_the_end() {
        PromiseId late = late(6);
        office.tick();
        office.messenger.ends(SENT);
        office.ticksFor(20);

        assertThat(office.promise(late)).isInstanceOf(Callback.Promised.class);
        assertThat(office.telephone.placed())
                .extracting(id -> office.attempt(id).promise())
                .contains(late);
    }

    @Test
    void while_it_is_being_sent_nothing_else_is_done_however_long_that_takes() {
        PromiseId late = late(6);
        office.tick();
        office.ticksFor(120);

        assertThat(office.messenger.underWay()).isEqualTo(1);
        assertThat(office.telephone.telling()).isEmpty();
        assertThat(story(late)).doesNotContain("handed to a person");
    }

    @Test
    void whose_message_fails_is_called_to_hear_the_same_time() {
        PromiseId late = late(8);
        office.tick();
        PromisedWindow given = window(late);
        office.messenger.ends(FAILED);
        office.ticksFor(5);

        assertThat(story(late)).containsSubsequence("new window", "message not sent");
        assertThat(office.telephone.telling())
                .extracting(id -> office.attempt(id).promise())
                .containsExactly(late);
        assertThat(window(late)).isEqualTo(given);
        assertThat(office.messenger.told(late)).hasSize(1);
    }

    @Test
    void whose_message_fails_and_whom_no_call_reaches_is_a_task_for_a_person() {
        PromiseId late = late(8);
        office.tick();
        office.messenger.ends(FAILED);
        for (int call = 0; call < 2; call++) {
            office.ticksFor(Office.GAP.toSeconds() + 10);
            office.desk.claim(office.telephone.telling().getLast());
            office.ends(
                    office.telephone.telling().getLast(),
                    new Witness.Ended(AttemptOutcome.NO_ANSWER));
        }
        office.ticksFor(10);

        assertThat(story(late)).contains("handed to a person");
        assertThat(office.messenger.told(late)).hasSize(1);
    }

    @Test
    void after_a_crash_while_it_was_being_sent_none_is_sent_again_and_he_is_called_instead() {
        PromiseId late = late(8);
        office.tick();
        assertThat(office.messenger.underWay()).isEqualTo(1);
        office.restart();
        office.ticksFor(11);

        assertThat(office.messenger.underWay()).isZero();
        assertThat(office.ledger.story(late))
                .anyMatch(entry ->
                        entry.what().equals("message not sent")
                                && entry.reason().equals("nobody knows whether it was"));
        assertThat(office.telephone.telling()).hasSize(1);
    }

    @Test
    void at_night_where_he_is_he_is_sent_nothing() {
        office.open(
                Office.LINE,
                WeeklyHours.read("mon-sun 11:00-21:00").orElseThrow(),
                _ -> List.of(ZoneOffset.UTC));
        PromiseId late = late(6);
        office.ticksFor(60);
        assertThat(office.messenger.underWay()).isZero();
        assertThat(story(late)).doesNotContain("new window");
    }

    @Test
    void a_blocked_number_is_sent_nothing_and_his_promise_ends_as_any_other_of_such_a_number() {
        PromiseId late = late(6);
        office.callers.block(
                office.promise(late).terms().number(), "abuse", office.clock.instant());
        office.tick();

        assertThat(office.messenger.underWay()).isZero();
        assertThat(office.desk.claim(office.telephone.telling().getLast())).isEmpty();
        assertThat(office.promise(late)).isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void who_is_blocked_before_his_message_goes_out_is_sent_none() {
        PromiseId late = late(6);
        office.tick();
        office.callers.block(
                office.promise(late).terms().number(), "abuse", office.clock.instant());
        office.messenger.ends(SENT);

        assertThat(office.messenger.told(late)).isEmpty();
        assertThat(story(late)).contains("message not sent");
    }

    @Test
    void who_asks_for_another_time_before_his_message_goes_out_is_sent_none() {
        PromiseId late = late(6);
        office.tick();
        Instant later = office.clock.instant().plus(Duration.ofHours(3));
        office.ledger.order(office.promise(late).terms().ordered(later), "wrote to us");
        office.messenger.ends(SENT);

        assertThat(office.messenger.told(late)).isEmpty();
    }

    @Test
    void who_rings_himself_before_his_message_goes_out_is_sent_none() {
        PromiseId late = late(6);
        office.tick();
        office.ledger.notePresent(late, Office.call(99), office.clock.instant());
        office.messenger.ends(SENT);

        assertThat(office.messenger.told(late)).isEmpty();
    }

    @Test
    void who_cancels_before_his_message_goes_out_is_sent_none() {
        PromiseId late = late(6);
        office.tick();
        office.settler.withdraw(office.promise(late), "he cancelled", office.clock.instant());
        office.messenger.ends(SENT);

        assertThat(office.messenger.told(late)).isEmpty();
        assertThat(office.promise(late)).isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void no_more_are_being_told_at_a_time_than_may_be() {
        for (int n = 0; n < 5; n++) {
            late(n == 0 ? 6 : 0);
        }
        office.ticksFor(10);
        assertThat(office.messenger.underWay()).isEqualTo(AT_MOST_TELLING);
        office.messenger.ends(SENT);
        office.ticksFor(5);
        assertThat(office.messenger.underWay()).isEqualTo(AT_MOST_TELLING);
    }
}
