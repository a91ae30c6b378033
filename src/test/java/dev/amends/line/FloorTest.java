package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class FloorTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));
    private static final String PLACEHOLDER = "0123456789abcdef0123456789abcdef";

    private final Map<String, EffectiveArrival> onRecord = new HashMap<>();
    private final Floor floor = new Floor(this::recorded);

    private Runnable meanwhile = () -> {};

    private Map<String, EffectiveArrival> recorded(Collection<String> ids) {
        meanwhile.run();
        Map<String, EffectiveArrival> found = new HashMap<>(onRecord);
        found.keySet().retainAll(ids);
        return found;
    }

    @Test
    void nothing_is_known_before_the_first_answer_and_after_the_link_is_lost() {
        assertThat(picture().known()).isFalse();
        floor.resynced(List.of());
        assertThat(picture().known()).isTrue();
        floor.lost();
        assertThat(picture().known()).isFalse();
    }

    @Test
    void whoever_hears_the_choice_counts_until_he_joins_leaves_or_is_not_heard_of_any_more() {
        floor.speakingWith(LINE, "joins", NOW);
        floor.speakingWith(LINE, "leaves", NOW);
        floor.speakingWith(LINE, "vanishes", NOW);
        assertThat(picture().howManyWait()).isEqualTo(3);
        floor.expect("support", new Waiting("joins", new EffectiveArrival(NOW)), NOW);
        assertThat(picture().howManyWait()).isEqualTo(3);
        assertThat(picture().spokenWith()).isEqualTo(2);
        floor.goodbye("leaves");
        assertThat(picture().spokenWith()).isEqualTo(1);
        assertThat(floor.picture(LINE, NOW.plusSeconds(21)).spokenWith()).isZero();
    }

    @Test
    void a_full_answer_replaces_everybody_who_waited_and_every_rep() {
        floor.joined("support", "gone", NOW);
        floor.rep("support", new Rep("PJSIP/rep9", RepState.FREE));
        floor.resynced(
                List.of(
                        new QueueSnapshot(
                                "support",
                                List.of(new QueueSnapshot.Entry("here", NOW)),
                                List.of(new Rep("PJSIP/rep1", RepState.TALKING)))));
        assertThat(picture().waiting()).containsExactly(new Waiting("here", at(NOW)));
        assertThat(picture().reps().reps()).extracting(Rep::device).containsExactly("PJSIP/rep1");
    }

    @Test
    void a_full_answer_says_when_somebody_joined_but_what_we_knew_of_his_arrival_counts() {
        floor.expect("support", new Waiting("seen", at(NOW.minusSeconds(90))), NOW);
        floor.joined("support", "seen", NOW);
        onRecord.put("written", at(NOW.minusSeconds(70)));
        floor.resynced(List.of(answer("seen", "written", "stranger")));
        assertThat(picture().waiting())
                .containsExactlyInAnyOrder(
                        new Waiting("seen", at(NOW.minusSeconds(90))),
                        new Waiting("written", at(NOW.minusSeconds(70))),
                        new Waiting("stranger", at(NOW)));
    }

    @Test
    void a_full_answer_does_not_forget_those_who_are_on_their_way() {
        floor.expect("support", new Waiting("walking", at(NOW.minusSeconds(60))), NOW);
        floor.expect("support", new Waiting("just in", at(NOW.minusSeconds(50))), NOW);
        floor.resynced(List.of(answer("just in")));
        assertThat(picture().waiting())
                .containsExactlyInAnyOrder(
                        new Waiting("just in", at(NOW.minusSeconds(50))),
                        new Waiting("walking", at(NOW.minusSeconds(60))));
        floor.joined("support", "walking", NOW.plusSeconds(1));
        assertThat(picture().waiting()).contains(new Waiting("walking", at(NOW.minusSeconds(60))));
    }

    @Test
    void somebody_told_to_join_counts_for_five_seconds_and_no_longer() {
        floor.expect("support", new Waiting("a", at(NOW)), NOW);
        assertThat(floor.picture(LINE, NOW.plusSeconds(5)).howManyWait()).isEqualTo(1);
        assertThat(floor.picture(LINE, NOW.plusSeconds(6)).howManyWait()).isZero();
    }

    @Test
    void somebody_expected_and_joined_counts_once() {
        floor.expect("support", new Waiting("a", at(NOW)), NOW);
        floor.joined("support", "a", NOW.plusSeconds(1));
        floor.expect("support", new Waiting("a", at(NOW)), NOW.plusSeconds(2));
        assertThat(floor.picture(LINE, NOW.plusSeconds(2)).waiting()).hasSize(1);
    }

    @Test
    void hearing_twice_that_somebody_joined_does_not_cost_him_his_place() {
        floor.expect("support", new Waiting("a", at(NOW.minusSeconds(60))), NOW);
        floor.joined("support", "a", NOW);
        floor.joined("support", "a", NOW.plusSeconds(30));
        assertThat(picture().waiting()).containsExactly(new Waiting("a", at(NOW.minusSeconds(60))));
    }

    @Test
    void a_placeholder_counts_with_the_arrival_on_record() {
        onRecord.put(PLACEHOLDER, at(NOW.minusSeconds(600)));
        floor.joined("support", PLACEHOLDER, NOW);
        assertThat(picture().waiting())
                .containsExactly(new Waiting(PLACEHOLDER, at(NOW.minusSeconds(600))));
    }

    @Test
    void while_arrivals_are_looked_up_the_picture_is_there_for_everybody() {
        List<Integer> seen = new ArrayList<>();
        meanwhile =
                () ->
                        seen.add(
                                CompletableFuture.supplyAsync(this::picture)
                                        .orTimeout(10, TimeUnit.SECONDS)
                                        .join()
                                        .howManyWait());
        floor.joined("support", "a", NOW);
        floor.resynced(List.of(answer("a", "b")));
        assertThat(seen).containsExactly(0, 1);
    }

    @Test
    void who_is_expected_while_his_arrival_is_looked_up_counts_as_expected() {
        meanwhile = () -> floor.expect("support", new Waiting("a", at(NOW.minusSeconds(60))), NOW);
        floor.joined("support", "a", NOW);
        assertThat(picture().waiting()).containsExactly(new Waiting("a", at(NOW.minusSeconds(60))));
    }

    @Test
    void somebody_nobody_knows_counts_from_when_he_joined() {
        floor.joined("support", "stranger", NOW);
        assertThat(picture().waiting()).containsExactly(new Waiting("stranger", at(NOW)));
    }

    @Test
    void who_left_is_gone_and_leaving_twice_or_unknown_harms_nobody() {
        floor.joined("support", "a", NOW);
        floor.left("support", "a", NOW);
        floor.left("support", "a", NOW);
        floor.left("no such queue", "b", NOW);
        assertThat(picture().howManyWait()).isZero();
    }

    @Test
    void going_from_the_seniors_to_the_ordinary_queue_he_is_in_one_at_a_time() {
        floor.joined("support-senior", "a", NOW);
        floor.left("support-senior", "a", NOW);
        floor.joined("support", "a", NOW);
        assertThat(picture().waitingForSeniors()).isEmpty();
        assertThat(picture().waiting()).hasSize(1);
    }

    @Test
    void a_rep_in_two_queues_is_one_rep() {
        floor.rep("support", new Rep("PJSIP/rep1", RepState.FREE));
        floor.rep("support-senior", new Rep("PJSIP/rep1", RepState.FREE));
        floor.rep("support", new Rep("PJSIP/rep2", RepState.PAUSED));
        assertThat(picture().reps().onDuty()).isEqualTo(1);
        floor.repLeft("support-senior", "PJSIP/rep1");
        assertThat(picture().seniors().reps()).isEmpty();
    }

    private LinePicture picture() {
        return floor.picture(LINE, NOW);
    }

    private static EffectiveArrival at(Instant when) {
        return new EffectiveArrival(when);
    }

    private static QueueSnapshot answer(String... ids) {
        return new QueueSnapshot(
                "support",
                List.of(ids).stream().map(id -> new QueueSnapshot.Entry(id, NOW)).toList(),
                List.of());
    }
}
