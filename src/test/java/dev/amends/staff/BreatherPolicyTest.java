package dev.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.staff.Breather.Owed;
import dev.amends.staff.Breather.Running;
import dev.amends.staff.BreatherPolicy.Next;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What becomes of a breather: each rule by itself. */
class BreatherPolicyTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final String REP = "PJSIP/rep1";
    private static final HardCall CALL =
            new HardCall("1764336000.1", "support", REP, "limit", Duration.ofSeconds(5), NOON);
    private static final Owed OWED = new Owed(7, CALL);
    private static final Running RUNNING =
            new Running(7, CALL, REP, NOON.plusSeconds(1), NOON.plusSeconds(186));

    private final List<Duty.Membership> members = new ArrayList<>();
    private Instant runsSince = NOON.minusSeconds(3600);

    private static BreatherPolicy policy(int leastReps, int leastPercent) {
        return new BreatherPolicy(
                new BreatherSettings(
                        Duration.ofMinutes(3),
                        leastReps,
                        leastPercent,
                        3,
                        Duration.ofHours(2),
                        Set.of()),
                Set.of("support"),
                Set.of("amends-wrap-up", BreatherPolicy.REASON));
    }

    private Duty duty() {
        return new Duty(members, runsSince);
    }

    private BreatherPolicyTest with(String queue, String device, RepState state, String reason) {
        boolean paused = state == RepState.PAUSED;
        members.add(new Duty.Membership(queue, new Rep(device, state), paused, reason));
        return this;
    }

    private BreatherPolicyTest colleagues(int many, RepState state, String reason) {
        for (int n = 0; n < many; n++) {
            with("support", "PJSIP/colleague" + members.size(), state, reason);
        }
        return this;
    }

    private Next owed(long secondsLater) {
        return policy(1, 50).decide(OWED, duty(), NOON.plusSeconds(secondsLater));
    }

    private Next running(long secondsLater) {
        return policy(1, 50).decide(RUNNING, duty(), NOON.plusSeconds(secondsLater));
    }

    @Test
    void he_gets_it_at_once_for_the_wrap_up_and_the_length_though_his_phone_still_seems_in_use() {
        with("support", REP, RepState.TALKING, "").colleagues(3, RepState.FREE, "");

        assertThat(owed(1)).isEqualTo(new Next.Give(RUNNING, "the call was a hard one (limit)"));
    }

    @Test
    void a_local_member_is_found_although_the_dialplan_lacks_its_options() {
        Owed local =
                new Owed(
                        8,
                        new HardCall(
                                "1.2",
                                "support",
                                "Local/5001@from-queue",
                                "taken",
                                Duration.ZERO,
                                NOON));
        with("support", "Local/5001@from-queue/n", RepState.FREE, "")
                .colleagues(3, RepState.FREE, "");

        assertThat(policy(1, 50).decide(local, duty(), NOON))
                .isInstanceOfSatisfying(
                        Next.Give.class,
                        give -> {
                            assertThat(give.running().device())
                                    .isEqualTo("Local/5001@from-queue/n");
                            assertThat(give.running().until()).isEqualTo(NOON.plusSeconds(180));
                        });
    }

    @Test
    void a_pause_of_his_own_is_left_alone() {
        with("support", REP, RepState.PAUSED, "lunch").colleagues(3, RepState.FREE, "");

        assertThat(owed(1)).isEqualTo(new Next.End("he has a pause anyway (lunch)"));
    }

    @Test
    void a_pause_of_his_own_in_one_queue_does_not_keep_him_from_it_in_the_others() {
        with("support", REP, RepState.PAUSED, "training")
                .with("support-senior", REP, RepState.FREE, "")
                .colleagues(3, RepState.FREE, "");

        assertThat(owed(1)).isInstanceOf(Next.Give.class);
    }

    @Test
    void the_wrap_up_that_amends_keeps_becomes_his_breather() {
        with("support", REP, RepState.PAUSED, "amends-wrap-up").colleagues(3, RepState.FREE, "");

        assertThat(owed(1)).isInstanceOf(Next.Give.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 50, 0, 0, false",
        "1, 50, 1, 0, true",
        "2, 50, 1, 0, false",
        "2, 50, 2, 0, true",
        "1, 70, 2, 0, false",
        "1, 60, 4, 0, true",
        "1, 50, 1, 2, false",
        "1, 50, 2, 1, true",
        "0, 0, 0, 5, true",
    })
    void the_line_keeps_enough_reps(
            int leastReps, int leastPercent, int free, int resting, boolean given) {
        with("support", REP, RepState.FREE, "")
                .colleagues(free, RepState.FREE, "")
                .colleagues(resting, RepState.PAUSED, BreatherPolicy.REASON)
                .colleagues(2, RepState.PAUSED, "lunch")
                .colleagues(2, RepState.GONE, "");

        Next next = policy(leastReps, leastPercent).decide(OWED, duty(), NOON.plusSeconds(1));

        assertThat(next instanceof Next.Give).as(next.reason()).isEqualTo(given);
    }

    @Test
    void the_senior_queue_alone_keeps_nobody_from_it() {
        with("support", REP, RepState.FREE, "")
                .with("support-senior", REP, RepState.FREE, "")
                .colleagues(1, RepState.FREE, "");

        assertThat(owed(1)).isInstanceOf(Next.Give.class);
    }

    @Test
    void what_is_owed_is_given_later_when_he_is_free_and_not_after_an_hour() {
        with("support", REP, RepState.TALKING, "").colleagues(3, RepState.FREE, "");
        assertThat(owed(16)).isEqualTo(new Next.Wait("he is not free"));

        members.clear();
        with("support", REP, RepState.FREE, "").colleagues(3, RepState.FREE, "");
        assertThat(owed(600))
                .isInstanceOfSatisfying(
                        Next.Give.class,
                        give ->
                                assertThat(give.running().until())
                                        .isEqualTo(NOON.plusSeconds(600 + 185)));
        assertThat(owed(3600)).isEqualTo(new Next.End("not given within an hour"));
    }

    @Test
    void who_is_in_none_of_the_queues_waits_for_it() {
        colleagues(3, RepState.FREE, "");

        assertThat(owed(1)).isEqualTo(new Next.Wait("he is in none of the queues"));
    }

    @Test
    void switched_off_nobody_gets_one() {
        with("support", REP, RepState.FREE, "").colleagues(3, RepState.FREE, "");

        assertThat(
                        new BreatherPolicy(BreatherSettings.OFF, Set.of("support"), Set.of())
                                .decide(OWED, duty(), NOON))
                .isEqualTo(new Next.End("breathers are switched off"));
    }

    @Test
    void it_goes_on_until_its_time_is_over() {
        with("support", REP, RepState.PAUSED, BreatherPolicy.REASON);

        assertThat(running(185)).isEqualTo(new Next.Wait("he has it"));
        assertThat(running(186)).isEqualTo(new Next.End("its time is over"));
    }

    @Test
    void who_ends_it_himself_has_ended_it() {
        with("support", REP, RepState.FREE, "");

        assertThat(running(10)).isEqualTo(new Next.End("he ended it himself"));
    }

    @Test
    void a_restart_of_the_telephone_system_does_not_take_it_from_him() {
        with("support", REP, RepState.FREE, "");
        runsSince = NOON.plusSeconds(20);

        assertThat(running(30))
                .isEqualTo(new Next.Resume(RUNNING, "the telephone system was restarted"));
    }

    @Test
    void one_that_has_just_begun_may_not_have_arrived_yet() {
        with("support", REP, RepState.FREE, "");

        assertThat(running(2)).isInstanceOf(Next.Resume.class);
    }

    @Test
    void a_pause_of_ours_meanwhile_does_not_end_it() {
        with("support", REP, RepState.PAUSED, "amends-wrap-up");

        assertThat(running(30))
                .isEqualTo(new Next.Resume(RUNNING, "another pause of ours came in between"));
    }

    @Test
    void another_pause_meanwhile_ends_it() {
        with("support", REP, RepState.PAUSED, "lunch");

        assertThat(running(30)).isEqualTo(new Next.End("he has another pause now"));
    }

    @Test
    void who_has_left_the_queues_has_none() {
        assertThat(running(30)).isEqualTo(new Next.End("he has left the queues"));
    }

    @Test
    void a_pause_for_a_breather_that_nobody_owes_is_a_stray() {
        with("support", REP, RepState.PAUSED, BreatherPolicy.REASON)
                .with("support-senior", REP, RepState.PAUSED, BreatherPolicy.REASON)
                .with("support", "PJSIP/rep2", RepState.PAUSED, "lunch");

        assertThat(policy(1, 50).strays(List.of(OWED), duty())).containsExactly(REP);
        assertThat(policy(1, 50).strays(List.of(RUNNING), duty())).isEmpty();
    }
}
