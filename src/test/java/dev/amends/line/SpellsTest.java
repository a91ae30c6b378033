package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Reps who talk without a pause, and what is known of their calls at some moment. */
class SpellsTest {

    private static final double MEAN = 100;

    @Test
    void nothing_happened_yet() {
        assertThat(new Spells(10).events()).isZero();
        assertThat(new Spells(10).time(0)).isZero();
    }

    /**
     * Early in the day only short calls are over: their mean alone would be far too low, the
     * censored estimate is right.
     */
    @Test
    void early_in_the_day_the_calls_under_way_count() {
        double overOnly = 0;
        double censored = 0;
        int days = 400;
        for (int day = 0; day < days; day++) {
            Talk talk = new Talk(20, new SplittableRandom(day));
            talk.until(60);
            overOnly += talk.sumOver / Math.max(1, talk.over) / days;
            censored += talk.estimate() / days;
        }
        assertThat(overOnly).isLessThan(40);
        assertThat(censored).isCloseTo(MEAN, within(15.0));
    }

    @Test
    void in_steady_work_the_calls_under_way_do_not_count_twice() {
        double estimate = 0;
        int days = 60;
        for (int day = 0; day < days; day++) {
            Talk talk = new Talk(50, new SplittableRandom(day));
            talk.until(5_000);
            estimate += talk.estimate() / days;
        }
        assertThat(estimate).isCloseTo(MEAN, within(4.0));
    }

    @Test
    void what_was_is_forgotten_as_the_day_goes_on() {
        Spells spells = new Spells(50);
        for (int i = 0; i < 500; i++) {
            spells.over(300, true, 0);
        }
        for (int i = 0; i < 200; i++) {
            spells.over(100, true, 0);
        }
        assertThat(spells.time(0) / spells.events()).isCloseTo(100, within(5.0));
        assertThat(spells.events()).isLessThanOrEqualTo(50);
    }

    @Test
    void what_was_written_down_goes_on_with_less_weight() {
        Spells spells = new Spells(300);
        for (int i = 0; i < 200; i++) {
            spells.over(250, i % 2 == 0, 0);
        }
        Spells again = new Spells(300);
        again.restore(spells.record(0), 60);
        assertThat(again.time(0) / again.events())
                .isCloseTo(spells.time(0) / spells.events(), within(1e-9));
        assertThat(again.events()).isCloseTo(60, within(1e-9));
    }

    /** Some reps who take one call after the other, exponential with the mean. */
    private static final class Talk {
        private final Spells spells = new Spells(200);
        private final SplittableRandom random;
        private final PriorityQueue<double[]> calls =
                new PriorityQueue<>((one, other) -> Double.compare(one[1], other[1]));
        private double now;
        private double sumOver;
        private int over;

        Talk(int reps, SplittableRandom random) {
            this.random = random;
            List<double[]> first = new ArrayList<>();
            for (int rep = 0; rep < reps; rep++) {
                first.add(call(0));
            }
            calls.addAll(first);
        }

        private double[] call(double from) {
            return new double[] {from, from - MEAN * Math.log(1 - random.nextDouble())};
        }

        void until(double end) {
            while (calls.element()[1] <= end) {
                double[] call = calls.remove();
                now = call[1];
                spells.over(call[1] - call[0], true, underWay());
                sumOver += call[1] - call[0];
                over++;
                calls.add(call(now));
            }
            now = end;
        }

        private double underWay() {
            return calls.stream().mapToDouble(call -> now - call[0]).sum();
        }

        double estimate() {
            return spells.events() == 0 ? MEAN : spells.time(underWay()) / spells.events();
        }
    }
}
