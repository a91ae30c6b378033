package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A line with one rep who takes one caller after the other, minute by minute. */
class ExperienceTest {

    private static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));
    private static final String REP = "PJSIP/rep1";
    private static final String PLACEHOLDER = "0123456789abcdef0123456789abcdef";

    private final Map<LineName, Map<String, Tally>> written = new HashMap<>();
    private Instant now = Instant.parse("2026-11-02T10:00:00Z");
    private Experience experience = experience();
    private Floor floor = floor();
    private int calls;

    private Experience experience() {
        return Experience.goingOn(List.of(LINE), new Notebook(), () -> now);
    }

    private Floor floor() {
        return new Floor(ids -> Map.of(), experience);
    }

    @BeforeEach
    void known() {
        floor.resynced(List.of(new QueueSnapshot("support", List.of(), List.of(talking()))));
    }

    private static Rep talking() {
        return new Rep(REP, RepState.TALKING);
    }

    @Test
    void the_pace_is_known_after_ten_calls_and_is_the_rep_s() {
        serve(9, 100);
        assertThat(learned().pace()).isEmpty();
        serve(1, 100);
        assertThat(learned().pace().orElseThrow().handlingSeconds()).isCloseTo(100, within(0.01));
        assertThat(learned().pace().orElseThrow().hangUpsPerSecond()).isZero();
    }

    @Test
    void before_that_past_waits_in_the_same_place_are_known() {
        serve(3, 100);
        assertThat(learned().pastWait(Standing.ORDINARY, 0).orElseThrow().seconds())
                .isCloseTo(30, within(0.01));
        assertThat(learned().pastWait(Standing.ORDINARY, 1)).isEmpty();
        assertThat(learned().pastWait(Standing.AHEAD, 0)).isEmpty();
    }

    @Test
    void what_keeps_the_rep_from_a_caller_who_waits_counts_as_handling() {
        serve(10, 100);
        for (int i = 0; i < 100; i++) {
            String first = join("support");
            String next = join("support");
            pass(30);
            connect(first, 30);
            pass(100);
            complete(first, 100);
            pass(20);
            connect(next, 150);
            pass(100);
            complete(next, 100);
            pass(500);
        }
        assertThat(learned().pace().orElseThrow().handlingSeconds()).isCloseTo(120, within(2.0));
    }

    @Test
    void an_idle_or_paused_rep_is_not_busy() {
        serve(10, 100);
        for (int i = 0; i < 30; i++) {
            pass(50);
            serve(1, 100);
        }
        String waits = join("support");
        floor.rep("support", new Rep(REP, RepState.PAUSED));
        pass(300);
        floor.rep("support", talking());
        connect(waits, 300);
        pass(100);
        complete(waits, 100);
        assertThat(learned().pace().orElseThrow().handlingSeconds()).isCloseTo(100, within(0.01));
    }

    @Test
    void whoever_hangs_up_tells_how_patient_callers_are() {
        serve(10, 100);
        for (int i = 0; i < 20; i++) {
            String id = join("support");
            pass(60);
            floor.abandoned("support", id, now);
            floor.left("support", id, now);
            pass(30);
        }
        // 20 hang-ups in 20 · 60 + 10 · 30 seconds of waiting.
        assertThat(1 / learned().pace().orElseThrow().hangUpsPerSecond())
                .isCloseTo(75, within(5.0));
    }

    @Test
    void whose_time_for_seniors_is_up_or_who_left_by_a_key_has_not_hung_up() {
        serve(10, 100);
        for (int i = 0; i < 20; i++) {
            String upset = join("support-senior");
            pass(10);
            floor.abandoned("support-senior", upset, now);
            floor.left("support-senior", upset, now);
            floor.joined("support", upset, now);
            pass(20);
            floor.left("support", upset, now);
            pass(30);
            floor.joined("support", upset, now);
            pass(20);
            connect(upset, 20);
            pass(100);
            complete(upset, 100);
            pass(300);
        }
        assertThat(learned().pace().orElseThrow().hangUpsPerSecond()).isZero();
        assertThat(learned().pace().orElseThrow().passingPerSecond()).isPositive();
    }

    @Test
    void a_promised_call_that_looks_finished_does_not_shorten_the_estimate() {
        serve(10, 100);
        for (int i = 0; i < 50; i++) {
            pass(40);
            floor.joined("support", PLACEHOLDER, now);
            pass(30);
            connect(PLACEHOLDER, 30);
            pass(8);
            complete(PLACEHOLDER, 8);
            String waits = join("support");
            pass(100);
            connect(waits, 500);
            pass(100);
            complete(waits, 100);
        }
        assertThat(learned().pace().orElseThrow().handlingSeconds()).isCloseTo(100, within(0.01));
    }

    @Test
    void what_cannot_be_true_is_left_out() {
        serve(10, 100);
        String id = join("support");
        connect(id, 0);
        floor.completed("support", id, REP, Duration.ofSeconds(Integer.MAX_VALUE), now);
        floor.completed("support", "never-heard-of.1", REP, Duration.ofSeconds(5), now);
        floor.completed("no-queue", id, REP, Duration.ofSeconds(5), now);
        connect("never-heard-of.2", 5);
        complete("never-heard-of.2", -5);
        assertThat(learned().pace().orElseThrow().handlingSeconds()).isCloseTo(100, within(0.01));
    }

    @Test
    void waits_that_were_longer_than_predicted_make_the_next_prediction_longer() {
        serve(10, 100);
        assertThat(learned().pace().orElseThrow().bias(Standing.ORDINARY)).isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            String id = join("support");
            pass(150);
            connect(id, 150);
            pass(100);
            complete(id, 100);
            pass(500);
        }
        assertThat(learned().pace().orElseThrow().bias(Standing.ORDINARY)).isBetween(1.3, 1.5);
        assertThat(learned().pace().orElseThrow().bias(Standing.AHEAD)).isEqualTo(1);
    }

    @Test
    void a_restarted_program_goes_on_with_what_it_knew() {
        serve(40, 100);
        floor.resynced(List.of());
        experience = experience();
        floor = floor();
        assertThat(learned().pace().orElseThrow().handlingSeconds()).isCloseTo(100, within(0.01));
    }

    @Test
    void what_was_written_down_wrongly_is_left_out() {
        written.put(
                LINE.name(),
                Map.of(
                        "handling", new Tally(Double.NaN, 1, 1),
                        "patience", new Tally(5, -1, 10),
                        "bias.ordinary", new Tally(5, Double.POSITIVE_INFINITY, 1),
                        "who.knows", new Tally(1, 1, 1)));
        written.put(new LineName("gone"), Map.of("handling", new Tally(20, 2000, 20)));
        experience = experience();
        assertThat(learned()).isEqualTo(Learned.NOTHING);
    }

    @Test
    void nothing_grows_without_bound() {
        for (int i = 0; i < 12_000; i++) {
            join("support");
            connect("call." + i, 1);
        }
        serve(100, 50);
        floor.resynced(List.of());
        assertThat(written.getOrDefault(LINE.name(), Map.of()).size()).isBetween(3, 80);
    }

    /** Each waits 30 s with nobody ahead and is talked with for so long. */
    private void serve(int many, long seconds) {
        for (int i = 0; i < many; i++) {
            String id = join("support");
            pass(30);
            connect(id, 30);
            pass(seconds);
            complete(id, seconds);
            pass(600);
        }
    }

    private String join(String queue) {
        String id = "call." + ++calls;
        floor.joined(queue, id, now);
        return id;
    }

    private void connect(String id, long held) {
        floor.left("support", id, now);
        Experience.Connected taken =
                new Experience.Connected(
                        "support", id, REP, Duration.ofSeconds(held), Duration.ZERO);
        floor.connected(taken, now);
        floor.connected(taken, now);
    }

    private void complete(String id, long seconds) {
        floor.completed("support", id, REP, Duration.ofSeconds(seconds), now);
        floor.completed("support", id, REP, Duration.ofSeconds(seconds), now);
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private Learned learned() {
        return experience.of(LINE.name(), now);
    }

    /** What is written here can be read again at once. */
    private final class Notebook implements ExperienceOnRecord {
        @Override
        public Map<LineName, Map<String, Tally>> read() {
            return Map.copyOf(written);
        }

        @Override
        public void write(Map<LineName, Map<String, Tally>> sums, Instant at) {
            written.putAll(sums);
        }
    }
}
