package dev.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.staff.Breather.Running;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The watch over breathers, beat by beat. */
class BreatherWatchTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final BreatherSettings SETTINGS =
            new BreatherSettings(
                    Duration.ofMinutes(3), 1, 50, 3, Duration.ofHours(2), Set.of("sales"));

    private final FakeBreathers breathers = new FakeBreathers();
    private final Switchboard switchboard = new Switchboard();
    private final List<Running> given = new ArrayList<>();
    private Instant now = NOON;
    private final BreatherWatch watch =
            new BreatherWatch(
                    breathers,
                    switchboard,
                    new BreatherWatch.Rules(
                            new BreatherPolicy(SETTINGS, Set.of("support"), Set.of("breather")),
                            SETTINGS),
                    given::add,
                    () -> now);

    /** Three reps in one queue, and why each is paused. */
    private static final class Switchboard implements RepPauses {
        private final Map<String, String> reasons = new LinkedHashMap<>();
        private Instant runsSince = NOON.minusSeconds(3600);
        private boolean connected = true;
        private boolean refuses;

        Switchboard() {
            List.of("PJSIP/rep1", "PJSIP/rep2", "PJSIP/rep3").forEach(rep -> reasons.put(rep, ""));
        }

        @Override
        public boolean connected() {
            return connected;
        }

        @Override
        public Duty duty() {
            return new Duty(
                    reasons.entrySet().stream()
                            .map(rep ->
                                    new Duty.Membership(
                                            "support",
                                            new Rep(
                                                    rep.getKey(),
                                                    rep.getValue().isEmpty()
                                                            ? RepState.FREE
                                                            : RepState.PAUSED),
                                            !rep.getValue().isEmpty(),
                                            rep.getValue()))
                            .toList(),
                    runsSince);
        }

        @Override
        public void pause(String device, String reason) {
            if (refuses) {
                throw new IllegalStateException("no answer");
            }
            reasons.put(device, reason);
        }

        @Override
        public void release(String device, String reason) {
            reasons.computeIfPresent(device, (_, why) -> why.equals(reason) ? "" : why);
        }
    }

    private void hardCall(int n, String rep) {
        watch.earned(
                new HardCall(
                        "1764336000." + n, "support", rep, "abusive", Duration.ofSeconds(5), now));
        watch.tick();
    }

    private void later(long seconds) {
        now = now.plusSeconds(seconds);
        watch.tick();
    }

    @Test
    void a_rep_is_paused_after_a_hard_call_for_wrap_up_and_three_minutes() {
        hardCall(1, "PJSIP/rep1");

        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "breather");
        assertThat(given).hasSize(1);
        later(184);
        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "breather");
        later(1);
        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "");
        assertThat(breathers.open()).isEmpty();
    }

    @Test
    void a_line_without_breathers_gives_none_but_its_hard_calls_are_counted() {
        watch.earned(
                new HardCall("1764336000.9", "sales", "PJSIP/rep1", "upset", Duration.ZERO, now));
        watch.tick();

        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "");
        assertThat(breathers.open()).isEmpty();
        assertThat(breathers.since(now.minusSeconds(1), 9)).hasSize(1);
    }

    @Test
    void the_same_call_told_again_gives_no_second_one() {
        hardCall(1, "PJSIP/rep1");
        later(200);

        hardCall(1, "PJSIP/rep1");

        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "");
        assertThat(given).hasSize(1);
    }

    @Test
    void two_at_once_would_be_too_many_so_the_second_is_owed_and_given_when_the_first_is_back() {
        hardCall(1, "PJSIP/rep1");
        hardCall(2, "PJSIP/rep2");
        assertThat(switchboard.reasons).containsEntry("PJSIP/rep2", "");

        later(186);
        later(1);

        assertThat(switchboard.reasons)
                .containsEntry("PJSIP/rep1", "")
                .containsEntry("PJSIP/rep2", "breather");
    }

    @Test
    void two_hard_calls_that_end_together_are_counted_together() {
        watch.earned(new HardCall("1.1", "support", "PJSIP/rep1", "limit", Duration.ZERO, now));
        watch.earned(new HardCall("1.2", "support", "PJSIP/rep2", "limit", Duration.ZERO, now));

        watch.tick();

        assertThat(switchboard.reasons.values()).filteredOn("breather"::equals).hasSize(1);
    }

    @Test
    void lunch_is_left_alone_with_its_reason() {
        switchboard.reasons.put("PJSIP/rep1", "lunch");

        hardCall(1, "PJSIP/rep1");
        later(300);

        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "lunch");
        assertThat(given).isEmpty();
    }

    @Test
    void a_lunch_that_begins_meanwhile_is_not_ended_with_the_breather() {
        hardCall(1, "PJSIP/rep1");
        switchboard.reasons.put("PJSIP/rep1", "lunch");

        later(300);

        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "lunch");
    }

    @Test
    void what_the_telephone_system_restores_after_a_crash_and_nobody_owes_is_ended() {
        switchboard.reasons.put("PJSIP/rep2", "breather");
        switchboard.reasons.put("PJSIP/rep3", "lunch");

        watch.tick();

        assertThat(switchboard.reasons)
                .containsEntry("PJSIP/rep2", "")
                .containsEntry("PJSIP/rep3", "lunch");
        switchboard.reasons.put("PJSIP/rep2", "breather");
        watch.resynced();
        watch.tick();
        assertThat(switchboard.reasons).containsEntry("PJSIP/rep2", "");
    }

    @Test
    void what_the_telephone_system_forgets_in_a_restart_is_paused_again_until_the_same_moment() {
        hardCall(1, "PJSIP/rep1");
        now = NOON.plusSeconds(60);
        switchboard.reasons.put("PJSIP/rep1", "");
        switchboard.runsSince = now;

        later(1);
        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "breather");
        later(124);
        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "");
    }

    @Test
    void without_a_telephone_system_nothing_is_decided_and_a_pause_that_failed_is_made_up_for() {
        switchboard.connected = false;
        hardCall(1, "PJSIP/rep1");
        assertThat(given).isEmpty();

        switchboard.connected = true;
        switchboard.refuses = true;
        watch.tick();
        switchboard.refuses = false;
        later(1);

        assertThat(switchboard.reasons).containsEntry("PJSIP/rep1", "breather");
    }
}
