package dev.amends.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.LineName;
import dev.amends.line.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

class SqlExperienceTest {

    private static final LineName SALES = new LineName("sales");

    @TempDir Path folder;

    @Test
    void what_was_written_last_is_there_after_a_restart_and_nothing_more() {
        Path file = folder.resolve("amends.db");
        try (Store store = Store.open(file)) {
            assertThat(store.experienceOnRecord().read()).isEmpty();
            for (int i = 1; i <= 50; i++) {
                store.experienceOnRecord()
                        .write(
                                Map.of(
                                        Samples.SUPPORT,
                                        Map.of("handling", new Tally(i, 2.5 * i, 1e9 / 3)),
                                        SALES,
                                        Map.of()),
                                Samples.NOON);
            }
        }
        try (Store store = Store.open(file)) {
            assertThat(store.experienceOnRecord().read())
                    .isEqualTo(
                            Map.of(
                                    Samples.SUPPORT,
                                    Map.of("handling", new Tally(50, 125, 1e9 / 3))));
        }
    }
}
