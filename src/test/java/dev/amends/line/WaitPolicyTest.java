package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amends.staff.Rep;
import dev.amends.staff.RepState;
import dev.amends.staff.Staff;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class WaitPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final WaitPolicy.Place MINE =
            new WaitPolicy.Place(Set.of("me.1"), new EffectiveArrival(NOW), Standing.ORDINARY);
    private static final Pace PACE = new Pace(240, 1 / 300.0, 0, 60, Map.of());

    @Test
    void the_wait_is_the_sum_of_a_step_for_each_place_ahead() {
        // 10 / 240 + i / 300 for i = 0, 1, 2
        double steps =
                1 / (10 / 240.0) + 1 / (10 / 240.0 + 1 / 300.0) + 1 / (10 / 240.0 + 2 / 300.0);
        assertThat(expect(live(2), busy(10), PACE).seconds()).isCloseTo(steps, within(1e-6));
    }

    @Test
    void promised_callers_ahead_are_places_but_do_not_hang_up() {
        double live = expect(live(4), busy(10), PACE).seconds();
        double promised = expect(promised(4), busy(10), PACE).seconds();
        List<Waiting> both = new ArrayList<>(live(2));
        both.addAll(promised(2));
        assertThat(promised).isCloseTo(5 * 24, within(1e-6));
        assertThat(expect(both, busy(10), PACE).seconds()).isBetween(live, promised);
    }

    @Test
    void with_a_rep_free_beyond_those_ahead_there_is_no_wait_even_where_nothing_is_known() {
        LinePicture picture = picture(live(1), states(RepState.FREE, RepState.FREE));
        assertThat(WaitPolicy.expected(picture, MINE)).contains(ExpectedWait.NONE);
        assertThat(WaitPolicy.expected(picture(live(2), picture.reps().reps()), MINE)).isEmpty();
    }

    @Test
    void nothing_is_expected_while_nobody_is_on_duty_or_the_line_is_not_known() {
        Learned learned = new Learned(Optional.of(PACE), Map.of());
        assertThat(
                        WaitPolicy.expected(
                                picture(live(1), states(RepState.PAUSED, RepState.GONE))
                                        .with(learned),
                                MINE))
                .isEmpty();
        LinePicture blind =
                new LinePicture(
                        false,
                        live(1),
                        List.of(),
                        0,
                        List.of(),
                        new Staff(busy(3)),
                        Staff.NOBODY,
                        learned);
        assertThat(WaitPolicy.expected(blind, MINE)).isEmpty();
    }

    @Test
    void only_reps_on_duty_count() {
        List<Rep> some = new ArrayList<>(busy(5));
        some.addAll(states(RepState.PAUSED, RepState.GONE));
        assertThat(expect(live(3), some, PACE)).isEqualTo(expect(live(3), busy(5), PACE));
    }

    @Test
    void only_those_who_came_before_are_ahead_and_nobody_is_ahead_of_himself() {
        List<Waiting> all = new ArrayList<>(live(2));
        all.add(new Waiting("later.1", new EffectiveArrival(NOW.plusSeconds(1))));
        all.add(new Waiting("me.1", new EffectiveArrival(NOW.minusSeconds(9))));
        LinePicture picture =
                new LinePicture(
                        true,
                        all,
                        live(1),
                        1,
                        live(1),
                        new Staff(busy(2)),
                        Staff.NOBODY,
                        Learned.NOTHING);
        assertThat(WaitPolicy.ahead(picture, MINE)).isEqualTo(new WaitPolicy.Ahead(4, 0));
    }

    @Test
    void who_is_passed_waits_longer_but_by_no_more_than_come_within_the_head_start() {
        Pace passed = new Pace(240, 1 / 300.0, 1 / 60.0, 60, Map.of());
        double alone = expect(live(5), busy(10), PACE).seconds();
        double ordinary = expect(live(5), busy(10), passed).seconds();
        double onePlaceMore = expect(live(6), busy(10), PACE).seconds();
        assertThat(ordinary).isCloseTo(onePlaceMore, within(1e-6)).isGreaterThan(alone);
        WaitPolicy.Place ahead =
                new WaitPolicy.Place(Set.of("me.1"), MINE.arrival(), Standing.AHEAD);
        assertThat(
                        WaitPolicy.expected(with(picture(live(5), busy(10)), passed), ahead)
                                .orElseThrow()
                                .seconds())
                .isCloseTo(alone, within(1e-6));
    }

    @Test
    void a_flood_of_passing_callers_does_not_make_the_wait_endless() {
        Pace flood = new Pace(240, 0, 10, 100_000, Map.of());
        assertThat(expect(live(5), busy(10), flood).seconds()).isLessThan(6 * 24 * 20.1);
    }

    @Test
    void past_predictions_correct_new_ones() {
        Pace longer = new Pace(240, 1 / 300.0, 0, 60, Map.of(Standing.ORDINARY, 1.25));
        ExpectedWait plain = expect(live(3), busy(10), PACE);
        ExpectedWait corrected = expect(live(3), busy(10), longer);
        assertThat(corrected.seconds()).isCloseTo(1.25 * plain.seconds(), within(1e-6));
        assertThat(corrected.p80().toMillis() / 1.25)
                .isCloseTo(plain.p80().toMillis(), within(2.0));
    }

    @Test
    void until_the_pace_is_known_past_waits_in_the_same_place_speak_and_before_that_nothing() {
        Tally waits = Tally.EMPTY.with(100, 20).with(140, 20).with(120, 20).with(120, 20);
        Learned learned =
                new Learned(
                        Optional.empty(),
                        Map.of(Standing.ORDINARY, Map.of(2, waits, 3, Tally.EMPTY.with(100, 20))));
        assertThat(
                        WaitPolicy.expected(picture(live(2), busy(3)).with(learned), MINE)
                                .orElseThrow()
                                .seconds())
                .isCloseTo(120, within(1.5));
        assertThat(WaitPolicy.expected(picture(live(3), busy(3)).with(learned), MINE)).isEmpty();
        assertThat(WaitPolicy.expected(picture(live(4), busy(3)).with(learned), MINE)).isEmpty();
    }

    /** Whatever the line looks like, one more ahead or one rep less never shortens the wait. */
    @Test
    void more_ahead_or_fewer_reps_never_mean_a_shorter_wait() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            int ahead = random.nextInt(60);
            int reps = 2 + random.nextInt(40);
            Pace pace =
                    new Pace(
                            10 + random.nextDouble() * 600,
                            random.nextDouble() / 60,
                            random.nextDouble() / 30,
                            random.nextInt(300),
                            Map.of());
            List<Waiting> queue = random.nextBoolean() ? live(ahead) : promised(ahead);
            List<Waiting> more = queue.isEmpty() ? live(1) : new ArrayList<>(queue);
            if (!queue.isEmpty()) {
                more.add(queue.getFirst());
            }
            ExpectedWait wait = expect(queue, busy(reps), pace);
            assertThat(expect(more, busy(reps), pace).seconds())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(wait.seconds() - 1e-9);
            assertThat(expect(queue, busy(reps - 1), pace).seconds())
                    .as("seed %d", seed)
                    .isGreaterThan(wait.seconds());
            assertThat(wait.p50()).as("seed %d", seed).isLessThanOrEqualTo(wait.p80());
            assertThat(wait.p80()).as("seed %d", seed).isLessThanOrEqualTo(wait.p90());
        }
    }

    private static ExpectedWait expect(List<Waiting> queue, List<Rep> reps, Pace pace) {
        return WaitPolicy.expected(with(picture(queue, reps), pace), MINE).orElseThrow();
    }

    private static LinePicture with(LinePicture picture, Pace pace) {
        return picture.with(new Learned(Optional.of(pace), Map.of()));
    }

    private static LinePicture picture(List<Waiting> queue, List<Rep> reps) {
        return new LinePicture(true, queue, List.of(), 0, new Staff(reps), Staff.NOBODY);
    }

    private static List<Waiting> live(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Waiting("live." + i, new EffectiveArrival(NOW.minusSeconds(i))))
                .toList();
    }

    private static List<Waiting> promised(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Waiting("%032x".formatted(i), new EffectiveArrival(NOW)))
                .toList();
    }

    private static List<Rep> busy(int many) {
        return states(Collections.nCopies(many, RepState.TALKING).toArray(RepState[]::new));
    }

    private static List<Rep> states(RepState... states) {
        return IntStream.range(0, states.length)
                .mapToObj(i -> new Rep("PJSIP/rep" + states[i] + i, states[i]))
                .toList();
    }
}
