package dev.amends.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.Experience;
import dev.amends.line.ExperienceOnRecord;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.PassedOver;
import dev.amends.line.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class SqlExperienceTest {

    private static final LineName SALES = new LineName("sales");

    private static final String PROMISED = "0123456789abcdef0123456789abcdef";
    private static final Line LINE =
            new Line(
                    Samples.SUPPORT,
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

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

    @Test
    void how_often_somebody_was_passed_is_counted_on_after_a_restart() {
        Path file = folder.resolve("amends.db");
        for (int run = 1; run <= 2; run++) {
            try (Store store = Store.open(file)) {
                passOne(store.experienceOnRecord());
            }
        }
        try (Store store = Store.open(file)) {
            assertThat(
                            PassedOver.read(
                                    store.experienceOnRecord()
                                            .read()
                                            .getOrDefault(Samples.SUPPORT, Map.of())))
                    .isEqualTo(new PassedOver(4, 2, 0, Duration.ofSeconds(90)));
        }
    }

    /** A promised caller is served after one who came 90 s later. */
    private static void passOne(ExperienceOnRecord record) {
        Instant now = Samples.NOON;
        Floor floor =
                new Floor(
                        _ -> Map.of(PROMISED, new EffectiveArrival(now.minusSeconds(90))),
                        Experience.goingOn(List.of(LINE), record, () -> now));
        floor.resynced(List.of());
        floor.joined("support", PROMISED, now);
        floor.joined("support", "17.1", now);
        take(floor, "17.1", now.plusSeconds(5));
        take(floor, PROMISED, now.plusSeconds(60));
        floor.resynced(List.of());
    }

    private static void take(Floor floor, String id, Instant at) {
        floor.left("support", id, at);
        floor.connected(
                new Experience.Connected(
                        "support", id, "PJSIP/rep1", Duration.ZERO, Duration.ofSeconds(3)),
                at);
    }
}
