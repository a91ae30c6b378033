package dev.amends.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amends.line.Pace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.SplittableRandom;

/** A few days of the benchmark, and days on which events are lost and doubled. */
class WaitsTest {

    private static final BusyDay.Kind TEN =
            new BusyDay.Kind("M/M/10+M, load 1.2", 10, 1.2, 240, false, 300);

    /** The reference: 0.455 with known means (mean wait 99 s), 0.710 by Asterisk's formula. */
    @Test
    void what_is_told_is_about_as_good_as_it_can_be() {
        Waits.Score score = Waits.measure(TEN, 12);
        assertThat(score.good()).as(score.line(TEN.name())).isTrue();
        assertThat(score.bias()).as(score.line(TEN.name())).isCloseTo(0, within(0.08));
        assertThat(score.covered90()).isGreaterThan(score.covered80());
    }

    @Test
    void who_comes_before_enough_is_known_is_told_nothing() {
        Waits.Score score = new Waits.Score();
        new Watched(10).live(BusyDay.draw(TEN, 3600, 7), score::add);
        assertThat(score.silent()).isBetween(1, 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lost_and_doubled_events_do_not_spoil_the_estimates(long seed) {
        SplittableRandom fate = new SplittableRandom(seed);
        Watched rough = new Watched(10, () -> fate.nextInt(100) < 6 ? 2 * fate.nextInt(2) : 1);
        double end = 8 * 3600;
        rough.live(BusyDay.draw(TEN, end, seed), _ -> {});
        Pace pace = rough.learned(end).pace().orElseThrow();
        assertThat(pace.handlingSeconds()).isCloseTo(240, within(48.0));
        assertThat(1 / pace.hangUpsPerSecond()).isCloseTo(300, within(105.0));
    }
}
