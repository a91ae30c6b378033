package dev.amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * On a thousand bad days nobody is called twice, while he waits himself, after he was served, out
 * of hours, or with no rep there; nobody who was promised a call is forgotten; nobody who calls us
 * is sent away; and half a minute after the last fault all is as before.
 */
class SimulationTest {

    private static final int FEW = 10;
    private static final int MANY = 1000;
    private static final int NOTICED_WITHIN = 200;
    private static final Path KEPT = Path.of("target", "simulation");

    @Test
    void on_some_bad_days_promises_are_kept_and_nobody_is_called_twice() {
        assertThat(new Simulation(1, KEPT).plays(1, FEW, _ -> {})).isEmpty();
    }

    @Test
    @Tag("live")
    void on_many_bad_days_promises_are_kept_and_nobody_is_called_twice() {
        assertThat(
                        new Simulation(Runtime.getRuntime().availableProcessors(), KEPT)
                                .plays(10_001, MANY, _ -> {}))
                .isEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_day() {
        List<Day.Result> days = new ArrayList<>();
        new Simulation(1, KEPT).plays(7, 1, days::add);
        new Simulation(1, KEPT).plays(7, 1, days::add);
        assertThat(days.getLast().hash()).isEqualTo(days.getFirst().hash());
        assertThat(days.getLast().promises()).isNotEmpty().isEqualTo(days.getFirst().promises());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_missing_safeguard_is_noticed(Safeguard off) {
        assertThat(Simulation.noticed(off, noticedOn(off), NOTICED_WITHIN)).isPresent();
    }

    /** A day to begin with; where the rules have changed it may be another one soon after it. */
    private static long noticedOn(Safeguard off) {
        return switch (off) {
            case CLAIM,
                    DURABLE,
                    GAP,
                    MARKS,
                    SPOKEN,
                    TIME,
                    ROOM,
                    CALL_AFTER_ACTION,
                    PROOF,
                    BLOCKED,
                    CANCEL,
                    TRIES,
                    LATE,
                    TASKS ->
                    1;
            case CALLS_AN_HOUR -> 10;
            case REFUSAL -> 13;
            case HOURS -> 175;
            case RESTART -> 234;
            case WAITS_HIMSELF -> 238;
            case MESSAGE -> 335;
            case NONE -> throw new IllegalArgumentException("nothing is missing");
        };
    }
}
