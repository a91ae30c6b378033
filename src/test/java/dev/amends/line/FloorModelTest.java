package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads at once against a set of names: whoever joined and did not leave is there. */
class FloorModelTest {

    private static final long SEED = 4711;
    private static final int THREADS = 4;
    private static final int STEPS = 2000;
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    private final Floor floor = new Floor(ids -> Map.of());

    @Test
    void four_threads_leave_behind_exactly_those_who_joined_and_did_not_leave() throws Exception {
        List<Callable<Set<String>>> walks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String name = "t" + i + "-";
            Random random = new Random(SEED + i);
            walks.add(() -> walk(name, random));
        }
        Set<String> model = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Set<String>> walk : threads.invokeAll(walks)) {
                model.addAll(walk.get());
            }
        }
        assertThat(floor.picture(LINE, NOW).waiting())
                .as("seed %s", SEED)
                .extracting(Waiting::id)
                .containsExactlyInAnyOrderElementsOf(model);
    }

    private Set<String> walk(String name, Random random) {
        Set<String> mine = new HashSet<>();
        for (int step = 0; step < STEPS; step++) {
            String id = name + random.nextInt(20);
            switch (random.nextInt(4)) {
                case 0 -> {
                    floor.left("support", id, NOW);
                    mine.remove(id);
                }
                case 1 -> {
                    List<Waiting> seen = floor.picture(LINE, NOW).waiting();
                    assertThat(seen).extracting(Waiting::id).doesNotHaveDuplicates();
                }
                default -> {
                    floor.expect("support", new Waiting(id, new EffectiveArrival(NOW)), NOW);
                    floor.joined("support", id, NOW);
                    mine.add(id);
                }
            }
        }
        return mine;
    }
}
