package dev.amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;

/**
 * On a thousand bad days nobody is called twice, while he waits himself, after he was served, out
 * of hours, or with no rep there; nobody who was promised a call is forgotten; nobody who calls us
 * is sent away; and half a minute after the last fault all is as before.
 */
class SimulationTest {

    private static final int FEW = 40;
    private static final int MANY = 1000;
    private static final Path KEPT = Path.of("target", "simulation");

    @Test
    void on_some_bad_days_promises_are_kept_and_nobody_is_called_twice() {
        assertThat(new Simulation(1, KEPT).plays(1, FEW, _ -> {})).isEmpty();
    }

    @Test
    @Tag("live")
    void on_a_thousand_bad_days_promises_are_kept_and_nobody_is_called_twice() {
        assertThat(new Simulation(1, KEPT).plays(10_001, MANY, _ -> {})).isEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_day() {
        Day.Result once = new Day(7, Safeguard.NONE, true).lives();
        Day.Result again = new Day(7, Safeguard.NONE, false).lives();
        assertThat(again.hash()).isEqualTo(once.hash());
        assertThat(again.promises()).isEqualTo(once.promises());
        assertThat(once.trace()).hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_missing_safeguard_is_noticed(Safeguard off) {
        assertThat(Simulation.noticed(off, 1, 60)).isPresent();
    }
}
