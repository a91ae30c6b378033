package dev.amends.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.measure.Figure.Goal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Figures are judged by their goals, and the run with them. */
class FiguresTest {

    private static final Machine HERE = Machine.here(Map.of("asterisk", "22"));

    @TempDir Path folder;

    @Test
    void a_run_is_good_when_every_goal_is_met() throws Exception {
        Figures figures = new Figures("turns", HERE, true);
        figures.tell("told", 3, "ms");
        figures.judge("fast", 2, "ms", Goal.atMost(2));
        figures.judge("many", 30, "x", Goal.atLeast(30));
        Path json = folder.resolve("figures.jsonl");

        assertThat(figures.conclude(json)).isZero();
        assertThat(Files.readAllLines(json))
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"benchmark\":\"turns\",\"quick\":true,"))
                .anyMatch(line -> line.contains("\"at_least\":30.0000,\"met\":true"))
                .allMatch(line -> line.contains("\"asterisk\":\"22\""));
    }

    @Test
    void one_missed_goal_is_exit_code_1_and_no_figure_at_all_is_a_miss() {
        for (double value : new double[] {2.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            Figures figures = new Figures("turns", HERE, false);
            figures.judge("good", 1, "x", Goal.atLeast(1));
            figures.judge("slow", value, "ms", Goal.atMost(2));
            assertThat(figures.conclude(null)).as("%s", value).isOne();
        }
    }

    @Test
    void the_median_is_the_middle_value() {
        Median median = new Median();
        assertThat(median.value()).isNaN();
        for (double value : new double[] {9, 1, 2}) {
            median.add(value);
        }
        assertThat(median.value()).isEqualTo(2);
    }

    @Test
    void options_that_are_not_known_are_refused() {
        assertThat(Arguments.of("3000", "/run", "--quick").quick()).isTrue();
        assertThatThrownBy(() -> Arguments.of("3000", "/run", "--fast"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Arguments.of("3000")).isInstanceOf(IllegalArgumentException.class);
    }
}
