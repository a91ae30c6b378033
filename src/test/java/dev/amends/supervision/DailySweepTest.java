package dev.amends.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been kept long enough goes, a little at a time. */
class DailySweepTest {

    private static final Instant NOW = Instant.parse("2026-11-21T13:10:00Z");

    private final List<String> asked = new ArrayList<>();

    /** There are so many of each kind. */
    private DailySweep sweep(int there, Retention retention) {
        int[] left = {there, there};
        return new DailySweep(
                (kind, before) -> {
                    asked.add(kind.word() + " " + Duration.between(before, NOW).toDays());
                    int some = Math.min(2, left[kind.ordinal()]);
                    left[kind.ordinal()] -= some;
                    return some;
                },
                retention,
                () -> NOW);
    }

    @Test
    void each_kind_is_kept_for_its_own_time_and_deleted_until_nothing_old_is_left() {
        sweep(
                        3,
                        new Retention(
                                Optional.of(Duration.ofDays(400)),
                                Optional.of(Duration.ofDays(1100))))
                .sweep();
        assertThat(asked)
                .containsExactly(
                        "calls 400",
                        "calls 400",
                        "calls 400",
                        "promises 1100",
                        "promises 1100",
                        "promises 1100");
    }

    @Test
    void what_is_kept_for_ever_is_not_looked_at() {
        sweep(3, new Retention(Optional.empty(), Optional.of(Duration.ofDays(1)))).sweep();
        assertThat(asked).isNotEmpty().allMatch(kind -> kind.startsWith("promises"));
    }

    @Test
    void once_it_is_stopped_it_deletes_no_more() {
        DailySweep sweep =
                sweep(9, new Retention(Optional.of(Duration.ofDays(1)), Optional.empty()));
        sweep.stop();
        sweep.sweep();
        assertThat(asked).hasSize(1);
    }
}
